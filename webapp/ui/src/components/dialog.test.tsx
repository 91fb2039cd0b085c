import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { client } from '../telegram'
import { Dialog } from './dialog'
import { Header } from './header'

const native = { show: vi.fn<(step: () => void) => void>(), hide: vi.fn() }
const onClose = vi.fn()

function Page({ back, open }: { back: boolean; open: boolean }) {
  return (
    <>
      <Header title="Заявка" back={back ? { screen: 'inbox' } : null} />
      {open && (
        <Dialog title="Код" onClose={onClose}>
          <input type="radio" value="on" />
          <textarea />
        </Dialog>
      )}
    </>
  )
}

const draw = (page: { back: boolean; open: boolean }) => act(() => render(<Page {...page} />, document.body))
const dialog = () => document.querySelector('dialog')!
const beside = () => act(() => void dialog().dispatchEvent(new MouseEvent('click', { bubbles: true })))

beforeEach(() => {
  const around = client.value
  client.value = { ...around, backButton: native }
  vi.clearAllMocks()
  return () => {
    act(() => render(null, document.body))
    client.value = around
  }
})

it.each([true, false])('is closed by Telegram’s “back”, also where the screen itself has none: %s', async (back) => {
  await draw({ back, open: false })
  expect(native.show).toHaveBeenCalledTimes(back ? 1 : 0)
  await draw({ back, open: true })
  await act(() => native.show.mock.lastCall![0]())
  expect(onClose).toHaveBeenCalledTimes(1)
  await draw({ back, open: false })
  expect(native.show).toHaveBeenCalledTimes(back ? 3 : 1)
  expect(native.hide).toHaveBeenCalledTimes(back ? 0 : 1)
})

it('is closed by a tap beside it, but not while something is typed in it', async () => {
  await draw({ back: true, open: true })
  document.querySelector('textarea')!.value = '1234'
  await beside()
  expect(onClose).not.toHaveBeenCalled()
  document.querySelector('textarea')!.value = ''
  await beside()
  expect(onClose).toHaveBeenCalledTimes(1)
})
