// docs/guides/change-a-rule.md step by step, in the fictional council of Little Marling: by clicks with scripts off, or
// by keyboard with scripts on. A rule is changed, checked, proposed, published by a second person, and counts.

import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, equal, says } from './report.mjs'
import { verb } from './server.mjs'
import { Visitor } from './visitor.mjs'

const GUIDE = readFileSync(new URL('../../docs/guides/change-a-rule.md', import.meta.url), 'utf8')

/** The rows the guide pastes into the cases, as it prints them. */
const CASES = /```\n *(case,on,what[\s\S]*?)\n *```/.exec(GUIDE)[1].replace(/\n */g, '\n')

/** The new row of figures, as the guide's table prints it. */
const FIGURE = Object.fromEntries(
  [...GUIDE.matchAll(/^ {3}\| ([A-Z][\w ]*?) \| `([^`]*)` \|$/gm)].map(([, column, value]) => [column, value])
)

async function enter(town, name) {
  const visitor = await Visitor.make(town, name)
  await visitor.open('/demo?council=little-marling')
  await visitor.press(`Sign in as ${name}`)
  return visitor
}

async function typeInto(visitor, column, row, text) {
  const label = `${column} Row ${row}`
  const field = visitor.hand.field(label)
  if (await field.evaluate((element) => element.tagName === 'SELECT')) await visitor.pick(label, text)
  else await visitor.fill({ [label]: text })
}

async function begin(officer) {
  await officer.go('Rules')
  await officer.go('England from April 2025: care at home')
  says(await officer.text(), 'Version 1 is in force today', 'the rules')
  await officer.press('Begin the change', 'no title')
  says(await officer.text(), 'Write what the change is', 'a change without a title')
  await officer.fill({ 'What is the change, in a few words?': 'A point is worth more' })
  await officer.press('Begin the change')
  equal(await officer.heading(), 'A point is worth more', 'the page of the change')
  says(await officer.text(), 'No change yet. No fault.', 'the page of the change')
}

async function changeFigure(officer) {
  await officer.go('Figures')
  await officer.go('Page 2')
  equal(await officer.hand.field('Short name Row 32').inputValue(), 'band_10_rate', 'row 32 of the figures')
  await typeInto(officer, 'Day it ends', 32, '2025-10-01')
  await officer.press('Add a row below row 32', 'a new row')
  says(await officer.text(), 'Row 33 is new.', 'the sheet with a new row')
  for (const [column, text] of Object.entries(FIGURE)) await typeInto(officer, column, 33, text)
  await officer.press('Check now', 'checked')
  says(await officer.text(), 'Nothing is saved yet.', 'a check')
  await officer.press('Save', 'saved')
  says(await officer.text(), 'Saved.', 'the sheet of figures')
  equal(await officer.hand.field('Value Row 33').inputValue(), '11.80', 'the new figure')
}

async function changeTable(officer) {
  await officer.go('Back')
  await officer.go('Table: night points')
  await typeInto(officer, 'Then night points', 4, '20')
  await officer.press('Save', 'saved')
  await officer.go('Back')
  await officer.go('Table: family share')
  await officer.press('Take out row 2', 'a row taken out')
  await officer.press('Check now', 'a gap')
  says(await officer.text(), 'This rule is missing:', 'the check of a table with a gap')
  await officer.press('Add this row', 'the gap closed')
  await typeInto(officer, 'Then family share', 4, 'Rates.family_share_some')
  await typeInto(officer, 'Because: reason', 4, 'Family or friends help you a few times a week.')
  await officer.press('Save', 'saved')
  says(await officer.text(), 'No fault in this sheet', 'the table of family share')
}

async function runCases(officer) {
  await officer.go('Back')
  await officer.go('Run the cases')
  says(await officer.heading(), '2 of 26 cases', 'the cases')
  const text = await officer.text()
  for (const sum of ['95.60', '4971.20', '1463.80']) says(text, sum, 'the cases')
  await officer.go('the cases')
  await officer.go('Paste rows from a spreadsheet')
  await officer.press('See what would change', 'nothing pasted')
  says(await officer.text(), 'Paste at least one row', 'pasting nothing')
  await officer.fill({ 'The rows': CASES })
  await officer.press('See what would change', 'a difference')
  says(await officer.text(), '11 changes: 11 changed', 'what pasted rows would change')
  await officer.press('Keep these rows', 'saved')
  says(await officer.text(), 'Saved. No fault in these rules.', 'the sheet of cases')
  await officer.go('Back')
  await officer.go('Run the cases')
  says(await officer.heading(), 'cases hold', 'the cases at last')
  await officer.go('Back')
}

async function seeEffects(visitor) {
  await visitor.go('What it would change for people')
  await visitor.date('As the rules would stand on which day?', '1 10 2025')
  await visitor.press('Work it out', 'on a day')
  const text = await visitor.text()
  check(/[1-9]\d* (people get|person gets) more, together £\d/.test(text), 'the effects say who gets more and how much', text.slice(0, 400))
  says(text, 'Person ', 'the effects for who may not open records')
  const row = await visitor.row('Who gets more or less', 'Person')
  check(/^£/.test(row[1] ?? '') && /more$/.test(row[3] ?? ''), 'each person stands with her sums', row.join(' | '))
  await visitor.go('Back')
}

async function propose(officer) {
  await officer.go('Propose this change')
  await officer.press('Propose the change', 'empty')
  says(await officer.text(), 'Enter the first day', 'a proposal without a day')
  await officer.date('From which day shall it be in force?', '1 10 2025')
  await officer.fill({ 'Why do the rules change?': 'Cabinet decided on 8 September to pay more for each point.' })
  await officer.press('Propose the change')
  says(await officer.text(), 'Take it back to go on writing', 'the proposed change')
}

async function publish(second) {
  await second.go('Rules')
  await second.go('A point is worth more')
  await second.go('Read it and decide')
  const text = await second.text()
  for (const words of ['Cabinet decided on 8 September', 'cases hold', '11.80', 'Mara Quinn']) says(text, words, 'what a second person reads')
  await second.press('Send it back', 'no reason')
  says(await second.text(), 'Write what has to be different', 'sending back without a reason')
  await second.press('Publish')
  says(await second.text(), 'Version 2 is published', 'the confirmation')
  await second.go('The new version')
  says(await second.text(), 'Proposed by Mara Quinn, published by Otis Reed', 'the new version')
}

/** What somebody with 12 points gets a week on a day, decided with the rules of the book. */
function decided(town, day) {
  const file = join(town.council.data, 'somebody.json')
  const rows = readFileSync(new URL('../../policies/england-2025/cases.csv', import.meta.url), 'utf8').split('\n').filter((row) => row.startsWith('last_day_of_2025_table,'))
  const of = (what) => Object.fromEntries(rows.map((row) => row.split(',')).filter((row) => row[2] === what).map((row) => [row[3], row[4]]))
  writeFileSync(file, JSON.stringify({ answers: of('answer'), inputs: { age: Number(of('input').age) } }))
  const said = verb('decide', '--data', town.council.data, '--authority', 'little-marling', '--package', 'england-2025', '--on', day, '--case', file)
  return JSON.parse(said).decisions.indicative_weekly
}

async function newFigureCounts(town, officer, second) {
  await officer.open('/how-allocation-works/england-2025')
  check(!(await officer.text()).includes('11.80'), 'the public page keeps the old figure until the day')
  await town.council.stop()
  equal(`${decided(town, '2025-09-30')}`, '95.20', 'a decision of the day before')
  equal(`${decided(town, '2025-10-01')}`, '95.60', 'a decision of the first day')
  await town.council.serve('2025-10-01')
  const again = await enter(town, second.name)
  await again.go('Rules')
  await again.go('England from April 2025: care at home')
  says(await again.text(), 'Version 2 is in force today', 'the rules on their first day')
  await again.go('What everybody can read about these rules')
  says(await again.text(), '11.80', 'the public page on the first day')
}

/** The drawing, and what scripts do for a sheet: the check by itself, and a block pasted into a cell. */
async function withScripts(town, officer) {
  const { page } = officer
  await officer.go('As a drawing: budget')
  await page.locator('#op-drawing-save').waitFor({ state: 'visible' })
  await page.locator('.bjs-powered-by').first().waitFor({ state: 'visible' })
  says(await page.locator('#op-drawing').textContent(), 'night_points', 'the drawing')
  await officer.press('Save the drawing')
  says(await officer.text(), 'No change yet', 'a drawing saved as it was')
  await officer.go('Figures')
  const first = officer.hand.field('Value Row 1')
  await officer.hand.type(first, 'much')
  await page.locator('#op-sheet-said', { hasText: '1 fault in this sheet' }).waitFor()
  check(await page.locator('#r0c3-fault').isVisible(), 'a check by itself names the cell')
  await first.focus()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '14250.00\t2025-04-01\n23250.00\t2025-04-01\n')
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  equal(await first.inputValue(), '14250.00', 'the first cell of a block')
  equal(await officer.hand.field('Value Row 2').inputValue(), '23250.00', 'the cell below')
  await page.locator('#op-sheet-said', { hasText: 'No fault in this sheet' }).waitFor()
  await officer.go('Back')
}

/** The guide, from the first step to the last. */
export async function rules(town) {
  const officer = await enter(town, 'Mara Quinn')
  await begin(officer)
  if (town.way === 'keyboard') await withScripts(town, officer)
  else {
    await officer.go('As a drawing: budget')
    says(await officer.text(), 'The drawing needs scripts', 'the drawing without scripts')
    await officer.go('Back')
  }
  await changeFigure(officer)
  await changeTable(officer)
  await runCases(officer)
  await seeEffects(officer)
  await propose(officer)
  const second = await enter(town, 'Otis Reed')
  await publish(second)
  await newFigureCounts(town, officer, second)
}
