import { myId } from './api/session'
import { defaultFilter, filterFromParams, filterToParams, type TaskFilter } from './domain/filter'
import type { Route } from './router'
import { remember, remembered } from './storage'

const name = () => `filter.${myId()}`

/** The list as this person left it the last time. */
export function tasksHome(): Route {
  return { screen: 'tasks', filter: filterFromParams(new URLSearchParams(remembered(name()) ?? '')) }
}

/** Keeps what narrows the list by habit; a search and days are of the moment. */
export function saveFilter({ statuses, category, whose, urgent }: TaskFilter): void {
  remember(name(), filterToParams({ ...defaultFilter, statuses, category, whose, urgent }).toString())
}
