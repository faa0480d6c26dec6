// What happens around the story: Ann comes back with her recovery code, names somebody to hold money, the worker
// names who signs in for it, that holder gives its own account, a line is looked at to be held another way, and
// the record closes in two steps and opens again.

import { beginAccount, signInAgain } from './cast.mjs'
import { check, equal, says } from './report.mjs'

const NEW_PASSWORD = 'kettle window lantern'

/** She forgot her password: nobody at the council is asked. */
async function comesBack(ann) {
  await ann.open()
  await ann.press('Sign out')
  await ann.open()
  await ann.go('I cannot sign in')
  await ann.go('I have my recovery code')
  await ann.press('Save and sign in', 'empty')
  await ann.fill({ 'Your recovery code': 'bado-kemi-tulo-rafi-sone-mila', 'Choose a new password': NEW_PASSWORD })
  await ann.press('Save and sign in', 'wrong code')
  check((await ann.page.title()).startsWith('Error: '), 'a recovery code nobody has is refused')
  await ann.fill({ 'Your recovery code': ann.recoveryCode, 'Choose a new password': NEW_PASSWORD })
  await ann.press('Save and sign in')
  const next = await ann.code()
  check(next !== ann.recoveryCode, 'a recovery code works once: the next one is another')
  ann.recoveryCode = next
  ann.password = NEW_PASSWORD
  await ann.go('I have written it down')
  await ann.go('Your account')
  await ann.go('Make a new recovery code')
  await ann.press('Make a new code', 'empty')
}

async function namesHolder(town, ann, worker) {
  await ann.go('Your plan')
  await ann.press('Start a plan')
  await ann.fill({ 'What do you want to change in your life?': 'I want to go out again' })
  await ann.press('Save')
  await ann.go('Add support')
  await ann.fill({ 'What is the support?': 'Going out', 'Price for one': '9.37', 'How many?': '1', 'If somebody new holds it, their name': 'Elm Trust' })
  await ann.pick('What is it for? (an offer says it by itself)', 'Social')
  await ann.pick('One what?', 'hour')
  await ann.pick('How often?', 'each week')
  await ann.choose('Who holds the money?', 'Somebody I name holds it (third party)')
  await ann.press('Save')

  await worker.go('Your work')
  await worker.go('Ann Ashe')
  await worker.go('Who holds money')
  says(await worker.text(), 'Elm Trust', 'who holds money for Ann')
  await worker.press('Save', 'empty')
  await worker.choose('For whom?', 'Elm Trust')
  await worker.choose('Who signs in?', 'Somebody new')
  await worker.fill({ 'Name, if it is somebody new': 'Tess Elm', 'What you have seen': 'The deed, on 10 May 2006.' })
  await worker.press('Save')
  const code = await worker.code()
  await worker.go('Go to who holds money')
  says(await worker.text(), 'Tess Elm signs in for it', 'who signs in for the trust')
  await worker.go('Code on paper of Tess Elm')
  return beginAccount(town, 'Tess Elm', code)
}

async function givesItsAccount(tess, ann, release) {
  says(await tess.heading(), 'You hold £0.00 for 0 people', 'the first page of a holder')
  await tess.go('Bank account of Elm Trust')
  await tess.press('Send the new account', 'empty')
  await tess.fill({ 'Name on the account': 'Elm Trust', 'Sort code': '20-55-66', 'Account number': '11223344' })
  await tess.press('Send the new account')
  says(await tess.text(), '11223344', 'the account of the trust that waits')
  const budget = await tess.context.request.get(new URL(ann.page.url()).pathname, { maxRedirects: 0 })
  check(budget.status() >= 300, 'a holder sees nothing else of the person', `status ${budget.status()}`)
  await ann.go('Bank account')
  const text = await ann.text()
  says(text, 'Elm Trust: a new account waits for a check', 'what Ann reads of it')
  equal(text.includes('11223344'), false, 'Ann reads no number of the trust')
  await signInAgain(release)
  await release.go('Money')
  await release.go('Bank details to confirm')
  await release.press('Confirm the account of Elm Trust')
}

async function changesAndCloses(worker) {
  await worker.go('Your work')
  await worker.go('Ann Ashe')
  await worker.go('Change the budget')
  await worker.go('Who holds the money : Help to wash and dress from 2 May 2006')
  await worker.press('See what it does', 'empty')
  await worker.choose('Who holds the money from then on?', 'The council holds it and pays')
  await worker.date('From which day?', '30 5 2006')
  await worker.fill({ 'Why does this change?': 'She asked for it.' })
  await worker.press('See what it does')
  says(await worker.heading(), 'The same money, held another way', 'the change of who holds it')
  await worker.go('Leave the budget as it is')

  await worker.go('Your work')
  await worker.go('Ann Ashe')
  await worker.go('Close the record')
  await worker.press('See what is still there', 'empty')
  await worker.choose('Why?', 'The person no longer wants or needs support')
  await worker.date('From which day?', '30 5 2006')
  await worker.press('See what is still there')
  says(await worker.text(), 'The last day that is paid is 29 May 2006', 'what is still there')
  await worker.press('Close the record')
  await worker.go('Open the record again')
  await worker.press('Open it again', 'empty')
  await worker.fill({ 'Why does it open again?': 'She thought better of it.' })
  await worker.press('Open it again')
  equal((await worker.text()).includes('This record is closed'), false, 'the record is open again')
}

export async function holding(town, cast, ann) {
  await comesBack(ann)
  const tess = await namesHolder(town, ann, cast.worker)
  await givesItsAccount(tess, ann, cast.release)
  await changesAndCloses(cast.worker)
}
