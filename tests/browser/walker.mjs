// A walker is somebody of the example councils who follows every link there is for them, without a browser: quick
// enough to read thousands of pages, and to find the ids that real pages have. Used by every_page.mjs.

/** The routes of the product, from the page that the product makes from its own table. */
export async function routesOf(town) {
  const page = await (await fetch(`${town.url}/help/pages`)).text()
  const patterns = [...page.matchAll(/<code>GET ([^<]+)<\/code>/g)].map(([, pattern]) => pattern)
  return patterns.map((pattern) => {
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    return { pattern, names, shape: new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`) }
  })
}

/** The route an address belongs to, and the words that stand for its parameters; the one with fewest wins. */
export function routeOf(routes, path) {
  const fitting = routes.filter((route) => route.shape.test(path)).sort((one, other) => one.names.length - other.names.length)
  if (fitting.length === 0) return undefined
  const [route] = fitting
  const [, ...found] = route.shape.exec(path)
  return { route, words: Object.fromEntries(route.names.map((name, index) => [name, found[index]])) }
}

const unescape = (text) => text.replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')

const attribute = (tag, name) => unescape(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** What somebody sends who leaves a form as it is, and fills what is empty: the first of each choice, plain words. */
function filled(form) {
  const fields = new URLSearchParams()
  const fill = (name, value) => name && !fields.has(name) && fields.set(name, value)
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const [name, type, value] = ['name', 'type', 'value'].map((each) => attribute(tag, each))
    if (['hidden', 'radio'].includes(type)) fill(name, value)
    else if (type === 'checkbox' && fields.getAll(name).length < 2) fields.append(name, value)
    else if (type !== 'checkbox') fill(name, value || (/-(day|month|year)$/.test(name) ? '' : 'Ada Stone'))
  }
  for (const [, tag] of form.matchAll(/(<textarea\b[^>]*>)/g)) fill(attribute(tag, 'name'), 'I would like to know more')
  for (const [, tag, option] of form.matchAll(/(<select\b[^>]*>)[\s\S]*?<option value="([^"]+)"/g)) fill(attribute(tag, 'name'), unescape(option))
  return fields
}

/** Everybody whom the page of the example offers, once each, by the council's name; `besides` is what few have. */
export async function offered(town, council) {
  const page = await (await fetch(`${town.url}/demo?council=${council}`)).text()
  const people = new Map()
  for (const [, account, name, words] of page.matchAll(/value="(acc_\w+)" name="account"[\s\S]*?Sign in as ([^<]+?)\s*<\/button>[\s\S]*?op-demo__what">([^<]*)</g)) {
    const [, what, besides] = /^(person), (.*)$/.exec(words) ?? ['', words, '']
    people.set(account, { council, account, name: unescape(name), what, besides })
  }
  return [...people.values()]
}

export class Walker {
  constructor(town, routes, { council, name, what, besides = '', account }) {
    Object.assign(this, { town, routes, council, name, what, besides, account })
    this.cookies = new Map()
    this.times = new Map() // how often each kind of address was asked for
  }

  async ask(path, form) {
    const answer = await fetch(this.town.url + path, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
      this.cookies.set(name, value)
    }
    return { path, status: answer.status, type: answer.headers.get('content-type') ?? '', location: answer.headers.get('location'), body: await answer.text() }
  }

  /** Signs in by the page of the example; without an account, stays signed out. */
  async enter() {
    const { body } = await this.ask(`/demo?council=${this.council}`)
    if (!this.account) return
    const hidden = [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name, value]) => [name, value])
    const { status } = await this.ask('/demo', { ...Object.fromEntries(hidden), account: this.account })
    if (status !== 303) throw new Error(`${this.name} cannot sign in by the page of the example: ${status}`)
  }

  /** Fills the form of a page in and sends it; `action` tells several forms apart, `typed` are words of its own. */
  async send(path, action, typed = {}) {
    const { body } = await this.ask(path)
    const forms = [...body.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form)
    const form = forms.find((one) => attribute(one, 'action').endsWith(action) && attribute(one, 'action') !== '/sign-out')
    if (!form) return { status: 0 }
    const fields = filled(form)
    for (const [name, value] of Object.entries(typed)) fields.set(name, value)
    if (attribute(form, 'method') === 'post') return this.ask(attribute(form, 'action'), fields)
    return this.ask(`${attribute(form, 'action')}?${fields}`)
  }

  /** Follows links, each kind of address `most` times; `meet` is told of each answer with its route. */
  async walk(most, meet, starts = this.account ? ['/home', '/account', '/account/stay', '/signed-out'] : ['/', '/home', '/sign-in']) {
    this.times.clear()
    const waiting = [...starts]
    const known = new Set(waiting)
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      const found = routeOf(this.routes, path.split('?')[0])
      const query = new URLSearchParams(path.split('?')[1])
      const kind = `${found?.route.pattern} ${[...query.keys()].sort()} ${query.get('view') ?? ''} ${query.get('about')?.split(':')[0] ?? ''}`
      const times = (this.times.get(kind) ?? 0) + 1
      this.times.set(kind, times)
      if (times > most || (query.size > 1 && times > 1)) continue
      const answer = await this.ask(path)
      meet(this, answer, found)
      const links = [...answer.body.matchAll(/<a[^>]*? href="(\/[^"#]*)/g)].map(([, href]) => unescape(href))
      if (answer.location) links.push(answer.location)
      for (const link of links) {
        if (known.has(link) || /^\/(assets|demo)\b/.test(link) || !routeOf(this.routes, link.split('?')[0])) continue
        known.add(link)
        waiting.push(link)
      }
    }
  }
}
