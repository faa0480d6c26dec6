// The same pages for people who see and move otherwise: less movement asked for, the system's own colours,
// and more time before a visit ends.

import { check, equal, says } from './report.mjs'

/** Whatever moves or could: every transition and animation that lasts, here and on hover, focus and opening. */
async function nothingMoves(page, where) {
  for (const summary of await page.locator('summary').all()) await summary.click()
  for (const button of await page.locator('main .govuk-button').all()) await button.hover()
  const moving = await page.evaluate(() => {
    const lasts = (text) => text.split(',').some((one) => parseFloat(one) > 0)
    const found = document.getAnimations().map((animation) => `an animation of ${animation.effect?.target?.outerHTML.slice(0, 80)}`)
    for (const element of document.querySelectorAll('*')) {
      for (const part of [undefined, '::before', '::after']) {
        const style = getComputedStyle(element, part)
        const moves = lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration)) || style.scrollBehavior === 'smooth'
        if (moves) found.push(`${element.outerHTML.slice(0, 80)} ${part ?? ''}`)
      }
    }
    return found
  })
  check(moving.length === 0, `nothing moves on ${where} when less movement is asked for`, moving.slice(0, 3).join('; '))
}

/** Where the system chooses the colours, shadows and backgrounds are gone: the outline must say the focus. */
async function focusHasAnOutline(page, where) {
  const unseen = await page.evaluate(() => {
    const outlined = (element, part) => {
      const style = getComputedStyle(element, part)
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || parseFloat(style.borderTopWidth) >= 4
    }
    const bad = []
    for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
      if (element.offsetParent === null) continue
      element.focus()
      if (document.activeElement !== element) continue
      const label = element.matches('[type=radio], [type=checkbox]') ? element.nextElementSibling : undefined
      if (!outlined(element) && !(label && outlined(label, '::before'))) bad.push(element.outerHTML.slice(0, 100))
    }
    document.activeElement?.blur()
    return bad
  })
  check(unseen.length === 0, `focus has an outline on ${where} in the colours of the system`, unseen.slice(0, 3).join('; '))
}

/** The bar's parts differ by colour, by stripes and by their lines; and a table says the same. */
async function barIsTold(page, where) {
  const bars = await page.locator('.op-bar').evaluateAll((all) =>
    all.map((bar) => {
      const parts = [...bar.querySelectorAll('rect')]
      const style = getComputedStyle(bar)
      return {
        keepsColours: style.forcedColorAdjust === 'none',
        isEdged: parseFloat(style.borderTopWidth) >= 2,
        isStriped: !bar.querySelector('.op-bar__promised') || bar.querySelector('.op-bar__line') !== null,
        fills: parts.map((part) => getComputedStyle(part).fill),
        lines: parts.every((part) => getComputedStyle(part).stroke !== 'none' && parseFloat(getComputedStyle(part).strokeWidth) >= 1),
        high: bar.getBoundingClientRect().height
      }
    })
  )
  check(bars.length > 0, `${where} has a bar`)
  for (const bar of bars) {
    check(bar.keepsColours && bar.isEdged && bar.high >= 20, `the bar of ${where} is there in the colours of the system`, JSON.stringify(bar))
    check(new Set(bar.fills).size === bar.fills.length && bar.lines && bar.isStriped, `the parts of the bar of ${where} can be told apart`, JSON.stringify(bar))
  }
  check((await page.locator('main table th').count()) > 3, `a table beside the bar of ${where} says the same`)
}

async function looks(ann) {
  const page = await ann.context.newPage()
  await page.goto('/home')
  const budget = page.url()
  const home = budget.replace(/\/budget$/, '')
  for (const path of [budget, `${home}/plan`, `${home}/statement`, `${home}/assessment/sent`, `${home}/spending/new`, `${home}/support`]) {
    await page.goto(path)
    const where = path.replace(/.*(?=\/people)/, '').replace(/per_\w+/, '*')
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none' })
    await nothingMoves(page, where)
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
    await focusHasAnOutline(page, where)
    if (path === budget || path.endsWith('/statement')) await barIsTold(page, where)
  }
  await page.close()
}

/** Before a visit ends the page says so; one press gives more time, and what was typed stays. */
async function moreTime(ann) {
  const page = await ann.context.newPage()
  await page.clock.install()
  await page.goto('/home')
  await page.goto(page.url().replace(/\/budget$/, '/spending/new'))
  const typed = page.getByLabel('How much?', { exact: true })
  await typed.fill('12.34')
  const warning = page.getByRole('dialog', { name: 'You will be signed out soon' })
  const minutes = (count) => page.clock.fastForward(count * 60 * 1000)
  await minutes(27)
  equal(await warning.count(), 0, 'dialogs before the end is near')
  await minutes(1.2)
  await warning.waitFor()
  says(await warning.innerText(), '2 minutes are left', 'the warning before a visit ends')
  equal(await page.evaluate(() => document.activeElement.textContent.trim()), 'Stay signed in', 'the focus of the warning')
  await page.keyboard.press('Enter')
  await warning.waitFor({ state: 'hidden' })
  equal(await typed.inputValue(), '12.34', 'what was typed before more time was asked for')
  await minutes(28.5)
  await warning.waitFor()
  await page.keyboard.press('Escape')
  await warning.waitFor({ state: 'hidden' })
  await minutes(28.5)
  await warning.waitFor()
  const left = page.waitForURL('**/sign-in**')
  await minutes(2)
  await left.catch(() => {})
  // The server has not ended the visit: its clock went on by seconds alone, so it leads back.
  await page.waitForURL('**/spending/new')
  check(true, 'a visit that goes on after all leads back to its page')
  await page.close()
}

export async function senses(ann) {
  await looks(ann)
  await moreTime(ann)
}
