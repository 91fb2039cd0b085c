import { expect, test, vi } from 'vitest'
import { toast, toasts } from './toasts'

test('what failed goes when the network is back, and what was done stays', () => {
  vi.useFakeTimers()
  toast('Нет связи', { kind: 'failed' })
  dispatchEvent(new Event('online'))
  expect(toasts.value).toEqual([])
  toast('№ 7 → Готово')
  dispatchEvent(new Event('online'))
  expect(toasts.value.map(({ text }) => text)).toEqual(['№ 7 → Готово'])
  vi.useRealTimers()
})
