import { render } from 'preact'
import { expect, it, vi } from 'vitest'
import { useQuery } from '../../api/query'
import { CustomerDataScreen } from './customer-data'

vi.mock(import('../../api/query'), () => ({ useQuery: vi.fn() }))

it('opens the text that the customer is shown before they agree to it', () => {
  const customer = { __typename: 'CustomerType', id: '1', name: 'Анна', phone: null, consents: [], erasureTime: null }
  const settings = { consentVersion: '2026-03', consentUrl: 'https://example.com/consent' }
  vi.mocked(useQuery).mockReturnValue({ data: { customerById: customer, settings, me: null }, problem: null, loading: false, reload: vi.fn() } as never)
  render(<CustomerDataScreen at={{ screen: 'customer-data', id: '1', search: '', contact: '' }} />, document.body)
  const links = [...document.querySelectorAll('a')].map(({ textContent, href, target }) => [textContent, href, target])
  expect(links).toContainEqual(['Открыть текст', 'https://example.com/consent', '_blank'])
})
