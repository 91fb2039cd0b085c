/** How long a lost connection waits for its next try at most, in milliseconds, while somebody looks at the page. */
const longestWait = 5_000

/** While nobody does: what they missed is read when they look again. */
const unseenWait = 60_000

/** What tells that the network, the page or the screen is back. */
const returns = ['online', 'pageshow', 'visibilitychange'] as const

/** Resolves when it is time to connect anew, after so many tries in vain: see retryWait of graphql-ws, which itself would wait for an hour. */
export function waitToReconnect(tries: number): Promise<void> {
  return new Promise((resolve) => {
    const steps = document.hidden ? unseenWait : Math.min(longestWait, 500 * 2 ** tries)
    // Spread out, because a server that was restarted is missed by everybody at once.
    const clock = setTimeout(go, steps * (0.5 + Math.random() / 2))
    returns.forEach((name) => addEventListener(name, goIfSeen))

    function goIfSeen() {
      if (!document.hidden) go()
    }
    function go() {
      clearTimeout(clock)
      returns.forEach((name) => removeEventListener(name, goIfSeen))
      resolve()
    }
  })
}
