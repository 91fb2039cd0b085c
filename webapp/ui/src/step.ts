/** What the browser's history keeps with each place: how deep it lies there, and the address that the person came from. */
export interface Step {
  depth: number
  from: string | null
}

/** That of the place where the browser is; null while the place is new. */
export function markedStep(): Step | null {
  const { depth, from = null } = (history.state ?? {}) as Partial<Step>
  return depth === undefined ? null : { depth, from }
}

export function mark(step: Step): Step {
  history.replaceState(step, '')
  return step
}
