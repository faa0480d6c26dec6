// Finance: cash limits before anything is promised, accounts that a second person confirms, a pay run that a second
// person releases, the bank's statement, and at the end the statements of Ann and of both owners.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPayments, statementFor } from './bank.mjs'
import { figures, plain, streamRows } from './figures.mjs'
import { readBudget } from './planning.mjs'
import { check, equal, says } from './report.mjs'

export async function recordLimits(finance) {
  await finance.go('Money')
  await finance.go('Cash limits, ledger codes and the council’s account')
  await finance.press('Record the cash limit', 'empty')
  for (const [stream, sum] of [['Adult social care', figures.social_care_limit], ['Supporting People', figures.housing_limit]]) {
    await finance.pick('Stream', stream)
    await finance.fill({ 'How much': plain(sum), 'Where the owner says so (a letter, its date)': 'Letter of 1 April 2006' })
    await finance.choose('What happens', 'The owner gives it')
    await finance.press('Record the cash limit')
    says((await finance.row('Streams against their cash limit', stream)).join(' '), sum, `the cash limit of ${stream}`)
  }
  await finance.press('Set the account', 'empty')
  await finance.fill({ 'Name on the account': 'Fernside Council', 'Sort code': '20-00-00', 'Account number': '55779911' })
  await finance.press('Set the account')
}

/** Ann pays £6.00 a week into the account of her support: the worker sets what the means test asks. */
export async function setContribution(worker) {
  await worker.go('Your work')
  await worker.go('Ann Ashe')
  await worker.go('What the person pays')
  says(await worker.text(), `asks for ${figures.contribution_weekly} a week`, 'the page of the contribution')
  await worker.press('Set what is paid', 'empty')
  await worker.choose('How is it collected?', 'Paid into the account of the support')
  await worker.fill({ 'How it came about': 'The means test of 2 May 2006.' })
  await worker.press('Set what is paid')
}

export async function giveAccounts(ann, provider, release) {
  for (const [visitor, name, sortCode, number] of [[ann, 'Ann Ashe', '20-11-22', '12345678'], [provider, 'Quayside Homes', '20-33-44', '87654321']]) {
    await visitor.go('Bank account')
    await visitor.fill({ 'Name on the account': name, 'Sort code': '20', 'Account number': number })
    await visitor.press('Send the new account', 'sort code too short')
    check((await visitor.page.title()).startsWith('Error: '), 'a sort code of two digits is refused')
    await visitor.fill({ 'Sort code': sortCode })
    await visitor.press('Send the new account')
    says(await visitor.text(), number, 'the account that waits for a check')
  }
  await release.go('Money')
  await release.go('Bank details to confirm')
  await release.press('Confirm the account of Quayside Homes')
  await release.hand.page.waitForLoadState('load')
  const other = await release.page.getByRole('button', { name: /^Confirm the account of/ }).innerText()
  await release.press(other.replace(/\s+/g, ' ').trim())
  says(await release.text(), 'Nothing waits', 'the list of accounts to confirm')
}

/** Prepares, releases and fetches the file; gives what the bank reads in it. */
export async function payOut(finance, release) {
  await finance.go('Money')
  await finance.press('Do what is due by today')
  says(await finance.text(), `${figures.run_total} is owed`, 'the first page of finance')
  const coming = await finance.row('Instalments in the next four weeks')
  equal(coming.slice(-2).join(), [figures.instalment_gross, figures.instalment_net].join(), 'the next instalment')
  await finance.go('Pay runs')
  await finance.date('Prepare a run, to be paid on', '10 5 2006')
  await finance.press('Prepare a pay run')
  says(await finance.text(), `${figures.run_total} in ${figures.run_count} payments`, 'the prepared run')
  equal(await finance.page.getByRole('link', { name: 'Check and release' }).count(), 0, 'who prepared a run is not offered its release')

  await release.go('Money')
  await release.go('Open the run')
  await release.go('Check and release')
  says(await release.text(), `${figures.run_total} in ${figures.run_count} payments`, 'the run before its release')
  await release.press(`Release ${figures.run_total}`)
  const download = await release.hand.download('Download the bank file')
  const file = readPayments(readFileSync(await download.path(), 'utf8'))
  equal(file.count.join(), '2,2', 'the bank file counts its payments')
  equal(file.sum.join(), [figures.run_total, figures.run_total].map(plain).join(), 'the bank file sums its payments')
  equal(file.payOn, '2006-05-10', 'the day of payment in the bank file')
  const sums = Object.fromEntries(file.payments.map((payment) => [payment.name, payment.sum]))
  equal(sums['Ann Ashe'], plain(figures.instalment_net), 'the payment to Ann in the bank file')
  equal(sums['Quayside Homes'], plain(figures.delivery), 'the payment to Quayside Homes in the bank file')
  return file
}

export async function readBankStatement(finance, file) {
  const path = join(mkdtempSync(join(tmpdir(), 'onepurse-bank-')), 'statement.xml')
  await finance.go('Money')
  await finance.go('Bank')
  writeFileSync(path, statementFor(file, '2006-05-10').replace('<Ntry>', '<Ntry><Nonsense>'))
  await finance.hand.attach('Take in a bank statement', path)
  await finance.press('Take it in', 'a broken file')
  says(await finance.text(), 'Nothing was taken in', 'a broken bank statement')
  writeFileSync(path, statementFor(file, '2006-05-10'))
  await finance.hand.attach('Take in a bank statement', path)
  await finance.press('Take it in')
  says(await finance.text(), '0 movements to accept, 0 not matched, 2 matched', 'the page of the bank')
}

export async function reportSpending(ann) {
  await ann.go('Your budget')
  await ann.go('Report what you spent')
  await ann.press('Report it', 'empty')
  await ann.fill({ 'How much?': plain(figures.reported), 'What for, in a few words?': '10 hours of help to wash and dress' })
  await ann.date('When?', '10 5 2006')
  await ann.press('Report it')
  says(await ann.heading(), `${figures.reported} is reported as spent`, 'the answer to a report')
}

/** The last figures, on every page that tells them. */
export async function readStatements(ann, care, housing, finance) {
  await ann.go('Your budget')
  await readBudget(ann, figures.have_end, figures.promised_end, figures.spent_end, figures.left_end)
  const text = await ann.text()
  says(text, `about ${figures.left_weekly_end} a week`, 'the budget at the end')
  says(text, `${figures.paid_and_not_reported} was paid to you already`, 'the budget at the end')
  says(text, `You pay ${figures.contribution_weekly} a week`, 'the budget at the end')
  says(text, `${figures.instalment_share} was kept back from the payments so far, because you pay it`, 'the budget at the end')
  says(text, `Next payment in advance: ${figures.instalment_net} on 30 May 2006`, 'the budget at the end')
  await ann.go('Statement')
  for (const [stream, row] of Object.entries(streamRows)) {
    const found = await ann.row('At the end of these dates', stream)
    equal(found.slice(1).join(), Object.values(row).join(), `Ann’s statement for ${stream}`)
  }
  const csv = await ann.hand.download('Download for a spreadsheet (CSV)')
  const lines = readFileSync(await csv.path(), 'utf8')
  for (const name of ['instalment_net', 'instalment_share', 'delivery', 'reported', 'washing_cost']) {
    says(lines, `,${plain(figures[name])}`, 'Ann’s statement for a spreadsheet')
  }
  await ann.hand.go('See it as data (JSON)')
  const data = JSON.parse(await ann.page.locator('pre').innerText())
  for (const word of ['have', 'promised', 'spent', 'left']) equal(data.total[word], plain(streamRows['All together'][word]), `Ann’s statement as data: ${word}`)
  await ann.page.goBack()

  await readOwner(care, 'Adult social care', figures.social_care_limit, figures.social_care_not_awarded)
  await readOwner(housing, 'Supporting People', figures.housing_limit, figures.housing_not_awarded)
  await finance.go('Money')
  const care_row = await finance.row('Streams against their cash limit', 'Adult social care')
  says(care_row.join(' '), figures.social_care_not_awarded, 'finance’s row of Adult social care')
  const housing_row = await finance.row('Streams against their cash limit', 'Supporting People')
  says(housing_row.join(' '), figures.housing_not_awarded, 'finance’s row of Supporting People')
}

async function readOwner(owner, stream, limit, notAwarded) {
  const { have, promised, spent, left } = streamRows[stream]
  await owner.go('Stream account')
  const end = await owner.row('The stream', 'At the end of')
  equal(end.slice(1, 7).join(), [limit, have, promised, spent, left, notAwarded].join(), `the statement of the owner of ${stream}`)
  const person = await owner.row('By person')
  equal(person.slice(1).join(), [have, promised, spent, left].join(), `the person in the statement of the owner of ${stream}`)
  equal(/Ashe/.test(await owner.text()), false, `the statement of the owner of ${stream} names nobody`)
}
