// Warns before a visit ends because no page was opened for a while, and lets the visitor go on with
// one press. Without scripts each page says how long a visit lasts. The page gives a closed <dialog>
// with the seconds that are left; tabs of one browser tell each other when one of them goes on.

const WARN_SECONDS = 120
const READ_ALOUD = [120, 60, 30]

export function watchSession() {
  const dialog = document.getElementById('op-session')
  if (!dialog || !dialog.showModal) return
  const left = dialog.querySelector('.op-session__left')
  const stay = dialog.querySelector('.op-session__stay')
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('onepurse-session') : undefined
  let ends = 0
  let timer

  const secondsLeft = () => Math.round((ends - Date.now()) / 1000)

  function say(seconds) {
    const minutes = Math.ceil(seconds / 60)
    left.textContent = seconds > 60 ? `${minutes} minutes are left.` : seconds > 30 ? 'One minute is left.' : 'Half a minute is left.'
  }

  function look() {
    const seconds = secondsLeft()
    if (seconds <= 0) {
      // The server knows best: when the visit goes on after all, it leads back to this page.
      window.location.assign(dialog.dataset.after)
      return
    }
    if (seconds > WARN_SECONDS) {
      if (dialog.open) dialog.close()
      timer = setTimeout(look, (seconds - WARN_SECONDS) * 1000)
      return
    }
    if (!dialog.open) {
      say(seconds)
      dialog.showModal()
      stay.focus()
    } else if (READ_ALOUD.includes(seconds)) {
      say(seconds)
    }
    timer = setTimeout(look, 1000)
  }

  function lasts(seconds) {
    ends = Date.now() + seconds * 1000
    clearTimeout(timer)
    look()
  }

  // Escape does what the button does: nothing typed is lost by pressing a key.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    stay.click()
  })

  stay.addEventListener('click', async () => {
    let seconds = 0
    try {
      const answer = await fetch(dialog.dataset.stay, { headers: { Accept: 'application/json' }, redirect: 'error' })
      if (answer.ok) seconds = (await answer.json()).seconds
    } catch {
      // Nothing was heard: the time that is left goes on, and pressing again tries again.
    }
    if (seconds > secondsLeft()) {
      tabs?.postMessage(seconds)
      lasts(seconds)
    }
    if (secondsLeft() <= WARN_SECONDS) dialog.querySelector('.op-session__limit').hidden = false
  })

  if (tabs) {
    tabs.onmessage = (message) => lasts(Math.max(Number(message.data) || 0, secondsLeft()))
    tabs.postMessage(Number(dialog.dataset.seconds))
  }
  // Time goes on while a computer sleeps.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      clearTimeout(timer)
      look()
    }
  })
  lasts(Number(dialog.dataset.seconds))
}
