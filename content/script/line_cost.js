// Shows what a line of a plan costs while it is written: after a pause in typing the server is asked
// with the form as it stands, exactly as its button "Work out the cost" asks, and the answer's words
// and sums are put in their place. The sentence is read out when the reader has paused. Nothing is
// worked out here, and nothing is saved. Without scripts the button does it.

const PAUSE = 800

export function watchLineCost() {
  const said = document.getElementById('op-cost-said')
  const detail = document.getElementById('op-cost-detail')
  const form = said?.closest('form')
  if (!form || !detail) return
  let timer
  let asked = 0

  async function ask() {
    const mine = ++asked
    const body = new URLSearchParams(new FormData(form))
    body.set('act', 'cost')
    try {
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'error' })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const newSaid = page.getElementById('op-cost-said')
      const newDetail = page.getElementById('op-cost-detail')
      if (mine !== asked || !newSaid || !newDetail) return
      if (said.textContent !== newSaid.textContent) said.textContent = newSaid.textContent
      detail.replaceChildren(...newDetail.childNodes)
    } catch {
      // Nothing was heard: the button still asks, and says what is wrong.
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE)
  })
}
