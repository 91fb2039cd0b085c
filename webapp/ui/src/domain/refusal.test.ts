import { describe, expect, it } from 'vitest'
import { refusalOf } from './refusal'

describe('why Telegram did not take a message', () => {
  it.each([
    ['telegram: Forbidden: bot was blocked by the user (403)', 'blocked'],
    ['telegram: Forbidden: user is deactivated (403)', 'deactivated'],
    ["telegram: Forbidden: bot can't initiate conversation with a user (403)", 'noChat'],
    ['telegram: Bad Request: chat not found (400)', 'noChat'],
    ["telegram: Bad Request: can't parse entities: Unsupported start tag (400)", 'markup'],
    ['telegram: Bad Request: message is too long (400)', 'tooLong'],
    ['telegram: Bad Request: CHAT_RESTRICTED (400)', ''],
    [null, ''],
  ])('%s', (reason, refusal) => expect(refusalOf(reason)).toBe(refusal))
})
