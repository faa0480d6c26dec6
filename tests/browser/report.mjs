// Counts what holds and what does not, and says it in the form ./test reads.

const failures = new Map()
let passed = 0
let failed = 0

/** Says that something holds or not; the same failure is printed once, with how often it came. */
export function check(holds, what, detail = '') {
  if (holds) {
    ++passed
    return true
  }
  ++failed
  const line = detail ? `${what}: ${detail}` : what
  const times = (failures.get(line) ?? 0) + 1
  failures.set(line, times)
  if (times === 1) console.log(`FAIL ${line}`)
  return false
}

export function equal(found, wanted, what) {
  return check(found === wanted, what, `wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`)
}

/** Whether a text of a page contains a figure or words. */
export function says(text, wanted, what) {
  return check(text.includes(wanted), `${what} says “${wanted}”`, `it says: ${text.replace(/\s+/g, ' ').slice(0, 300)}`)
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0
}
