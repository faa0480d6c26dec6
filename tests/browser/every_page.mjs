// Every page of the product, found in its own table of routes, as everybody of the example councils sees it. Each
// walker follows the links of its pages; addresses that no link leads to are made from ids seen elsewhere. Every
// answer's words are read, and one or two of each page are shown wide and narrow and held against axe-core. A
// route that nobody reaches fails by its name, unless it stands in UNREACHED with its reason.

import { Inspector, skeletonOf } from './inspect.mjs'
import { check } from './report.mjs'
import { Council } from './server.mjs'
import { offered, routeOf, routesOf, Walker } from './walker.mjs'

const PEOPLE = 24
const TIMES_EACH = 3 // of one kind of address, for each walker
const SHOWN_EACH = 2 // of one route, in a browser
const TRIES_EACH = 60 // of one route no link leads to
const TABS = 2

// What the example councils never come to by their last day.
const UNREACHED = {
  '/finance/invoices/{invoice}/refund': 'nobody of the example paid more than a bill asks; own_money_pages_test pays one back'
}

// What somebody does first, so that its pages are there: who, on which page, which form (the end of its action).
const DEEDS = [
  ['nobody signed in', '/ask', '/ask'],
  ['person', '/people/{person}/questions/new', '/questions/new'],
  ['person', '/people/{person}/helpers/invite', '/helpers/invite'],
  ['social worker', '/people/{person}/helpers/record', '/helpers/record'],
  ['social worker', '/people/{person}/keyed-assessment', '/keyed-assessment'],
  ['person', '/people/{person}/support', '/support/compare'],
  ['social worker', '/people/{person}/record', '/code'],
  ['policy officer', '/rules/{package}', '']
]

// What few people have and whoever tries an example must come upon: who, on which page, what it says there.
const FEW = [
  ['has a nominee', '/people/{person}/plan/{plan}', /Direct payment to [^<]+, the nominee/],
  ['has a nominee', '/people/{person}/budget', /was paid to [^<]+, who holds it for you/],
  ['had a nominee', '/people/{person}/plan/{plan}', /Direct payment to [^<]+, who stopped being the nominee on/],
  ['adds own money', '/people/{person}/plan/{plan}', /Own money/],
  ['adds own money', '/people/{person}/budget', /The plan says that you pay [^<]+ of your own money/]
]

// Pages with an Easy Read view of their own, which somebody has to reach by links.
const EASY = [
  '/people/{person}/assessment',
  '/people/{person}/assessment/{question}',
  '/people/{person}/why',
  '/people/{person}/contribution',
  '/people/{person}/plan/{plan}',
  '/people/{person}/support/{offer}',
  '/people/{person}/orders',
  '/people/{person}/orders/{order}/deliveries/{delivery}/refuse',
  '/people/{person}/statement',
  '/people/{person}/spending',
  '/people/{person}/spending/new'
]

// Pages that may send on to another.
const SENDS_ON = ['/home', '/stream', '/people/{person}/keyed-assessment']

// Files and data, with what they say they are.
const FILES = [
  [/\.csv$/, /^text\/csv/],
  [/^\/check-a-sum\/keys\/\{council\}$/, /^text\/plain/],
  [/\.json$|\/why\/facts$|\/why\/check\/\{number\}$|^\/account\/stay$/, /^application\/json/],
  [/^\/finance\/runs\/\{run\}\/file$/, /xml|csv/],
  [/\.xlsx$/, /spreadsheetml/]
]

const textOf = (html) =>
  html
    // What stands in a field is what somebody typed.
    .replace(/<(head|script|style|code|svg|template|textarea)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ')

/** What can be read from a page without showing it. */
function read(walker, answer, pattern) {
  const where = `${pattern} for ${walker.what}`
  const { body } = answer
  const headings = body.match(/<h1[\s>]/g)?.length ?? 0
  check(headings === 1, `${where} has one h1`, `${headings}`)
  const title = /<title>([^<]*)<\/title>/.exec(body)?.[1].trim() ?? ''
  check(title.length > 0 && !title.startsWith('–'), `${where} has a title`, title)
  check(/<a class="govuk-link" href="\/help[^"]*">Help with this page<\/a>/.test(body), `${where} has its link to help`)
  const raw = /.{0,30}(?:\{\w*\}|\bundefined\b|\bNaN\b|\b[a-z]+_[a-z_]+\b).{0,30}/.exec(textOf(body).replace(/\s+/g, ' '))
  check(!raw, `${where} shows no raw words`, raw?.[0])
}

class Census {
  constructor(routes) {
    this.routes = routes
    this.reached = new Map() // pattern -> answers to show, told apart by what they are built of
    this.words = new Map() // parameter -> the words seen for it
    this.bound = [] // the words of each address that was seen, together
    this.doors = [] // where each walker saw each route
    this.read = 0
    this.met = new Set() // of FEW
  }

  meet(walker, answer, found) {
    if (!found) return
    this.learn(found.words, answer.body)
    const { pattern } = found.route
    if (answer.status === 303) {
      if (SENDS_ON.includes(pattern)) this.note(pattern)
      return
    }
    const ok = answer.status === 200
    check(ok, `a link to ${pattern} answers ${walker.what} with 200`, `${answer.status} for ${walker.name} at ${answer.path.replace(/_[0-9a-z]{12,}/g, '_*')}`)
    if (ok) this.take(walker, answer, pattern)
  }

  note(pattern) {
    if (!this.reached.has(pattern)) this.reached.set(pattern, new Map())
    return this.reached.get(pattern)
  }

  take(walker, answer, pattern) {
    ++this.read
    this.doors.push({ walker, pattern, path: answer.path })
    const shown = this.note(pattern)
    for (const few of FEW) {
      const [besides, where, says] = few
      if (pattern === where && walker.besides.includes(besides) && says.test(answer.body)) this.met.add(few)
    }
    const file = FILES.find(([shape]) => shape.test(pattern))
    if (file) {
      check(file[1].test(answer.type), `${pattern} is a file of its kind`, answer.type)
      return
    }
    check(/^text\/html/.test(answer.type), `${pattern} is a page`, answer.type)
    read(walker, answer, pattern)
    const view = new URLSearchParams(answer.path.split('?')[1]).get('view') ?? ''
    const most = SHOWN_EACH + [...shown.values()].filter((one) => one.view).length
    const key = view + skeletonOf(answer.body)
    if (shown.size < most || (view && ![...shown.values()].some((one) => one.view === view))) {
      if (!shown.has(key)) shown.set(key, { walker, answer, view })
    }
  }

  learn(words, body) {
    this.bound.push(words)
    const add = (name, word) => this.words.set(name, (this.words.get(name) ?? new Set()).add(word))
    for (const [name, word] of Object.entries(words)) add(name, word)
    for (const [path] of body.matchAll(/(?<=(?:href|action)=")\/[^"?#]*/g)) {
      const found = routeOf(this.routes, path)
      if (!found) continue
      for (const [name, word] of Object.entries(found.words)) add(name, word)
      if (found.route.names.length > 1) this.bound.push(found.words)
    }
  }

  /** Addresses of a route no link leads to, with words that were seen together first. */
  *guesses(route) {
    const seen = new Set()
    const fits = this.bound.map((words) => [route.names.filter((name) => name in words).length, words]).filter(([count]) => count > 0)
    fits.sort(([one], [other]) => other - one)
    for (const [, words] of fits) {
      const missing = route.names.filter((name) => !(name in words))
      let rows = [words]
      for (const name of missing) rows = rows.flatMap((row) => [...(this.words.get(name) ?? [])].slice(0, 4).map((word) => ({ ...row, [name]: word })))
      for (const row of rows) {
        const path = route.pattern.replace(/\{(\w+)\}/g, (_, name) => row[name])
        if (!seen.has(path)) yield path
        seen.add(path)
        if (seen.size >= TRIES_EACH) return
      }
    }
    if (route.names.length === 0) yield route.pattern
  }
}

/** Does what makes the pages that are not there yet, and walks again from where it led. */
async function doDeeds(census, walkers) {
  const meet = (...met) => census.meet(...met)
  for (const [what, pattern, action] of DEEDS) {
    let done
    for (const { walker, path } of census.doors.filter((door) => door.pattern === pattern && door.walker.what === what)) {
      const answer = await walker.send(path, action)
      if (![200, 303].includes(answer.status)) continue
      done = true
      await walker.walk(TIMES_EACH, meet, [answer.location ?? answer.path, path])
      break
    }
    check(done, `${what} can send ${pattern}`)
  }
  for (const walker of walkers.filter(({ what }) => what.startsWith('social worker'))) await walker.walk(TIMES_EACH, meet)
}

async function tryWithoutLinks(census, walkers) {
  for (const route of census.routes) {
    if (census.reached.has(route.pattern)) continue
    search: for (const path of census.guesses(route)) {
      for (const walker of walkers) {
        const answer = await walker.ask(path)
        if (answer.status !== 200) continue
        census.take(walker, answer, route.pattern)
        break search
      }
    }
  }
}

/** What an order would cost, in both views: an answer to what was typed, with nothing done yet. */
async function takeCosts(census, pages) {
  const pattern = '/people/{person}/support/{offer}'
  const offers = census.doors.filter((door) => door.pattern === pattern && door.walker.what === 'person')
  for (const view of ['', '?view=easy']) {
    let shown
    for (const { walker, path } of offers) {
      const address = path.split('?')[0]
      // The last day of the budget is one that its money can pay for.
      const budget = textOf((await walker.ask(`${address.split('/support/')[0]}/budget`)).body)
      const [, day, month, year] = /This budget is for [^.]* to (\d+) (\w+) (\d{4})\./.exec(budget) ?? []
      if (!day) continue
      const number = new Date(`${day} ${month} ${year} UTC`).getUTCMonth() + 1
      const typed = { quantity: '1' }
      for (const end of ['from', 'until']) Object.assign(typed, { [`${end}-day`]: day, [`${end}-month`]: `${number}`, [`${end}-year`]: year })
      const answer = await walker.send(address + view, address + view, typed)
      if (answer.status !== 200 || !answer.body.includes('Order this for')) continue
      read(walker, answer, pattern)
      pages.push({ walker, answer, pattern, state: `what it costs${view ? ', easy' : ''}` })
      shown = true
      break
    }
    check(shown, `a person sees what an order would cost${view ? ' in Easy Read' : ''}`, `${offers.length} offers tried`)
  }
}

/** States of a page that are answers to a wrong address. */
async function takeWrongTurns(census, walkers, pages) {
  const finder = (pattern) => [...(census.reached.get(pattern)?.values() ?? [])][0]
  const wrong = [
    ['no such page', walkers[0], '/nowhere', 404],
    ['a parameter it does not know', walkers[0], '/help?no-such=1', 400],
    ['dates that are none', finder('/people/{person}/statement')?.walker, `${finder('/people/{person}/statement')?.answer.path.split('?')[0]}?from-day=40&from-month=13&from-year=2006&until-day=&until-month=&until-year=`, 422],
    ['dates that are none', finder('/streams/{stream}/statement')?.walker, `${finder('/streams/{stream}/statement')?.answer.path.split('?')[0]}?from-day=40&from-month=13&from-year=2006&until-day=&until-month=&until-year=`, 422]
  ]
  for (const [state, walker, path, status] of wrong) {
    const answer = await walker.ask(path)
    const pattern = routeOf(census.routes, path.split('?')[0])?.route.pattern ?? path
    check(answer.status === status, `${pattern} with ${state} answers ${status}`, `${answer.status}`)
    pages.push({ walker, answer, pattern, state })
  }
}

/** Walks through every page and shows each; `isQuick` leaves the showing out. */
export async function everyPage({ browser, shots, isQuick }) {
  const began = Date.now()
  const town = await Council.example(PEOPLE)
  const inspectors = Array.from({ length: TABS }, () => new Inspector(browser, shots, isQuick))
  try {
    const routes = await routesOf(town)
    check(routes.length > 100, 'the page that lists every page lists them', `${routes.length}`)
    const census = new Census(routes)
    const walkers = []
    for (const council of ['wendlebury', 'little-marling']) {
      const people = [{ council, name: 'Nobody', what: 'nobody signed in' }, ...(await offered(town, council))]
      for (const person of people) {
        const walker = new Walker(town, routes, person)
        await walker.enter()
        await walker.walk(TIMES_EACH, (...met) => census.meet(...met))
        walkers.push(walker)
      }
    }
    const linked = census.reached.size
    await doDeeds(census, walkers)
    await tryWithoutLinks(census, walkers)
    for (const { pattern } of routes) {
      const isReached = census.reached.has(pattern)
      if (UNREACHED[pattern]) check(!isReached, `${pattern} is reached now, and no longer stands among those that are not`)
      else check(isReached, `somebody reaches ${pattern}`)
    }
    for (const pattern of EASY) check([...(census.reached.get(pattern)?.values() ?? [])].some(({ view }) => view === 'easy'), `somebody reaches ${pattern} in Easy Read`)
    for (const pattern of Object.keys(UNREACHED)) check(routes.some((route) => route.pattern === pattern), `${pattern} is still a page`)
    for (const few of FEW) check(census.met.has(few), `somebody of the example who ${few[0]} comes to ${few[1]}, which says so`)
    console.log(`Pages: ${census.reached.size} of ${routes.length} routes reached, ${linked} by links, by ${walkers.length} visitors; ${census.read} answers read in ${Math.round((Date.now() - began) / 1000)} s`)
    for (const [pattern, reason] of Object.entries(UNREACHED)) console.log(`Not reached: ${pattern}: ${reason}`)

    const pages = [...census.reached].flatMap(([pattern, shown]) => [...shown.values()].map((one) => ({ ...one, pattern, state: one.view })))
    await takeCosts(census, pages)
    await takeWrongTurns(census, walkers, pages)
    const total = pages.length
    if (!isQuick) {
      await Promise.all(
        inspectors.map(async (inspector) => {
          for (let page = pages.shift(); page; page = pages.shift()) {
            const { walker, answer, pattern, state } = page
            const where = `${pattern} for ${walker.what}${state ? ` (${state})` : ''}`
            const title = /<title>([^<]*)/.exec(answer.body)?.[1] ?? ''
            await inspector.lookAt({ url: town.url + answer.path, html: answer.body, title, scripts: true, where })
          }
        })
      )
    }
    console.log(`Every page: ${total} shown, ${Math.round((Date.now() - began) / 1000)} s`)
  } catch (failure) {
    check(false, 'the walk through every page comes to its end', failure.stack.split('\n').slice(0, 8).join('\n'))
  }
  await town.remove()
}
