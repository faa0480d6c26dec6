// Who is in the story, and how each gets an account: the admin from the paper of `open-book`, everybody else from
// a paper the admin prints.

import { says } from './report.mjs'
import { Visitor } from './visitor.mjs'

const PASSWORD = 'harbour kettle morning'

const STAFF = [
  { key: 'worker', name: 'Sam Reed', roles: ['Social worker'], weekly: '300', variance: '10', duty: 'Yes: answers for records without a named worker' },
  { key: 'housing', name: 'Olu Grant', roles: ['Stream owner: decides for one stream'], stream: 'Supporting People' },
  { key: 'care', name: 'Mary Finch', roles: ['Stream owner: decides for one stream'], stream: 'Adult social care' },
  { key: 'finance', name: 'Kit Moss', roles: ['Finance: prepares payments'] },
  { key: 'release', name: 'Una Hale', roles: ['Finance: releases payments'] }
]

function userNameOf(name) {
  return name.toLowerCase().replace(' ', '.')
}

export async function beginAccount(town, name, code) {
  const visitor = await Visitor.make(town, name)
  await visitor.begin(code, userNameOf(name), PASSWORD)
  return visitor
}

async function makeStaff(town, admin, member) {
  await admin.go('New member of staff')
  await admin.fill({ Name: member.name, Team: 'Fernside' })
  await admin.tick(...member.roles)
  if (member.stream) await admin.pick("Stream, for a stream owner's staff", member.stream)
  if (member.weekly) {
    await admin.fill({ 'May agree a plan up to, a week': member.weekly, 'And up to this much over the first sum': member.variance })
  }
  if (member.duty) await admin.choose('Duty worker?', member.duty)
  await admin.press('Save')
  const code = await admin.code()
  await admin.go('Go to the accounts')
  return beginAccount(town, member.name, code)
}

/** Makes the accounts of everybody but Ann; gives the visitors by what they do. */
export async function makeCast(town) {
  const admin = await beginAccount(town, 'Dee Brook', town.council.code)
  says(await admin.heading(), 'Accounts', 'the first page of who looks after accounts')
  const cast = { admin }
  for (const member of STAFF) cast[member.key] = await makeStaff(town, admin, member)

  await admin.go('New provider')
  await admin.fill({ 'Name of the provider': 'Quayside Homes', 'What they do, in one line': 'Help with letters, rent and repairs', 'Where they work': 'Fernside' })
  await admin.choose('What kind of provider?', 'Voluntary group')
  await admin.tick('The council pays them', 'The person pays them')
  await admin.fill({ 'Who will use their account?': 'Ben Tide' })
  await admin.press('Save')
  const code = await admin.code()
  await admin.go('Go to the accounts')
  cast.provider = await beginAccount(town, 'Ben Tide', code)
  await makeOffer(cast.provider)
  return cast
}

async function makeOffer(provider) {
  await provider.go('Offers')
  await provider.go('Add an offer')
  await provider.press('Add the offer', 'empty')
  await provider.fill({ 'What do you offer?': 'Help with letters and rent' })
  await provider.pick('What is it for?', 'Housing support')
  await provider.pick('What kind is it?', 'Support that goes on')
  await provider.fill({ 'Price for one, with everything in it': '13.85' })
  await provider.pick('One what?', 'Visit')
  await provider.date('From which day?', '1 4 2006')
  await provider.fill({ 'What if somebody cancels?': 'Free until the day before' })
  await provider.press('Add the offer')
  says(await provider.text(), '£13.85 a visit', 'the list of offers')
}

/** Everybody signs in again: a new day has begun. */
export async function signInAgain(...visitors) {
  for (const visitor of visitors) await visitor.signIn()
}
