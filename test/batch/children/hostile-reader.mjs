// A reader that does what a file's first line says, and reads all other files as the program does.
import { serve } from '../../../dist/batch/pool/serve.js'
import { readOne } from '../../../dist/batch/read-one.js'
import { parse } from '../../../dist/pipeline.js'

const held = []
const deeds = {
  hang: () => {
    for (;;);
  },
  wait: () => new Promise(() => undefined),
  heap: () => {
    for (;;) held.push(Array.from({ length: 10_000 }, () => ({ x: Math.random() })))
  },
  buffers: async () => {
    for (;;) {
      held.push(Buffer.alloc(8 * 2 ** 20, 1))
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  },
  abort: () => process.abort(),
  exit: () => process.exit(3),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  throw: () => {
    throw new TypeError('a bug of the reader')
  },
  uncaught: async () => {
    setTimeout(() => {
      throw new RangeError('later')
    })
    await new Promise(() => undefined)
  },
  noise: () => {
    for (let i = 0; i < 1000; i++) console.log('{"noise":'.repeat(20))
    process.stdout.write('\u0000\n')
  },
}

serve((job) =>
  readOne(job, async (source, options) => {
    const [word] = Buffer.from(source.bytes).toString('utf8').split('\n', 1)
    if (Object.hasOwn(deeds, word)) await deeds[word]()
    return parse(source, options)
  }),
)
