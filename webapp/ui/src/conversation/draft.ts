import { effect, signal, type Signal } from '@preact/signals'
import { myId } from '../api/session'
import { forget, remember, remembered } from '../storage'
import type { Attachment } from './attachment'
import { nameOfPlace, type Mode, type Place } from './place'

/** What is being written, which stays when the person goes elsewhere; its text also when the page is closed. */
export interface Draft {
  text: Signal<string>
  attachments: Signal<readonly Attachment[]>
}

const drafts = new Map<string, Draft>()

/** Each place has one of each mode, so that what was meant for staff never becomes an answer. */
export function draftOf(place: Place, mode: Mode): Draft {
  const name = `draft.${myId()}.${mode} ${nameOfPlace(place)}`
  const known = drafts.get(name)
  if (known) return known
  const draft: Draft = { text: signal(remembered(name) ?? ''), attachments: signal([]) }
  drafts.set(name, draft)
  effect(() => {
    if (draft.text.value === '') forget(name)
    else remember(name, draft.text.value)
  })
  return draft
}

/** Puts back what was not sent, before what has been written since. */
export function putBack(place: Place, mode: Mode, text: string, attachments: readonly Attachment[]): void {
  const draft = draftOf(place, mode)
  draft.text.value = [text, draft.text.value].filter((part) => part.trim() !== '').join('\n')
  draft.attachments.value = [...attachments, ...draft.attachments.value]
}
