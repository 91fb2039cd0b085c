import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, it, vi } from 'vitest'
import { useQuery } from '../../api/query'
import { useConnectCode } from './connect-code'

vi.mock(import('../../api/query'), () => ({ useQuery: vi.fn() }))

it('says that a code is out also while that is asked again', () => {
  let shown: ReturnType<typeof useConnectCode>
  // What reads signals is drawn again when a property changes.
  const Page = (_: { loading: boolean; ends: string | undefined }) => {
    shown = useConnectCode('1', true)
    return null
  }
  const draw = (ends: string | undefined, loading: boolean) => {
    const data = ends === undefined ? null : { customerById: { connectCodeExpiresTime: ends } }
    vi.mocked(useQuery).mockReturnValue({ data, loading, problem: null, reload: () => {} } as never)
    act(() => render(<Page loading={loading} ends={ends} />, document.body))
    return shown.out
  }
  expect(draw(undefined, true)).toBeNull()
  expect(draw('2099-01-01T00:00:00Z', false)).toBe('2099-01-01T00:00:00Z')
  expect(draw('2099-01-01T00:00:00Z', true)).toBe('2099-01-01T00:00:00Z')
})
