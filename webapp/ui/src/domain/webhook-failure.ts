/** Why a webhook was not delivered, as far as the service's words are known; 'other' where they are not. */
export type WebhookFailure = 'redirect' | 'private' | 'name' | 'certificate' | 'silence' | 'refused' | 'unreachable' | 'inactive' | 'other' | ''

const words: readonly [RegExp, WebhookFailure][] = [
  [/Redirects are not followed/, 'redirect'],
  // No more than the answer's status, which is shown anyway.
  [/^The endpoint answered \d+[^.]*\.$/, ''],
  [/not on the public internet/, 'private'],
  [/name could not be resolved/, 'name'],
  [/certificate/, 'certificate'],
  [/no answer in time/, 'silence'],
  [/refused|broke off/, 'refused'],
  [/no way to this address/, 'unreachable'],
  [/made inactive/, 'inactive'],
]

export function webhookFailureOf(reason: string): WebhookFailure {
  return words.find(([pattern]) => pattern.test(reason))?.[1] ?? 'other'
}
