import { defineConfig } from 'vitest/config'

// Tests named *-run.test.ts start the built program; only they need a build, and get one.
const built = 'test/**/*-run.test.ts'

export default defineConfig({
  test: {
    projects: [
      // Times are measured in bench/, never in a test: the limit only ends what hangs.
      { test: { name: 'source', include: ['test/**/*.test.ts'], exclude: [built], testTimeout: 60_000 } },
      { test: { name: 'built', include: [built], globalSetup: 'test/setup/build.ts', testTimeout: 60_000 } },
    ],
  },
})
