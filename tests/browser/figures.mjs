// The sums of docs/worked-story.md, read from its tables: `name` | sum | how.

import { readFileSync } from 'node:fs'

const path = new URL('../../docs/worked-story.md', import.meta.url)
const text = readFileSync(path, 'utf8')

/** Every figure by its name, as the pages write it ("£5,143.66", "41", "£12"). */
export const figures = Object.fromEntries(
  [...text.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, name, sum]) => [name, sum.trim()])
)

/** The rows of the table "stream | have | promised | spent | left", by stream. */
export const streamRows = Object.fromEntries(
  [...text.matchAll(/^\| ([A-Z][\w ]+) \| (£[\d,.]+) \| (£[\d,.]+) \| (£[\d,.]+) \| (£[\d,.]+) \|$/gm)].map(
    ([, stream, have, promised, spent, left]) => [stream, { have, promised, spent, left }]
  )
)

/** "£5,143.66" as files write it: "5143.66". */
export function plain(sum) {
  return sum.replace(/[£,]/g, '')
}
