// How a visitor uses a page: with the mouse, or with the keyboard alone. Both find things only by the words a
// person sees. The keyboard hand presses Tab until the thing has the focus, and fails when it cannot be reached.

const TABS_MAX = 400

/** A label, legend or name must match as a whole, whatever blanks stand around it. */
function exactly(words) {
  return new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)
}

class Hand {
  constructor(page) {
    this.page = page
  }

  /** The part of the page to look in: a card or a row that contains some words, else the whole page. */
  within(words) {
    const other = Object.create(this)
    other.scope = words
    return other
  }

  get place() {
    if (!this.scope) return this.page.locator('body')
    const { page, scope } = this
    return page.locator('.govuk-summary-card, tr, .op-delivery, li, .op-fold__row, dl').filter({ hasText: scope }).last()
  }

  link(words) {
    // A link that looks like a button says that it is one.
    const like = this.place.locator('a[role=button]').filter({ hasText: exactly(words) })
    return this.place.getByRole('link', { name: exactly(words) }).or(like).first()
  }
  button(words) {
    return this.place.getByRole('button', { name: exactly(words) }).first()
  }
  field(label) {
    // A cell of a sheet is named by two words together: its column and its row.
    const named = ['textbox', 'combobox'].map((role) => this.place.getByRole(role, { name: exactly(label) }))
    return named.reduce((all, one) => all.or(one), this.place.getByLabel(exactly(label))).first()
  }
  group(legend) {
    return this.place.getByRole('group', { name: legend }).first()
  }
  choiceOf(legend, words) {
    const inside = legend ? this.group(legend) : this.place
    return inside.getByRole('radio', { name: exactly(words) }).first()
  }
  boxOf(words) {
    return this.place.getByRole('checkbox', { name: exactly(words) }).first()
  }

  async date(legend, text) {
    const [day, month, year] = text.split(' ')
    const group = this.group(legend)
    await this.type(group.getByLabel(exactly('Day')), day)
    await this.type(group.getByLabel(exactly('Month')), month)
    await this.type(group.getByLabel(exactly('Year')), year)
  }
}

export class Mouse extends Hand {
  async go(words) {
    await this.arrive(() => this.link(words).click())
  }
  async press(words) {
    await this.arrive(() => this.button(words).click())
  }
  async arrive(act) {
    await act()
    await this.page.waitForLoadState('load')
  }
  async type(field, text) {
    await field.fill(text)
  }
  async fill(label, text) {
    await this.type(this.field(label), text)
  }
  async choose(legend, words) {
    await this.choiceOf(legend, words).check()
  }
  async tick(words) {
    await this.boxOf(words).check()
  }
  async pick(label, words) {
    await this.field(label).selectOption({ label: words })
  }
  async attach(label, file) {
    await this.field(label).setInputFiles(file)
  }
  async download(words) {
    const waiting = this.page.waitForEvent('download')
    await this.link(words).click()
    return waiting
  }
}

export class Keyboard extends Hand {
  /** Presses Tab until `locator` has the focus. */
  async reach(locator, isThere = (element) => element === document.activeElement) {
    const handle = await locator.elementHandle({ timeout: 60_000 })
    for (let tabs = 0; tabs <= TABS_MAX; ++tabs) {
      if (await handle.evaluate(isThere)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`the keyboard cannot reach ${locator}`)
  }

  async leave(locator, key) {
    await this.reach(locator)
    const left = this.page.waitForEvent('framenavigated')
    await this.page.keyboard.press(key)
    await left
    await this.page.waitForLoadState('load')
  }
  async go(words) {
    await this.leave(this.link(words), 'Enter')
  }
  async press(words) {
    await this.leave(this.button(words), 'Enter')
  }
  async type(field, text) {
    await this.reach(field)
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.press('Delete')
    const lines = text.split('\n')
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.page.keyboard.press('Enter')
      await this.page.keyboard.insertText(line)
    }
  }
  async fill(label, text) {
    await this.type(this.field(label), text)
  }
  async choose(legend, words) {
    const radio = this.choiceOf(legend, words)
    // Tab enters a group of radios at one of them; arrows go from one to the next.
    await this.reach(radio, (wanted) => document.activeElement?.type === 'radio' && document.activeElement.name === wanted.name)
    const handle = await radio.elementHandle()
    for (let steps = 0; !(await handle.evaluate((element) => element === document.activeElement)); ++steps) {
      if (steps > 30) throw new Error(`the arrow keys cannot reach ${radio}`)
      await this.page.keyboard.press('ArrowDown')
    }
    if (!(await handle.evaluate((element) => element.checked))) await this.page.keyboard.press('Space')
  }
  async tick(words) {
    const box = this.boxOf(words)
    await this.reach(box)
    if (!(await box.isChecked())) await this.page.keyboard.press('Space')
  }
  async pick(label, words) {
    const select = this.field(label)
    await this.reach(select)
    await this.page.keyboard.press('Home')
    const chosen = () => select.evaluate((element) => element.selectedOptions[0].label.trim())
    for (let steps = 0; (await chosen()) !== words; ++steps) {
      if (steps > 200) throw new Error(`“${words}” is not in the list “${label}”`)
      await this.page.keyboard.press('ArrowDown')
    }
  }
  async attach(label, file) {
    const waiting = this.page.waitForEvent('filechooser')
    await this.reach(this.field(label))
    await this.page.keyboard.press('Enter')
    await (await waiting).setFiles(file)
  }
  async download(words) {
    await this.reach(this.link(words))
    const waiting = this.page.waitForEvent('download')
    await this.page.keyboard.press('Enter')
    return waiting
  }
}
