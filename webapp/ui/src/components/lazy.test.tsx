import { render } from 'preact'
import { describe, expect, it, vi } from 'vitest'
import { lazy } from './lazy'

describe('a component whose code comes later', () => {
  it('is shown when its code comes, also between its grey rows and their effects', async () => {
    const Screen = lazy(async () => () => <p>there</p>)
    render(<Screen />, document.body)
    expect(document.querySelectorAll('.skeleton-row')).toHaveLength(4)
    await Screen.load()
    await vi.waitFor(() => expect(document.body.textContent).toBe('there'))
  })

  it('is shown at once when its code was loaded ahead', async () => {
    const Screen = lazy(async () => () => <p>there</p>)
    await Screen.load()
    render(<Screen />, document.body)
    expect(document.body.textContent).toBe('there')
  })

  it('says what to do when its code does not come', async () => {
    const Screen = lazy(() => Promise.reject<() => null>(new TypeError('Failed to fetch')))
    render(<Screen />, document.body)
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('Откройте приложение заново'))
  })
})
