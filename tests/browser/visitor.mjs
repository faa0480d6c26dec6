// A visitor is one person at a browser of their own: signs in, goes, presses, types, and reads. After each step
// the page reached is inspected.

import { Keyboard, Mouse } from './hands.mjs'
import { checkHeaders } from './inspect.mjs'
import { check } from './report.mjs'

export class Visitor {
  /** `way` is "clicks" (scripts off) or "keyboard" (scripts on). */
  static async make(town, name) {
    const visitor = new Visitor()
    visitor.town = town
    visitor.name = name
    visitor.scripts = town.way === 'keyboard'
    visitor.context = await town.browser.newContext({
      javaScriptEnabled: visitor.scripts,
      viewport: { width: 1280, height: 900 },
      baseURL: town.council.url,
      acceptDownloads: true
    })
    visitor.context.setDefaultTimeout(60_000)
    visitor.page = await visitor.context.newPage()
    visitor.page.on('response', checkHeaders)
    visitor.page.on('console', (message) => {
      // The stock editor of drawings says that a library in it was built for its authors.
      if (message.type() === 'error' && !/status of 4\d\d|development build of Inferno/.test(message.text())) check(false, `the console of ${name}`, message.text())
    })
    visitor.hand = visitor.scripts ? new Keyboard(visitor.page) : new Mouse(visitor.page)
    return visitor
  }

  /** Opens the first page, the only address anybody types. */
  async open(path = '/') {
    await this.page.goto(path)
    await this.look()
  }
  async look(state) {
    await this.town.inspector.look(this.page, this.scripts, state)
  }
  within(words) {
    const part = Object.create(this)
    part.hand = this.hand.within(words)
    return part
  }
  async go(words) {
    await this.hand.go(words)
    await this.look()
  }
  async press(words, state) {
    await this.hand.press(words)
    await this.look(state)
  }
  async fill(fields) {
    for (const [label, text] of Object.entries(fields)) await this.hand.fill(label, text)
  }
  async date(legend, text) {
    await this.hand.date(legend, text)
  }
  async choose(legend, words) {
    await this.hand.choose(legend, words)
  }
  async tick(...all) {
    for (const words of all) await this.hand.tick(words)
  }
  async pick(label, words) {
    await this.hand.pick(label, words)
  }

  /** The words of the main part of the page. */
  async text() {
    return (await this.page.locator('main').innerText()).replace(/\u00a0/g, ' ')
  }
  async heading() {
    return (await this.page.locator('h1').first().innerText()).trim()
  }
  /** The cells of the first row that begins with some words, in the table with that caption. */
  async row(caption, first = '') {
    const table = this.page.locator('table').filter({ has: this.page.locator('caption', { hasText: caption }) }).first()
    const cells = (row) => [...row.cells].map((cell) => cell.innerText.replace(/\u00a0/g, ' ').trim())
    const rows = await table.locator('tbody tr').evaluateAll((all, read) => all.map(new Function(`return ${read}`)()), String(cells))
    return rows.find((row) => row[0].startsWith(first)) ?? []
  }
  async code() {
    return (await this.page.locator('.op-paper-code').innerText()).trim()
  }

  /** Begins the account with a code on paper. */
  async begin(code, userName, password) {
    await this.open()
    await this.go('Begin with your code on paper')
    await this.fill({ 'The code on your paper': code })
    await this.press('Go on')
    await this.fill({ 'Choose a sign-in name': userName, 'Choose a password': password })
    await this.press('Save and sign in')
    this.recoveryCode = await this.code()
    await this.go('I have written it down')
    this.userName = userName
    this.password = password
  }
  /** Signs in again, on another day. */
  async signIn() {
    await this.open()
    await this.go('Sign in')
    await this.fill({ 'Your sign-in name': this.userName, 'Your password': this.password })
    await this.press('Sign in')
  }
}
