// Runs the story twice, by clicks with scripts off and by keyboard alone, with what hostile or hurried visitors
// do, then the guide to changing a rule in the same two ways, then looks at every page there is. Prints what does not hold and "N passed, N failed".

import { chromium } from 'playwright-core'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyPage } from './every_page.mjs'
import { Inspector } from './inspect.mjs'
import { check, finish } from './report.mjs'
import { rules } from './rules.mjs'
import { Council } from './server.mjs'
import { story } from './story.mjs'

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const only = option('--only')
const shots = option('--shots')

const profile = mkdtempSync(join(tmpdir(), 'onepurse-chromium-'))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
  ],
  env: { ...process.env, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile }
})
const PEOPLE = 24 // of the council whose rules are changed
const isQuick = process.argv.includes('--quick')
const inspector = new Inspector(browser, shots, isQuick)

async function tell(way) {
  const began = Date.now()
  const council = await Council.open('Fernside Council', 'Dee Brook', '2006-05-02')
  try {
    await story({ way, browser, council, inspector })
  } catch (failure) {
    check(false, `the story by ${way} comes to its end`, failure.stack.split('\n').slice(0, 12).join('\n'))
  }
  await council.remove()
  console.log(`The story by ${way}: ${Math.round((Date.now() - began) / 1000)} s`)
}

async function changeRules(way) {
  const began = Date.now()
  const council = await Council.example(PEOPLE)
  try {
    await rules({ way, browser, council, inspector })
  } catch (failure) {
    check(false, `changing a rule by ${way} comes to its end`, failure.stack.split('\n').slice(0, 12).join('\n'))
  }
  await council.remove()
  console.log(`Changing a rule by ${way}: ${Math.round((Date.now() - began) / 1000)} s`)
}

// The two ways share nothing but the browser, so they are told at the same time.
await Promise.all(['clicks', 'keyboard'].filter((way) => !only || only === way).map(tell))
if (!only || only === 'rules') await Promise.all(['clicks', 'keyboard'].map(changeRules))
if (!only || only === 'pages') await everyPage({ browser, shots: shots && join(shots, 'pages'), isQuick })

await browser.close()
rmSync(profile, { recursive: true, force: true })
process.exit(finish() ? 0 : 1)
