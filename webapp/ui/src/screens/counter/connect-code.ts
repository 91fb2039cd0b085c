import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given, Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { myId } from '../../api/session'
import { serverNow } from '../../clock'
import { ConnectCode, ConnectCodeEnd } from '../../graphql/counter'
import { t } from '../../locale/counter'
import { telegram } from '../../telegram'

export interface Code {
  url: string
  digits: string
  expiresTime: string
}

/**
 * The codes that this tab has made, by customer: what stands on the screen and on paper is the same one, for a new one
 * ends the one before. They outlive a reload, and go with the tab.
 */
const codes = signal<ReadonlyMap<string, Code>>(new Map())

/** The customer's code, made when there is none and one is `wanted`. */
export function useConnectCode(customerId: string, wanted: boolean) {
  const [failure, setFailure] = useState<Problem | null>(null)
  const { data, problem, loading } = useQuery(ConnectCodeEnd, { customerId })
  const ends = data?.customerById?.connectCodeExpiresTime ?? null
  const kept = codes.value.get(customerId) ?? fromTab(customerId)
  const code = kept && isOver(kept.expiresTime) ? null : kept && ends && isLater(ends, kept.expiresTime) ? null : kept
  /** Until when another code works, which is on paper or on another screen. */
  const out = wanted && !code ? ends : null

  async function make(): Promise<void> {
    setFailure(null)
    try {
      const { connectCode } = await mutate(ConnectCode, { customerId })
      keep(customerId, given(connectCode))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setFailure(error)
    }
  }
  async function renew(): Promise<void> {
    if (!code && !ends) return make()
    const agreed = await telegram.confirm({
      title: t('taken.renew.question'),
      text: t('taken.renew.text'),
      yes: t('taken.renew'),
      no: t('action.cancel'),
    })
    if (agreed) await make()
  }
  const isFree = wanted && !code && !loading && data !== null && !ends
  useEffect(() => {
    if (isFree) void make()
  }, [customerId, isFree])
  return { code, out, problem: failure ?? (wanted ? problem : null), renew }
}

function isOver(moment: string): boolean {
  return Date.parse(moment) <= serverNow()
}

function isLater(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other)
}

const name = (customerId: string) => `zayavka.connect.${myId()}.${customerId}`

function keep(customerId: string, code: Code): void {
  codes.value = new Map(codes.peek()).set(customerId, code)
  try {
    sessionStorage.setItem(name(customerId), JSON.stringify(code))
  } catch {
    // A frame may be refused it: then the code lives as long as the page.
  }
}

function fromTab(customerId: string): Code | null {
  try {
    return JSON.parse(sessionStorage.getItem(name(customerId)) ?? 'null') as Code | null
  } catch {
    return null
  }
}
