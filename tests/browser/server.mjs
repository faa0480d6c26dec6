// One Onepurse for a test: an empty book made with `open-book`, or the fictional councils of `example`, served on
// a free port with a day of its own.

import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const binary = process.env.ONEPURSE_BINARY
const assets = process.env.ONEPURSE_ASSETS

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Runs one verb of the binary and gives what it printed. */
export function verb(...args) {
  return execFileSync(binary, args, { encoding: 'utf8' })
}

export class Council {
  /** Makes the empty book of a council; `code` is the paper code of who looks after accounts. */
  static async open(name, admin, today) {
    const council = new Council()
    council.data = mkdtempSync(join(tmpdir(), 'onepurse-browser-'))
    const said = verb('open-book', '--data', council.data, '--authority', 'fernside', '--name', name, '--admin', admin, '--today', today)
    council.code = said.match(/: ((?:[a-z]+-)+[a-z]+)$/m)?.[1]
    council.port = await freePort()
    council.url = `http://127.0.0.1:${council.port}`
    await council.serve(today)
    return council
  }

  /** Makes the fictional councils with so many people each, and serves both. */
  static async example(people) {
    const council = new Council()
    council.data = mkdtempSync(join(tmpdir(), 'onepurse-browser-'))
    verb('example', '--data', council.data, '--people', String(people))
    council.port = await freePort()
    council.url = `http://127.0.0.1:${council.port}`
    await council.serve()
    return council
  }

  /** Serves the book with `today` for today, or the day its example ends with; a second call begins a new day. */
  async serve(today) {
    await this.stop()
    this.child = spawn(
      binary,
      ['serve', '--port', String(this.port), '--data', this.data, ...(today ? ['--today', today] : []), '--assets', assets],
      { stdio: ['ignore', 'pipe', 'pipe'] }
    )
    this.errors = ''
    this.child.stderr.on('data', (bytes) => (this.errors += bytes))
    await new Promise((resolve, reject) => {
      this.child.stdout.on('data', (bytes) => String(bytes).includes('ready at') && resolve())
      this.child.once('exit', (status) => reject(new Error(`onepurse serve ended with ${status}: ${this.errors}`)))
    })
  }

  async stop() {
    const { child } = this
    this.child = undefined
    if (!child || child.exitCode !== null) return
    await new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGTERM')
    })
  }

  async remove() {
    await this.stop()
    rmSync(this.data, { recursive: true, force: true })
  }
}
