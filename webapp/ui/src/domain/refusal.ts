/** Why Telegram did not take a message, as far as its words are known; '' where they are not. */
export type Refusal = 'blocked' | 'deactivated' | 'noChat' | 'markup' | 'tooLong' | ''

const words: readonly [RegExp, Refusal][] = [
  [/bot was (blocked|kicked)|user_is_blocked|you_blocked_user/i, 'blocked'],
  [/user is deactivated|user_deactivated/i, 'deactivated'],
  [/can't initiate conversation|chat not found|user not found|(peer|user|chat)_id_invalid/i, 'noChat'],
  [/can't parse entities/i, 'markup'],
  [/message is too long|message_too_long/i, 'tooLong'],
]

export function refusalOf(reason: string | null): Refusal {
  return words.find(([pattern]) => pattern.test(reason ?? ''))?.[1] ?? ''
}
