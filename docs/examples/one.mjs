// One notice: its tasks, who leads them, and by when.
import { readFile } from 'node:fs/promises'
import { parse } from 'yaodian'

const path = process.argv[2]
const { notice, tasks, review } = await parse({ name: path, bytes: await readFile(path) })
console.log(notice.title, notice.region?.name)
for (const { task, leadUnits, deadlines } of tasks) {
  console.log(task, leadUnits.map((unit) => `${unit.name} (${unit.function})`), deadlines.map((d) => d.end))
}
for (const { task, pointer, reasons } of review) console.log('look at', task, pointer, reasons)
