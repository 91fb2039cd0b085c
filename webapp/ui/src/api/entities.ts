type Fields = Record<string, unknown>

interface Known {
  fields: Fields
  since: Record<string, number>
}

/**
 * What answers say of tasks, customers and so on, the newest of it by type and id. One type's fields
 * mean the same in every question, but for pages: those belong to the answer that they came in.
 */
export class Entities {
  private readonly known = new Map<string, Known>()
  private readonly guesses = new Map<number, { name: string; fields: Fields }>()

  /** What is known since a later moment than `at`, a count of them, is left as it is. */
  learn(answer: unknown, at: number): void {
    eachEntity(answer, (entity, name) => {
      const { fields, since } = this.known.get(name) ?? { fields: {}, since: {} }
      for (const [field, value] of Object.entries(entity)) {
        if (isPage(value) || (since[field] ?? 0) > at) continue
        fields[field] = value
        since[field] = at
      }
      this.known.set(name, { fields, since })
    })
  }

  /** Forgets what is in none of the answers. */
  keepOnly(answers: unknown[]): void {
    const names = new Set<string>()
    eachEntity(answers, (_, name) => names.add(name))
    for (const name of this.known.keys()) if (!names.has(name)) this.known.delete(name)
  }

  /** Until it is forgotten, a guess is believed more than what is known. */
  guess(id: number, type: string, fields: Fields & { id: string }): void {
    this.guesses.set(id, { name: `${type}:${fields.id}`, fields })
  }

  forgetGuess(id: number): void {
    this.guesses.delete(id)
  }

  /** The answer as it would be now; the same objects as in the one before where nothing has changed. */
  renew<Answer>(answer: Answer, before = answer): Answer {
    return this.merge(before, answer) as Answer
  }

  private merge(before: unknown, now: unknown): unknown {
    if (Array.isArray(now)) {
      const old: unknown[] = Array.isArray(before) ? before : []
      const merged = now.map((item, index) => this.merge(old[index], item))
      return merged.length === old.length && merged.every((item, index) => item === old[index]) ? old : merged
    }
    return isObject(now) ? this.mergeObject(isObject(before) && nameOf(before) === nameOf(now) ? before : {}, now) : now
  }

  private mergeObject(before: Fields, now: Fields): Fields {
    const known = this.newest(nameOf(now))
    const merged: Fields = {}
    let changed = false
    for (const field in before === now ? now : { ...before, ...now }) {
      const latest = !isPage(before[field]) && field in known ? known[field] : field in now ? now[field] : before[field]
      merged[field] = this.merge(before[field], latest)
      changed ||= merged[field] !== before[field]
    }
    return changed ? merged : before
  }

  private newest(name: string | null): Fields {
    const known = (name !== null && this.known.get(name)?.fields) || {}
    const guess = [...this.guesses.values()].reverse().find((guess) => guess.name === name)
    return guess ? { ...known, ...guess.fields } : known
  }
}

function eachEntity(answer: unknown, use: (entity: Fields, name: string) => void): void {
  if (Array.isArray(answer)) return answer.forEach((item) => eachEntity(item, use))
  if (!isObject(answer)) return
  const name = nameOf(answer)
  if (name !== null) use(answer, name)
  Object.values(answer).forEach((value) => eachEntity(value, use))
}

function nameOf({ __typename, id }: Fields): string | null {
  return typeof __typename === 'string' && typeof id === 'string' ? `${__typename}:${id}` : null
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function isPage(value: unknown): boolean {
  return isObject(value) && 'nodes' in value
}
