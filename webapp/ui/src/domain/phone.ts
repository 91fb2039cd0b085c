/**
 * Reads phones only as far as the screens need it: to recognise a known customer while a number is
 * typed and to dial. Whether a number is one, and whose it is, the server decides.
 */

/** Countries where 8 before a ten-digit number stands for +7. */
const trunkEight = new Set(['RU', 'KZ'])

export function dialsWithEight(region: string): boolean {
  return trunkEight.has(region)
}

/** Countries whose numbers the server reads without a plus too: 375 29 …, 998 90 … */
const neighbours = /^(?:37[345]|380|99[2-68])\d{8,9}$/

/** How people write an extension, after the number. */
const extensionAtEnd = /^(.*\d\)?)[ ,;.(/]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:n|ension)?|[xх#])[ .:-]*(?:номер|no)?[ .:-]*(\d{1,7})\)?$/i

/** Digits of other scripts than Latin: where each script's zero is. */
const zeros = [0x0660, 0x06f0, 0x0966]

/** The number, folded, and its extension: without invisible marks and in ASCII digits, as the server reads it. */
function parts(written: string): { number: string; extension: string } {
  const folded = written
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, '')
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => {
      const zero = zeros.find((zero) => digit >= String.fromCharCode(zero) && digit < String.fromCharCode(zero + 10))
      return zero === undefined ? digit : String(digit.charCodeAt(0) - zero)
    })
    .replace(/\s+/g, ' ')
    .trim()
  const [, number = folded, extension = ''] = extensionAtEnd.exec(folded) ?? []
  return { number, extension }
}

function digitsOf(written: string): string {
  return parts(written).number.replace(/\D/g, '')
}

/**
 * The digits in international order where the region tells how, else as written. Works on the
 * beginning of a number too: "8 917" and "+7 917" begin alike in Russia.
 */
export function phoneKey(written: string, region: string): string {
  const { number } = parts(written)
  const digits = number.replace(/\D/g, '')
  if (!dialsWithEight(region)) return digits
  if (number.startsWith('+') && !/^8[79]\d{9}$/.test(digits)) return digits
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

/** The address that dials the number and, after a pause, the extension. */
export function dialAddress(phone: string, region: string): string {
  const { number, extension } = parts(phone)
  const key = phoneKey(phone, region)
  const international = number.startsWith('+') || key !== digitsOf(phone) || neighbours.test(key)
  return `tel:${international ? '+' : ''}${key}${extension && `,${extension}`}`
}

/** The address of the chat with whoever has the number in Telegram, in international form: https://core.telegram.org/api/links */
export function chatAddress(international: string): string {
  return `https://t.me/${international}`
}

/** How people write before a number that it is one; "tel:" is what a link to a phone has. */
const phoneWord = /^\s*(?:тел(?:ефон)?|моб(?:ильный)?|tel|phone|mobile)[ .:]*(?=[+(\d])/iu

/** A phone that is looked for, without the word before it; any other text as it is. */
export function withoutPhoneWord(text: string): string {
  return text.replace(phoneWord, '')
}
