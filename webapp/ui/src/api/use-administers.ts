import { useEffect } from 'preact/hooks'
import { MyselfQuery } from '../graphql/team'
import { remember, remembered } from '../storage'
import { useQuery } from './query'
import { myId } from './session'

/**
 * Is the person an admin? Until that is answered, what it was the last time, so that what is for admins is there
 * without waiting and moves nothing; undefined the first time.
 */
export function useAdministers(): boolean | undefined {
  const { data, settled } = useQuery(MyselfQuery, {})
  const key = `administers.${myId()}`
  const answer = data ? String(data.me?.role === 'ADMIN') : null
  useEffect(() => {
    if (answer) remember(key, answer)
  }, [key, answer])
  const told = answer ?? remembered(key) ?? (settled ? 'false' : null)
  return told ? told === 'true' : undefined
}
