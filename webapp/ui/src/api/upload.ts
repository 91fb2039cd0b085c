import { MeQuery } from '../graphql/documents'
import { client } from './client'
import { Problem, type Code } from './problem'
import { session } from './session'

/** In bytes: as much as the server takes. */
export const largestUpload = 20 * 1024 * 1024

/** The server takes a few of one account at once, who may have the page open twice. */
const atOnce = 3

/** In milliseconds: a network that is gone does not always say so, and what waits for the file would wait for ever. */
const longestSilence = 30_000

let underWay = 0
const waiting: (() => void)[] = []

/**
 * Sends a file, which then waits for a message to belong to; gives its id. `onProgress` is told which part of it
 * has been sent, from 0 to 1. A browser's fetch does not tell that.
 */
export async function upload(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<string> {
  if (underWay >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  underWay++
  try {
    return await send(file, onProgress, signal)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'UNAUTHENTICATED') throw error
    // Whatever is asked of the API renews the session, where that can be done.
    await client.value.query(MeQuery, {}, { requestPolicy: 'network-only' }).toPromise()
    return await send(file, onProgress, signal)
  } finally {
    underWay--
    waiting.shift()?.()
  }
}

function send(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Problem('OFFLINE'))
    const request = new XMLHttpRequest()
    const content = new FormData()
    content.append('file', file, file.name)
    request.open('POST', '/files')
    request.setRequestHeader('Authorization', `Bearer ${session.value?.token}`)
    const stop = () => request.abort()
    let clock = setTimeout(stop, longestSilence)
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(clock)
      clock = setTimeout(stop, longestSilence)
      onProgress(total > 0 ? loaded / total : 0)
    }
    request.onloadend = () => clearTimeout(clock)
    request.onload = () => {
      const { id, errors } = answerIn(request.responseText)
      if (id) resolve(id)
      else reject(problemOf(request.status, errors?.[0]?.extensions))
    }
    request.onerror = request.onabort = () => reject(new Problem('OFFLINE'))
    signal.addEventListener('abort', stop)
    request.send(content)
  })
}

interface Answer {
  id?: string
  errors?: { extensions?: { code?: Code; retryAfter?: number } }[]
}

function answerIn(text: string): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return {} // a proxy's own words
  }
}

function problemOf(status: number, told: { code?: Code; retryAfter?: number } = {}): Problem {
  const code = told.code ?? (status === 413 ? 'INVALID' : status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL')
  return new Problem(code, '', status === 413 ? 'size' : 'file', told.retryAfter)
}

/** Has a file removed that is not going to be sent after all; if that fails the server does so by itself in time. */
export function forgetUpload(id: string): void {
  const headers = { Authorization: `Bearer ${session.value?.token}` }
  void fetch(`/files/${id}`, { method: 'DELETE', headers }).catch(() => undefined)
}
