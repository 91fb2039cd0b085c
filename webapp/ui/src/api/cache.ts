import { makeOperation, type Exchange, type Operation, type OperationResult } from '@urql/core'
import { filter, makeSubject, map, merge, pipe, share, tap } from 'wonka'
import { Entities } from './entities'

/** How many answers are kept that nobody looks at: where a person has been in the last minutes. */
const kept = 100

/**
 * Answers are kept by question, and what is in them by type and id: a changed task is changed wherever
 * it is shown. A changed status is shown before the server has answered, and is taken back when it
 * refuses.
 */
export const cache: Exchange = ({ client, forward }) => {
  const entities = new Entities()
  const answers = new Map<number, OperationResult>()
  /** The questions whose answers somebody looks at. */
  const shown = new Map<number, Operation>()
  const waiting = new Set<number>()
  const changes = makeSubject<OperationResult>()
  let moment = 0

  function renew(key: number, answer: OperationResult): OperationResult {
    const data: unknown = entities.renew(answer.data, answers.get(key)?.data ?? answer.data)
    const renewed = data === answer.data ? answer : { ...answer, data }
    answers.delete(key) // the newest are the last
    answers.set(key, renewed)
    return renewed
  }

  /** At a counter the app is open for weeks. */
  function forgetOldest(): void {
    if (answers.size < shown.size + 2 * kept) return
    const unseen = [...answers.keys()].filter((key) => !shown.has(key))
    unseen.slice(0, -kept).forEach((key) => answers.delete(key))
    entities.keepOnly([...answers.values()].map(({ data }) => data as unknown))
  }

  function showChanges(): void {
    for (const key of shown.keys()) {
      const answer = answers.get(key)
      const renewed = answer && renew(key, answer)
      if (renewed && renewed !== answer) changes.next({ ...renewed, stale: waiting.has(key) })
    }
  }

  const askAgain = (operation: Operation) =>
    client.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }))

  const isKnown = ({ kind, key, context }: Operation) =>
    kind === 'query' && context.requestPolicy !== 'network-only' && answers.has(key)

  function begin(operation: Operation): void {
    const { kind, key } = operation
    if (kind === 'query') shown.set(key, operation)
    if (kind === 'query' && !isKnown(operation)) waiting.add(key)
    if (kind === 'teardown') {
      shown.delete(key)
      waiting.delete(key)
    }
    const status = kind === 'mutation' && statusOf(operation)
    if (status) {
      entities.guess(key, 'TaskType', status)
      showChanges()
    }
  }

  function answerFromMemory(operation: Operation): OperationResult {
    const stale = operation.context.requestPolicy === 'cache-and-network'
    if (stale) askAgain(operation)
    return { ...renew(operation.key, answers.get(operation.key)!), operation, stale }
  }

  const asked = (operation: Operation) =>
    operation.kind === 'query' ? makeOperation('query', operation, { ...operation.context, asked: ++moment }) : operation

  function receive(result: OperationResult): OperationResult {
    const { kind, key, context } = result.operation
    waiting.delete(key)
    entities.forgetGuess(key)
    // What a query says was read at some time after it was asked; what came in meanwhile is newer.
    if (!result.error) entities.learn(result.data, kind === 'query' ? (context.asked as number) : ++moment)
    const received = kind === 'query' && !result.error ? renew(key, result) : result
    forgetOldest()
    showChanges()
    if (changesLists(result)) shown.forEach(askAgain)
    return received
  }

  return (operations) => {
    const begun = pipe(operations, tap(begin), share)
    return merge([
      pipe(begun, filter(isKnown), map(answerFromMemory)),
      pipe(begun, filter((operation) => !isKnown(operation)), map(asked), forward, map(receive)),
      changes.source,
    ])
  }
}

/** What a mutation asks for that changes nothing but a task's status. */
function statusOf({ variables }: Operation): { id: string; status: string } | null {
  const { id, status, ...more } = (variables as { taskData?: { id?: string; status?: string } }).taskData ?? {}
  return id && status && Object.keys(more).length === 0 ? { id, status } : null
}

/** Whether rows may come or go in lists: then all that is shown is asked for again. */
function changesLists({ operation, data, error }: OperationResult): boolean {
  if (error || !data) return false
  const [[field, value] = ['', null]] = Object.entries(data as Record<string, { kind?: string } | null>)
  if (operation.kind === 'subscription') return value?.kind === 'DELETED'
  return operation.kind === 'mutation' && /^(create|decide|delete|merge|revoke|test|resend|updateCustomer|updateSettings)/.test(field)
}
