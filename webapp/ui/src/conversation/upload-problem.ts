import { inWords, type Problem } from '../api/problem'
import { t } from '../locale/conversation'

/** Why a file was not taken. */
export function uploadProblemInWords(problem: Problem): string {
  if (problem.field === 'size') return t('attachment.tooLarge')
  if (problem.field === 'empty') return t('attachment.empty')
  if (problem.code === 'INVALID') return t('attachment.refused')
  return problem.code === 'OFFLINE' || problem.code === 'INTERNAL' ? t('attachment.failed') : inWords(problem)
}
