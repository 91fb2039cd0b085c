import { render } from 'preact'
import { expect, it } from 'vitest'
import { ItemFields, type ItemValues } from './item-fields'

it('stays open while the only thing in it is corrected', () => {
  const draw = (model: string) => {
    const values: ItemValues = { kind: '', maker: '', model, serial: '', condition: '', includes: '' }
    const field = (name: keyof ItemValues) => ({ value: values[name], onInput: () => {}, error: undefined })
    render(<ItemFields form={{ values, field }} />, document.body)
  }
  const opened = () => document.querySelector('details')!.open
  draw('')
  expect(opened()).toBe(false)
  draw('A52')
  expect(opened()).toBe(true)
  draw('')
  expect(opened()).toBe(true)
})
