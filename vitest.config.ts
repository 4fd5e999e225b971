import { defineConfig } from 'vitest/config'

// Tests named *-run.test.ts start the built program; only they need a build, and get one.
const built = 'test/**/*-run.test.ts'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'source', include: ['test/**/*.test.ts'], exclude: [built] } },
      { test: { name: 'built', include: [built], globalSetup: 'test/setup/build.ts', testTimeout: 30_000 } },
    ],
  },
})
