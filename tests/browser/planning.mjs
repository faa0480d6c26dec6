// From decided sums to support that came: Ann writes a plan, the council agrees it, she accepts it, orders visits,
// the provider reports them and she confirms.

import { figures } from './figures.mjs'
import { equal, says } from './report.mjs'

const OFFER = 'Quayside Homes: Help with letters and rent, £13.85 each visit'

export async function writePlan(ann) {
  await ann.go('Your plan')
  await ann.press('Start a plan')
  await ann.press('Save', 'empty')
  await ann.fill({ 'What do you want to change in your life?': 'I want to stay in my own home\nI want to know what my letters say' })
  await ann.press('Save')

  await ann.go('Add support')
  await ann.press('Save', 'empty')
  await ann.fill({ 'What is the support?': 'Help to wash and dress', 'Price for one': '9.37', 'How many?': '10' })
  await ann.pick('What is it for? (an offer says it by itself)', 'Personal care')
  await ann.pick('One what?', 'hour')
  await ann.pick('How often?', 'each week')
  await ann.choose('Who holds the money?', 'I hold it (direct payment)')
  await ann.press('Save')

  await ann.go('Add support')
  await ann.pick('Choose from the offers of providers (you need not)', OFFER)
  await ann.fill({ 'How many?': '1' })
  await ann.pick('How often?', 'each week')
  await ann.choose('Who holds the money?', 'The council holds it and pays for me')
  await ann.press('Save')

  const heading = await ann.heading()
  says(heading, `The plan costs ${figures.plan_cost}`, 'the plan')
  says(heading, `${figures.to_plan_with} to plan with`, 'the plan')
  const text = await ann.text()
  says(text, `${figures.washing_cost} for these dates`, 'the line she holds')
  says(text, `${figures.letters_cost} for these dates`, 'the line of the offer')
  const care = await ann.row('What each fund would pay', 'Adult social care')
  equal(care.slice(1).join(), [figures.social_care_to_plan, figures.washing_cost, figures.social_care_left_to_plan].join(), 'Adult social care in the plan')
  const housing = await ann.row('What each fund would pay', 'Supporting People')
  equal(housing.slice(1).join(), [figures.housing_to_plan, figures.letters_cost, figures.housing_left_to_plan].join(), 'Supporting People in the plan')
  await ann.press('Send the plan to the council')
  says(await ann.text(), 'The council is reading this plan', 'the sent plan')
}

export async function agreePlan(worker) {
  await worker.go('Your work')
  await worker.go('Ann Ashe')
  await worker.go('Plans')
  await worker.go('Decide on this plan')
  await worker.press('Agree the plan', 'no reasons')
  await worker.fill({ 'Your reasons': 'The plan meets the needs you told us about.' })
  await worker.press('Agree the plan')
}

/** The four words of the budget page: heading, bar and table. */
export async function readBudget(ann, have, promised, spent, left) {
  const heading = await ann.heading()
  says(heading, `You have ${have} for this year. ${left} is left.`, 'the budget')
  const all = await ann.row('Your money by who pays', 'All together')
  equal(all.slice(1).join(), [have, promised, spent, left].join(), 'the budget in its table')
  const picture = await ann.page.locator('svg.op-bar').getAttribute('aria-label')
  equal(picture, `All your money: spent ${spent}, promised ${promised}, left ${left}`, 'the picture of the budget')
}

export async function acceptPlan(ann) {
  await ann.go('Your plan')
  says(await ann.text(), `your budget begins: ${figures.plan_cost}`, 'the agreed plan')
  await ann.press('Accept the plan')
  await readBudget(ann, figures.have_accepted, figures.promised_accepted, '£0.00', figures.left_accepted)
}

export async function orderVisits(ann, provider) {
  await ann.go('Find support')
  await ann.fill({ 'What do you need?': 'letters' })
  await ann.press('Search')
  await ann.go('Help with letters and rent, Quayside Homes')
  await ann.press('See what it costs', 'empty')
  await ann.fill({ 'How many visits?': '4' })
  await ann.date('First day', '2 5 2006')
  await ann.date('Last day', '31 5 2006')
  await ann.press('See what it costs')
  const text = await ann.text()
  says(text, `${figures.order_price} of the ${figures.left_accepted} that is left`, 'the order before it is placed')
  says(text, `Supporting People: ${figures.order_price}`, 'who pays the order')
  await ann.press('Order it')
  await ann.go('Your budget')
  await readBudget(ann, figures.have_accepted, figures.promised_ordered, '£0.00', figures.left_ordered)
  says(await ann.text(), `about ${figures.left_weekly_ordered} a week`, 'the budget')
  await provider.go('Orders')
  await provider.press('Accept')
  says(await provider.text(), figures.order_price, 'the provider’s list of orders')
}

export async function reportAndConfirm(ann, provider) {
  await provider.go('Orders')
  await provider.go('Report what you did')
  await provider.press('Report it', 'empty')
  await provider.date('On which day?', '9 5 2006')
  await provider.fill({ 'How many visits?': '2' })
  await provider.press('Report it')
  await ann.go('Your budget')
  await ann.go('Say if the support of 9 May 2006 came')
  says(await ann.text(), `2 visits for ${figures.delivery}`, 'the delivery')
  await ann.press('Yes, it came')
  await provider.go('Orders')
  says(await provider.text(), `${figures.delivery} is confirmed and will be paid`, 'the provider’s list of orders')
}
