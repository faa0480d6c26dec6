// Compares every fixture of GOV.UK Frontend with what `onepurse render-component` makes of the same
// options: once as documents (elements, attributes and words; runs of white space count as one, but
// not in textarea and pre), once byte for byte with the ends trimmed. A component whose counts fall
// below recorded.json fails the run; --record writes the counts of this run there.
//
//   tests/conformance/govuk_fixtures/run [--binary build/onepurse] [--show NAME] [--record]
//
// ONEPURSE_BINARY names another binary too.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseFragment } from 'parse5'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..', '..')
const recordedFile = join(here, 'recorded.json')
const packageFolder = join(root, 'node_modules', 'govuk-frontend')
const componentsFolder = join(packageFolder, 'dist', 'govuk', 'components')

function option (name) {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

const binary = option('--binary') ?? process.env.ONEPURSE_BINARY ?? join(root, 'build', 'onepurse')
const shown = option('--show')

function readFixtures () {
  return readdirSync(componentsFolder)
    .filter((name) => existsSync(join(componentsFolder, name, 'fixtures.json')))
    .sort()
    .flatMap((component) => JSON.parse(readFileSync(join(componentsFolder, component, 'fixtures.json'), 'utf8'))
      .fixtures.map((fixture) => ({ component, ...fixture })))
}

function render (fixtures) {
  const input = fixtures.map(({ component, options }) => JSON.stringify({ component, options }) + '\n').join('')
  const run = spawnSync(binary, ['render-component'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ONEPURSE_GOVUK_FRONTEND: packageFolder }
  })
  if (run.error) {
    throw run.error
  }
  const answers = run.stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line))
  if (answers.length !== fixtures.length) {
    throw new Error(`${fixtures.length} lines went in, ${answers.length} came out. ${run.stderr}`)
  }
  const refused = answers.some((answer) => answer.html === undefined)
  if (run.status !== (refused ? 1 : 0)) {
    throw new Error(`The program ended with ${run.status ?? run.signal}. ${run.stderr}`)
  }
  return answers.map((answer) => answer.html ?? `refused: ${answer.error.code}`)
}

// A document as a plain tree that can be compared as text.
function plainTree (node, keepsSpace = false) {
  if (node.nodeName === '#text') {
    return keepsSpace ? node.value : node.value.replace(/\s+/g, ' ').trim()
  }
  const keeps = keepsSpace || node.nodeName === 'textarea' || node.nodeName === 'pre'
  const attributes = (node.attrs ?? []).map(({ prefix, name, value }) => [`${prefix ?? ''}:${name}`, value])
    .sort(([left], [right]) => (left < right ? -1 : 1))
  const children = node.childNodes.map((child) => plainTree(child, keeps)).filter((child) => child !== '')
  return [node.nodeName, attributes, children]
}

const sameDocument = (left, right) =>
  JSON.stringify(plainTree(parseFragment(left))) === JSON.stringify(plainTree(parseFragment(right)))

const fixtures = readFixtures()
const rendered = render(fixtures)
const counts = {}
fixtures.forEach((fixture, at) => {
  const count = (counts[fixture.component] ??= { of: 0, dom: 0, bytes: 0 })
  const isSame = sameDocument(rendered[at], fixture.html)
  const isSameBytes = rendered[at].trim() === fixture.html.trim()
  count.of += 1
  count.dom += isSame ? 1 : 0
  count.bytes += isSameBytes ? 1 : 0
  if (shown !== undefined && (!isSame || !isSameBytes) && (shown === 'all' || shown === fixture.component)) {
    console.log(`--- ${fixture.component}: ${fixture.name}\nwanted\n${fixture.html}\ngot\n${rendered[at]}\n`)
  }
})

const recorded = existsSync(recordedFile) ? JSON.parse(readFileSync(recordedFile, 'utf8')) : {}
let dropped = 0
for (const [component, { of, dom, bytes }] of Object.entries(counts)) {
  const before = recorded[component] ?? { dom: 0, bytes: 0 }
  const fell = dom < before.dom || bytes < before.bytes
  dropped += fell ? 1 : 0
  console.log(`${component.padEnd(22)} ${dom} of ${of} DOM-equal, ${bytes} byte-equal${fell ? `, was ${before.dom} and ${before.bytes}` : ''}`)
}
for (const component of Object.keys(recorded)) {
  if (counts[component] === undefined) {
    dropped += 1
    console.log(`${component.padEnd(22)} has no fixtures any more`)
  }
}
if (process.argv.includes('--record')) {
  writeFileSync(recordedFile, JSON.stringify(counts, null, 2) + '\n')
}
const sum = (what) => Object.values(counts).reduce((total, count) => total + count[what], 0)
console.log(`govuk fixtures: ${sum('dom')} of ${sum('of')} DOM-equal, ${sum('bytes')} byte-equal`)
console.log(`${sum('dom')} passed, ${sum('of') - sum('dom')} failed`)
process.exit(dropped === 0 ? 0 : 1)
