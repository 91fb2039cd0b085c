import type { CustomerCard } from '../graphql/types'

export interface Consequence {
  key: 'tasks' | 'noTasks' | 'phone' | 'note' | 'name' | 'telegram' | 'twoTelegrams'
  parameters: Record<string, string | number>
}

/** What a merge does beside removing the card that goes. */
export function consequences(goes: CustomerCard, stays: CustomerCard): Consequence[] {
  const list: Consequence[] = []
  const add = (key: Consequence['key'], parameters: Consequence['parameters'] = {}) => list.push({ key, parameters })
  const tasks = goes.taskConnection?.totalCount ?? 0
  add(tasks > 0 ? 'tasks' : 'noTasks', { count: tasks })
  if (goes.phone) add('phone', { phone: goes.phone })
  if (goes.note) add('note')
  if (goes.name && !stays.name) add('name', { name: goes.name })
  if (goes.telegramId !== null) add(stays.telegramId === null ? 'telegram' : 'twoTelegrams')
  return list
}
