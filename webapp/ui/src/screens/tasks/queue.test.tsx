import { render } from 'preact'
import { expect, it, vi } from 'vitest'
import { changeStatus } from '../../change-status'
import { today } from '../../domain/days'
import { config } from '../../config'
import type { Task } from '../../graphql/types'
import { Queue } from './queue'

vi.mock(import('../../change-status'), () => ({ changeStatus: vi.fn() }))

const task = (id: string, overdueTime: string | null): Task => ({
  __typename: 'TaskType', id, status: 'IN_PROGRESS', category: 'OTHER', description: '', createdAt: null, updatedTime: null,
  promisedTime: '2026-03-01T15:00:00Z', overdueTime, readySince: null, awaitingReplySince: null, item: null, employee: null, customer: null,
} as unknown as Task)

const sections = () => [...document.querySelectorAll('section')].map((section) => `${section.getAttribute('aria-label')}: ${[...section.querySelectorAll('a[id]')].map(({ id }) => id)}`)

it('leaves a row where it was read when it is overdue no more, until the list is read anew', () => {
  const draw = (tasks: Task[], readings: number) =>
    render(<Queue tasks={tasks} now={today(config.value.timezone)} readings={readings} resting={false} />, document.body)
  const overdue = '2026-03-01T15:00:00Z'
  draw([task('1', overdue), task('2', overdue), task('3', null)], 1)
  expect(sections()).toEqual(['Просрочено: task-1,task-2', 'Без срока: task-3'])
  draw([task('1', null), task('2', overdue), task('3', null)], 1)
  expect(sections()).toEqual(['Просрочено: task-1,task-2', 'Без срока: task-3'])
  draw([task('2', overdue), task('1', null), task('3', null)], 2)
  expect(sections()).toEqual(['Просрочено: task-2', 'Без срока: task-1,task-3'])
})

it('takes no tap on an action right after its rows have moved', () => {
  const draw = (resting: boolean) => {
    render(<Queue tasks={[task('1', null)]} now={today(config.value.timezone)} readings={1} resting={resting} />, document.body)
    document.querySelector<HTMLElement>('.next-button')!.click()
  }
  draw(true)
  expect(changeStatus).not.toHaveBeenCalled()
  draw(false)
  expect(changeStatus).toHaveBeenCalledTimes(1)
})
