// A folder of notices: each in a process of its own, as many as there are processors, in order.
import { convert } from 'yaodian'

for await (const { path, outcome, text, result } of convert(process.argv[2], { lang: 'en' })) {
  if (result) console.log(`${path}: ${result.tasks.length} tasks`)
  else console.log(`${path}: ${outcome}, ${text}`)
}
