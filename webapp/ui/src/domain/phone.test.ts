import { describe, expect, it } from 'vitest'
import { dialAddress, looksComplete, phoneMatches, samePhone, withoutPhoneWord } from './phone'

describe('a phone', () => {
  it.each([
    ['8 917 000-99-00', '+7(917)000-99-00', 'RU', true],
    ['9170009900', '+7 917 000 99 00', 'RU', true],
    ['8 917 000-99-00', '+7(917)000-99-01', 'RU', false],
    ['\u202A+7\u00A0917\u202F000-99-00\u202C', '8 917 000-99-00', 'RU', true],
    ['８９１７０００９９００', '+7 917 000 99 00', 'RU', true],
    ['٨٩١٧٠٠٠٩٩٠٠', '+7 917 000 99 00', 'RU', true],
    ['8\u2060917\uFE0F000\u00AD9900', '+7 917 000 99 00', 'RU', true],
    ['8 495 123-45-67 доб. 12', '+7 495 123-45-67', 'RU', true],
    ['+7 495 123-45-67 ext 12', '84951234567 (доб. 3)', 'RU', true],
    ['+8 917 000-99-00', '8 917 000-99-00', 'RU', true],
    ['998 90 123-45-67', '+998901234567', 'RU', true],
    ['\u2066+7 917 000‑99‑00\u2069', '89170009900', 'RU', true],
    ['375291234567', '+375 29 123-45-67', 'RU', true],
    ['030 123456', '+49 30 123456', 'DE', false], // only the server knows German area codes
  ])('%s and %s in %s: the same is %s', (one, other, region, same) => {
    expect(samePhone(one, other, region)).toBe(same)
  })

  it('is recognised while it is typed, however it begins', () => {
    const phone = '+7(917)000-99-00'
    for (const typed of ['8 917', '+7 917', '917 000', '99-00']) {
      expect(phoneMatches(phone, typed, 'RU'), typed).toBe(true)
    }
    for (const typed of ['', '+', '8 918', '12']) {
      expect(phoneMatches(phone, typed, 'RU'), typed).toBe(false)
    }
  })

  it('looks whole from ten digits on', () => {
    expect(looksComplete('917 000 99')).toBe(false)
    expect(looksComplete('8 (917) 000-99-00')).toBe(true)
  })

  it.each([
    ['8 (917) 000-99-00', 'RU', 'tel:+79170009900'],
    ['+7(800)-000-00-00', 'RU', 'tel:+78000000000'],
    ['030 123456', 'DE', 'tel:030123456'],
    ['998 90 123-45-67', 'RU', 'tel:+998901234567'],
    ['8 495 123-45-67 доб. 12', 'RU', 'tel:+74951234567,12'],
    ['\u202A８ ９１７ ０００－９９－００\u202C', 'RU', 'tel:+79170009900'],
  ])('%s in %s is dialled as %s', (phone, region, address) => {
    expect(dialAddress(phone, region)).toBe(address)
  })
})

describe('a phone that is looked for', () => {
  it.each([
    ['тел. 8 916 204-18-37', '8 916 204-18-37'],
    ['Тел: +7 916', '+7 916'],
    ['tel:+79162041837', '+79162041837'],
    ['телефон (495) 123', '(495) 123'],
    ['телевизор 55', 'телевизор 55'],
    ['тел', 'тел'],
  ])('"%s" is "%s"', (typed, phone) => {
    expect(withoutPhoneWord(typed)).toBe(phone)
  })
})
