/**
 * Reads phones only as far as the screens need it: to recognise a known customer while a number is
 * typed and to dial. Whether a number is one, and whose it is, the server decides.
 */

/** Countries where 8 before a ten-digit number stands for +7. */
const trunkEight = new Set(['RU', 'KZ'])

function digitsOf(written: string): string {
  return written.replace(/\D/g, '')
}

/**
 * The digits in international order where the region tells how, else as written. Works on the
 * beginning of a number too: "8 917" and "+7 917" begin alike in Russia.
 */
export function phoneKey(written: string, region: string): string {
  const digits = digitsOf(written)
  if (written.trim().startsWith('+') || !trunkEight.has(region)) return digits
  if (digits.startsWith('8') && digits.length <= 11) return `7${digits.slice(1)}`
  if (digits.length === 10) return `7${digits}`
  return digits
}

/** As many digits as a whole number has at least, without the country's code. */
export function looksComplete(written: string): boolean {
  return digitsOf(written).length >= 10
}

/** Whether the phone may be the one that is being typed, from its beginning or any part of it. */
export function phoneMatches(phone: string, typed: string, region: string): boolean {
  const digits = digitsOf(typed)
  if (digits === '') return false
  const key = phoneKey(phone, region)
  return key.startsWith(phoneKey(typed, region)) || (digits.length >= 3 && key.includes(digits))
}

export function samePhone(one: string, other: string, region: string): boolean {
  return phoneKey(one, region) === phoneKey(other, region)
}

/** The address that dials the number. */
export function dialAddress(phone: string, region: string): string {
  const key = phoneKey(phone, region)
  const international = phone.trim().startsWith('+') || key !== digitsOf(phone)
  return `tel:${international ? '+' : ''}${key}`
}

/** The address of the chat with whoever has the number in Telegram: https://core.telegram.org/api/links */
export function chatAddress(phone: string, region: string): string {
  return `https://t.me/+${phoneKey(phone, region)}`
}
