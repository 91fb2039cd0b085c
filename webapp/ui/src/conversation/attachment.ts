import { signal, type Signal } from '@preact/signals'
import { Problem } from '../api/problem'
import { forgetUpload, largestUpload, upload } from '../api/upload'

/** A file that is to go with a message. It is sent ahead, as soon as it is chosen. */
export interface Attachment {
  key: number
  file: File
  /** The address of a picture of it; null where it is none. */
  preview: string | null
  /** Which part of it has been sent, from 0 to 1. */
  progress: Signal<number>
  /** What the server calls it; null until it has it. */
  id: Signal<string | null>
  problem: Signal<Problem | null>
  /** Ends when it has been sent, or cannot be. */
  sending: Promise<void>
  stop: AbortController
}

let last = 0

export function attach(file: File): Attachment {
  const attachment: Attachment = {
    key: ++last,
    file,
    preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : null,
    progress: signal(0),
    id: signal(null),
    problem: signal(null),
    sending: Promise.resolve(),
    stop: new AbortController(),
  }
  sendAgain(attachment)
  return attachment
}

/** Sends it anew: what was in a message that was taken back is gone at the server. */
export function sendAgain(attachment: Attachment): void {
  attachment.sending = send(attachment)
}

async function send({ file, progress, id, problem, stop }: Attachment): Promise<void> {
  progress.value = 0
  id.value = problem.value = null
  if (file.size > largestUpload || file.size === 0) {
    problem.value = new Problem('INVALID', '', file.size === 0 ? 'empty' : 'size')
    return
  }
  try {
    id.value = await upload(file, (part) => (progress.value = part), stop.signal)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    problem.value = error
  }
}

/** It is not wanted any more. */
export function discard({ preview, stop, id }: Attachment): void {
  stop.abort()
  if (id.value !== null) forgetUpload(id.value)
  if (preview) URL.revokeObjectURL(preview)
}
