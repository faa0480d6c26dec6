// Looks at every state of a page that the story reaches, once for each page and kind of state: axe-core at two
// widths, no sideways scroll, a visible focus, targets of 24 pixels, titles, and links that lead somewhere.
// The page is shown again in a window of its own, so that what the visitor is doing is not disturbed. What stands in
// .op-drawing is the stock editor's own and is left out: nobody needs it, the same rules stand in sheets (decision 49).

import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { check, equal } from './report.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const HEADERS = {
  'content-security-policy': /default-src 'none'|default-src 'self'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(no-referrer|same-origin)$/,
  'x-frame-options': /^DENY$/i,
  'cross-origin-opener-policy': /^same-origin$/,
  'cache-control': /./
}

/** The page's address without what differs from book to book. */
export function patternOf(url) {
  return new URL(url).pathname.replace(/\/[a-z]{3}_[0-9a-zA-Z]+/g, '/*')
}

/** What a page is built of: its tags and classes, each run of the same ones once. */
export function skeletonOf(html) {
  const tags = [...html.slice(html.indexOf('<body')).matchAll(/<(\w+)[^>]*?(?: class="([^"]*)")?[^>]*>/g)].map(([, tag, classes]) => `${tag}.${classes ?? ''}`)
  return tags.filter((tag, index) => tag !== tags[index - 1] && tag !== tags[index - 2]).join(' ')
}

/** Checks what every answer of the server must carry, also assets and errors. */
export function checkHeaders(response) {
  const headers = response.headers()
  const what = `headers of ${patternOf(response.url())} (${response.status()})`
  for (const [name, pattern] of Object.entries(HEADERS)) {
    if (!pattern.test(headers[name] ?? '')) check(false, what, `${name} is ${headers[name] ?? 'missing'}`)
  }
  check(!headers.server && !headers['x-powered-by'], what, 'it names its software')
}

export class Inspector {
  constructor(browser, shots, isQuick) {
    this.isQuick = isQuick
    this.browser = browser
    this.shots = shots
    this.seen = new Set()
    this.linksSeen = new Set()
    this.windows = {}
    this.count = 0
    if (shots) mkdirSync(shots, { recursive: true })
  }

  async windowFor(scripts) {
    if (!this.windows[scripts]) {
      const context = await this.browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } })
      if (!scripts) await context.route('**/*.js', (route) => route.abort())
      await context.addInitScript({ content: axe })
      this.windows[scripts] = await context.newPage()
    }
    return this.windows[scripts]
  }

  /** Looks at the page as it is now; `state` tells two states of one address apart. */
  async look(page, scripts, state = '') {
    if (this.isQuick) return
    const url = page.url()
    const html = await page.content()
    const title = await page.title()
    const isError = title.startsWith('Error: ')
    // Without scripts every page counts. With scripts those that differ in words alone are looked at once.
    const words = scripts ? skeletonOf(html) : title.replace(/\d+/g, '#')
    const key = `${scripts}|${scripts && !isError ? '' : patternOf(url)}|${isError}|${state}|${words}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    const where = `${patternOf(url)}${isError ? ' (error)' : ''}${state ? ` (${state})` : ''}`
    equal(isError, html.includes('govuk-error-summary') || /op-code">Rule:/.test(html) || title.includes('cannot be answered'), `title of ${where} begins with Error: when there is one`)
    check(isError || !html.includes('govuk-error-message'), `${where} says that something is wrong only when it is`)
    await this.lookAt({ url, html, title, scripts, where })
    await this.links(page, where)
  }

  /** Shows what an address answered in a window of its own, wide and narrow, and checks what can be seen. */
  async lookAt({ url, html, title, scripts, where }) {
    const window = await this.windowFor(scripts)
    await window.route(url, (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }))
    await window.setViewportSize({ width: 1280, height: 900 })
    await window.goto(url)
    await this.axe(window, `${where} at 1280`)
    await this.focusIsVisible(window, where)
    if (this.shots) await this.shoot(window, title)
    await window.setViewportSize({ width: 320, height: 700 })
    await this.axe(window, `${where} at 320`)
    await this.fits(window, where)
    await this.targets(window, where)
    if (this.shots) await this.shoot(window, `${title.split(' – ')[0]} 320`)
    await window.unroute(url)
  }

  async shoot(window, title) {
    const name = `${String(++this.count).padStart(3, '0')}-${title.split(' – ')[0].replace(/[^\w]+/g, '-').toLowerCase()}`
    await window.screenshot({ path: join(this.shots, `${name}.png`), fullPage: true })
  }

  async axe(window, where) {
    const violations = await window.evaluate(
      async (values) =>
        (await globalThis.axe.run({ exclude: [['.op-drawing']] }, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })).violations.map(
          (violation) => `${violation.id} on ${violation.nodes[0].html.slice(0, 160)} (${violation.nodes.length})`
        ),
      TAGS
    )
    check(violations.length === 0, `axe on ${where}`, violations.join('; '))
  }

  async fits(window, where) {
    const wide = await window.evaluate(() => {
      const over = document.documentElement.scrollWidth - window.innerWidth
      if (over <= 0) return ''
      const worst = [...document.querySelectorAll('main *, header *, footer *')].find(
        (element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !element.closest('.op-scroll')
      )
      return `${over} pixels too wide, first ${worst?.outerHTML.slice(0, 120)}`
    })
    check(wide === '', `${where} fits in 320 pixels`, wide)
  }

  async focusIsVisible(window, where) {
    const unseen = await window.evaluate(() => {
      const drawn = (element) => {
        const label = element.matches('[type=radio], [type=checkbox]') ? element.nextElementSibling : null
        return [element, label, element.parentElement]
          .filter(Boolean)
          .flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::before')])
          .map((s) => [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderTopWidth, s.borderTopColor, s.clipPath, s.position].join())
          .join('|')
      }
      const bad = []
      const all = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')
      for (const element of all) {
        if (element.offsetParent === null || element.closest('.op-drawing')) continue
        document.activeElement?.blur()
        const before = drawn(element)
        element.focus()
        if (document.activeElement === element && drawn(element) === before) bad.push(element.outerHTML.slice(0, 100))
      }
      document.activeElement?.blur()
      return bad
    })
    check(unseen.length === 0, `focus is visible on ${where}`, unseen.slice(0, 3).join('; '))
  }

  async targets(window, where) {
    const small = await window.evaluate(() =>
      [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a[href]')]
        .filter((element) => element.offsetParent !== null && !element.closest('.govuk-visually-hidden, .govuk-skip-link, .op-drawing'))
        // A link within a sentence is as high as its line.
        .filter((element) => element.tagName !== 'A' ||
          element.textContent.trim().length >= element.parentElement.textContent.trim().length)
        .filter((element) => {
          // A link whose ::after is spread over what it stands in is as large as that.
          const after = getComputedStyle(element, '::after')
          const spread = after.position === 'absolute' && after.content !== 'none' ? element.offsetParent : element
          const box = spread.getBoundingClientRect()
          return box.width < 24 || box.height < 24
        })
        .map((element) => element.outerHTML.slice(0, 100))
    )
    check(small.length === 0, `targets on ${where} are at least 24 pixels`, small.slice(0, 3).join('; '))
  }

  /** Every link of the page is followed once, by the same visitor. */
  async links(page, where) {
    const hrefs = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    for (const href of hrefs) {
      const url = new URL(href, page.url())
      const key = patternOf(url.href) + url.search.replace(/[a-z]{3}_[0-9a-zA-Z]+/g, '*')
      if (this.linksSeen.has(key)) continue
      this.linksSeen.add(key)
      const response = await page.context().request.get(url.href)
      checkHeaders({ url: () => url.href, status: () => response.status(), headers: () => response.headers() })
      check(response.status() < 400, `the link ${key} of ${where} leads somewhere`, `status ${response.status()}`)
    }
  }
}
