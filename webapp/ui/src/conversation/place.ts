/** Where a conversation is: about a task, or with a customer over all of them. */
export type Place = { taskId: string } | { customerId: string }

/** Notes are of a task. */
export type Mode = 'answer' | 'note'

export function nameOfPlace(place: Place): string {
  return 'taskId' in place ? `task ${place.taskId}` : `customer ${place.customerId}`
}
