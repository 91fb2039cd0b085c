import { inWords, type Problem } from '../../api/problem'
import { isUnproven } from '../../components/customer-row'
import type { Customer } from '../../graphql/types'
import { t } from '../../locale/prices'

/** What is told once an estimate is sent: it reaches who has a chat that is proven to be theirs. */
export function sentInWords(customer: Customer): string {
  return t(customer.telegramId === null || isUnproven(customer) ? 'send.noChat.done' : 'send.done')
}

/** Why something cannot be done with an estimate any more. */
export function lateInWords(problem: Problem): string {
  return problem.code === 'CONFLICT' && problem.field !== 'Idempotency-Key' ? t('decide.late') : inWords(problem)
}
