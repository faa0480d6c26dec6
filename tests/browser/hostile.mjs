// What hurried, unlucky and hostile visitors do: bad figures, far too much, names that turn the text round,
// addresses that were typed, two clicks on one button, and a helper whose help ended in an open tab.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beginAccount } from './cast.mjs'
import { checkHeaders } from './inspect.mjs'
import { check, equal, says } from './report.mjs'
import { Visitor } from './visitor.mjs'

const TURNING = 'Ann \u202Eehsa'

/** An error state: in the title, the summary, beside the field; and what was typed is still there. */
async function refusedAt(visitor, label, typed) {
  const { page } = visitor
  const field = page.getByLabel(label, { exact: true }).first()
  const what = `“${typed}” in “${label}”`
  check((await page.title()).startsWith('Error: '), `${what} is refused in the title`)
  equal(await field.inputValue(), typed, `${what} is kept`)
  const described = (await field.getAttribute('aria-describedby')) ?? ''
  const beside = await page.locator(described.split(' ').filter((id) => id.endsWith('-error')).map((id) => `#${id}`).join() || '#none').allInnerTexts()
  const summary = await page.locator('.govuk-error-summary__list').innerText()
  const message = (beside[0] ?? '').replace(/^Error:\s*/, '').trim()
  check(message.length > 10 && summary.includes(message), `${what} is explained beside the field and in the summary`, `beside: ${message}; summary: ${summary}`)
}

async function badFigures(ann) {
  await ann.go('Your budget')
  await ann.go('Report what you spent')
  for (const typed of ['1e9', '-0', '12.345', '9'.repeat(60), '٣٤']) {
    await ann.fill({ 'How much?': typed })
    await ann.press('Report it', typed)
    await refusedAt(ann, 'How much?', typed)
  }
}

async function badName(town) {
  const stranger = await Visitor.make(town, 'a stranger')
  await stranger.open('/ask')
  await stranger.fill({ 'Your name': TURNING, 'How can we reach you?': 'x', 'What would you like help with?': 'y' })
  await stranger.press('Send', 'a name that turns the text round')
  await refusedAt(stranger, 'Your name', TURNING)
}

async function badRequests(town) {
  const { request } = await town.browser.newContext({ baseURL: town.council.url })
  const asked = async (what, response, status) => {
    checkHeaders({ url: () => response.url(), status: () => response.status(), headers: () => response.headers() })
    equal(response.status(), status, what)
    check((await response.text()).includes('<title>Error: '), `${what} is a page titled Error`)
  }
  await asked('an unknown query parameter', await request.get('/pilots?colour=red'), 400)
  await asked('an address that is not there', await request.get('/no/such/page'), 404)
  await asked('another method', await request.delete('/ask'), 405)
  await asked('a form without its number', await request.post('/ask', { form: { name: 'x' } }), 403)
  await asked('JSON where a form is taken', await request.post('/ask', { data: { name: 'x' } }), 415)
  await asked('10 MB of a form', await request.post('/ask', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, data: `name=${'x'.repeat(10 * 1024 * 1024)}` }), 413)
}

function deepJson() {
  const file = join(mkdtempSync(join(tmpdir(), 'onepurse-deep-')), 'case.json')
  writeFileSync(file, `{"answers":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
  let status = 0
  let said = ''
  try {
    execFileSync(process.env.ONEPURSE_BINARY, ['decide', 'policies/england-2005-pilot', '--on', '2006-05-02', '--case', file], { stdio: 'pipe' })
  } catch (failure) {
    status = failure.status
    said = String(failure.stderr)
  }
  equal(status, 1, 'JSON 100,000 deep is refused')
  check(said.length > 20 && said.length < 1000, 'JSON 100,000 deep is refused in words', said.slice(0, 200))
}

/** Two clicks on one button, and the same form sent twice at once, are one act. */
async function twice(town, worker) {
  const hurried = await Visitor.make({ ...town, way: 'clicks' }, 'Hal Hasty')
  await hurried.open('/ask')
  await hurried.fill({ 'Your name': 'Hal Hasty', 'How can we reach you?': 'By letter', 'What would you like help with?': 'Meals' })
  const [csrf, number] = await Promise.all(['csrf', 'request'].map((name) => hurried.page.locator(`main input[name=${name}]`).inputValue()))
  const form = { csrf, request: number, council: 'fernside', name: 'Hal Hasty', reach: 'By letter', own_words: 'Meals', format: 'standard' }
  const send = () => hurried.context.request.post('/ask', { form, maxRedirects: 0 })
  const both = await Promise.all([send(), send()])
  equal(both.map((response) => response.status()).join(), '303,303', 'a form sent twice at once is answered twice alike')
  await hurried.page.getByRole('button', { name: 'Send' }).dblclick()
  await worker.go('Your work')
  const found = await worker.page.getByRole('link', { name: 'Read and start a record for Hal Hasty' }).count()
  equal(found, 1, 'a form sent three times is one request for help')
  const other = await hurried.context.request.post('/ask', { form: { ...form, name: 'Hal Other' }, maxRedirects: 0 })
  check(other.status() >= 400, 'the number of a form with other content is refused', `status ${other.status()}`)
}

async function helperInAnOpenTab(town, ann) {
  await ann.go('Your budget')
  await ann.go('Who can see this?')
  await ann.go('Invite somebody to help me')
  await ann.press('Invite', 'empty')
  await ann.fill({ Name: 'Jo Ashe' })
  await ann.choose('Who is this?', 'Family')
  await ann.tick('See the record')
  await ann.press('Invite')
  const jo = await beginAccount(town, 'Jo Ashe', await ann.code())
  await jo.go('Ann Ashe')
  says(await jo.page.locator('.op-acting-for').innerText(), 'You are helping Ann Ashe', 'the page of a helper')
  const second = await jo.context.newPage()
  await second.goto(jo.page.url())
  await ann.go('See who can see this')
  await ann.go('End this help (Jo Ashe)')
  await ann.press('Yes, end it now')
  const answer = await Promise.all([second.waitForResponse((response) => response.request().isNavigationRequest()), second.reload()])
  equal(answer[0].status(), 403, 'a helper whose help ended is refused at the next click in an open tab')
  await jo.hand.go('Statement')
  await jo.look('help has ended')
  check((await jo.page.title()).startsWith('Error: '), 'the other tab of the helper is refused too')
}

export async function hostile(town, cast, ann) {
  await badFigures(ann)
  await badName(town)
  await badRequests(town)
  deepJson()
  await twice(town, cast.worker)
  await helperInAnOpenTab(town, ann)
}
