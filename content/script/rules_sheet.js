// Makes writing in a sheet of the rules quicker. After a pause in typing the server is asked with the form as it
// stands, exactly as its button "Check now" asks, and what it says is put in its place: the sentence is read out, and
// each fault stands beside its cell. A block of cells pasted into one fills those to the right and below. Nothing is
// worked out here, and nothing is saved. Without scripts the buttons do it.

const PAUSE = 900

export function watchSheet() {
  const form = document.querySelector('[data-sheet]')?.closest('form')
  if (!form) return
  let timer
  let asked = 0

  function putFaults(page) {
    for (const old of form.querySelectorAll('.op-grid [id$="-fault"]')) old.remove()
    for (const control of form.querySelectorAll('.op-grid [id][name]')) {
      const theirs = page.getElementById(control.id)
      if (!theirs) continue
      const fault = page.getElementById(`${control.id}-fault`)
      if (fault) control.before(fault)
      if (theirs.hasAttribute('aria-describedby')) control.setAttribute('aria-describedby', theirs.getAttribute('aria-describedby'))
      else control.removeAttribute('aria-describedby')
    }
  }

  async function check() {
    const mine = ++asked
    const body = new URLSearchParams(new FormData(form))
    body.set('act', 'check')
    try {
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'error' })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const said = page.getElementById('op-sheet-said')
      const checks = page.getElementById('op-sheet-checks')
      if (mine !== asked || !said || !checks) return
      const here = document.getElementById('op-sheet-said')
      if (here.textContent !== said.textContent) here.textContent = said.textContent
      document.getElementById('op-sheet-checks').replaceChildren(...checks.childNodes)
      putFaults(page)
    } catch {
      // Nothing was heard: the buttons still ask, and say what is wrong.
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(check, PAUSE)
  })

  form.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const start = /^r(\d+)c(\d+)$/.exec(event.target.id ?? '')
    if (!start || !/[\t]|\n./.test(text.trimEnd())) return
    const rows = cut(text)
    const [row, column] = [Number(start[1]), Number(start[2])]
    const cells = rows.flatMap((cells, down) => cells.map((cell, right) => [document.getElementById(`r${row + down}c${column + right}`), cell]))
    // What does not fit the rows and columns shown would be lost: the page for pasting takes it.
    if (cells.some(([control]) => !control)) {
      say('These cells do not fit here. Nothing was pasted. Use “Paste rows from a spreadsheet” instead.')
      event.preventDefault()
      return
    }
    event.preventDefault()
    for (const [control, cell] of cells) put(control, cell)
    say(`Pasted ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}. Not saved yet.`)
    form.dispatchEvent(new Event('input'))
  })

  function say(words) {
    document.getElementById('op-sheet-said').textContent = words
  }
}

function put(control, cell) {
  if (control.tagName === 'SELECT' && ![...control.options].some((option) => option.value === cell)) control.add(new Option(cell, cell))
  control.value = cell
}

/** Cuts what a spreadsheet puts on the clipboard; cells with tabs, line ends or marks stand in quotation marks. */
function cut(text) {
  const rows = [['']]
  for (let at = 0; at < text.length; ++at) {
    const row = rows[rows.length - 1]
    const rest = text.slice(at)
    const quoted = row[row.length - 1] === '' && /^"((?:[^"]|"")*)"(?=\t|\r|\n|$)/.exec(rest)
    if (quoted && /[\t\n\r]|""/.test(quoted[1])) {
      row[row.length - 1] = quoted[1].replaceAll('""', '"').replaceAll('\r', '')
      at += quoted[0].length - 1
    } else if (text[at] === '\t') row.push('')
    else if (text[at] === '\n') rows.push([''])
    else if (text[at] !== '\r') row[row.length - 1] += text[at]
  }
  if (rows.length > 1 && rows[rows.length - 1].join('') === '') rows.pop()
  return rows
}
