// From "can somebody help me?" to the sums that are decided: Ann asks, gets her paper, answers the questions as
// the golden case has them; the worker checks and proposes; the owner of Supporting People decides.

import { readFileSync } from 'node:fs'
import { beginAccount } from './cast.mjs'
import { figures } from './figures.mjs'
import { equal, says } from './report.mjs'
import { Visitor } from './visitor.mjs'

const policy = new URL('../../policies/england-2005-pilot/', import.meta.url)

/** Rows of a CSV file of the package; its fields have no line breaks. */
function rowsOf(name) {
  return readFileSync(new URL(name, policy), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) => field.replace(/^"|"$/g, '').replace(/""/g, '"')))
}

/** The questions in their order, with the words of each answer. */
function questionnaire() {
  const [head, ...rows] = rowsOf('questionnaire.csv')
  const at = (row, column) => row[head.indexOf(column)]
  const questions = new Map()
  for (const row of rows) {
    const id = at(row, 'question')
    if (!questions.has(id)) questions.set(id, { id, text: at(row, 'text'), kind: at(row, 'kind'), answers: {} })
    if (at(row, 'answer')) questions.get(id).answers[at(row, 'answer')] = at(row, 'answer_text')
  }
  return [...questions.values()]
}

const ANSWERS = Object.fromEntries(
  rowsOf('cases.csv')
    .filter((row) => row[0] === 'ann_41_points' && row[2] === 'answer')
    .map((row) => [row[3], row[4]])
)

export async function askForHelp(town) {
  const ann = await Visitor.make(town, 'Ann Ashe')
  await ann.open()
  await ann.go('Ask for help')
  await ann.press('Send', 'empty')
  await ann.fill({ 'Your name': 'Ann Ashe', 'How can we reach you?': '01632 960 111, mornings', 'What would you like help with?': 'Washing, dressing and my letters' })
  await ann.press('Send')
  says(await ann.text(), 'We have your request', 'the page after asking')
  return ann
}

export async function startRecord(town, worker) {
  await worker.go('Your work')
  says(await worker.text(), 'Ann Ashe', 'the worker’s list')
  await worker.go('Read and start a record for Ann Ashe')
  await worker.go('Start a record')
  await worker.date('Date of birth', '3 2 1930')
  await worker.choose('Client group', 'Older people')
  await worker.fill({ Address: '4 Mill Lane', 'Town or district': 'Fernside' })
  await worker.choose('Rules in force', 'England 2005 to 2007: the individual budgets pilots')
  await worker.press('Start the record')
  const code = await worker.code()
  await worker.go('Go to the record')
  return beginAccount(town, 'Ann Ashe', code)
}

async function answer(ann, question) {
  const given = ANSWERS[question.id]
  if (given !== undefined && question.kind === 'choice') await ann.choose(question.text, question.answers[given])
  else if (given !== undefined && question.kind === 'yes_no') await ann.choose(question.text, given === 'yes' ? 'Yes' : 'No')
  else if (given !== undefined) await ann.fill({ [question.text]: given })
  await ann.press('Save and go on')
}

export async function answerQuestions(ann) {
  await ann.go('Your assessment')
  await ann.press('Start')
  await ann.go('Personal care')
  await ann.press('Save and go on', 'empty')
  for (const question of questionnaire()) await answer(ann, question)
  says(await ann.heading(), 'Check your answers', 'the page after the last question')
  await ann.press('Send')
  const text = await ann.text()
  says(text, `${figures.social_care_weekly} a week`, 'what the answers come to')
  says(text, `${figures.contribution_weekly} a week towards it`, 'what she may be asked to pay')
  says((await ann.row('What each part may pay', 'Supporting People'))[1], figures.housing_weekly, 'the estimate of Supporting People')
  says((await ann.row('What each part may pay', 'Disabled Facilities Grant'))[1], figures.grant_estimate, 'the estimate of the grant')
  says((await ann.row('What each part may pay', 'Integrated Community Equipment'))[1], figures.equipment_estimate, 'the estimate of equipment')
  await ann.go('Why this amount?')
  const why = await ann.text()
  says(why, `Your answers gave ${figures.points} points. ${figures.points} points gives ${figures.social_care_weekly} a week`, 'why this amount')
  for (const less of ['family_less', 'washing_less', 'toilet_less']) says(why, `${figures[less]} less`, 'the answers that matter most')
}

export async function decideSums(worker, housing) {
  await worker.go('Your work')
  await worker.go('Ann Ashe')
  await worker.go('Decisions')
  await worker.go('Check the answers')
  await worker.press('We have checked the answers together')
  await worker.go('Decide about Adult social care')
  await worker.press('Keep this decision', 'no reason')
  await worker.fill({ 'The reason': 'The sum meets your needs to wash, dress and eat every day.' })
  await worker.press('Keep this decision')
  await worker.go('Refer to Supporting People')
  await worker.fill({ 'What they need to know': 'Ann rents from the council and cannot read her letters.' })
  await worker.press('Refer')
  says(await worker.text(), 'was asked on 2 May 2006', 'the decisions after the referral')

  await housing.go('Referrals')
  const reference = (await housing.row('Waiting for your decision'))[0]
  await housing.go(reference)
  const text = await housing.text()
  says(text, 'Ann Ashe', 'the referral')
  equal(/washing and dressing/i.test(text), false, 'the referral shows nothing of washing and dressing')
  await housing.press('Record this decision', 'empty')
  await housing.choose('Can this person get Supporting People?', 'Yes')
  await housing.fill({ 'How much a week': figures.housing_weekly.slice(1), 'The reason': 'Ann needs help with rent and letters to keep her home.' })
  await housing.date('The day of the decision', '2 5 2006')
  await housing.press('Record this decision')
  says((await housing.row('Decided', reference))[1], figures.housing_weekly, 'the list of the stream’s owner')
}
