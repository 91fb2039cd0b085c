import { MeQuery } from '../graphql/documents'
import { client } from './client'
import { Problem, type Code } from './problem'
import { session } from './session'

/** In bytes: as much as the server takes. */
export const largestUpload = 20 * 1024 * 1024

/**
 * Sends a file, which then waits for a message to belong to; gives its id. `onProgress` is told which part of it
 * has been sent, from 0 to 1. A browser's fetch does not tell that.
 */
export async function upload(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<string> {
  try {
    return await send(file, onProgress, signal)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'UNAUTHENTICATED') throw error
    // Whatever is asked of the API renews the session, where that can be done.
    await client.value.query(MeQuery, {}, { requestPolicy: 'network-only' }).toPromise()
    return send(file, onProgress, signal)
  }
}

function send(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const content = new FormData()
    content.append('file', file, file.name)
    request.open('POST', '/files')
    request.setRequestHeader('Authorization', `Bearer ${session.value?.token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const id = request.status < 300 && idOf(request.responseText)
      if (id) resolve(id)
      else reject(problemOf(request))
    }
    request.onerror = request.onabort = () => reject(new Problem('OFFLINE'))
    signal.addEventListener('abort', () => request.abort())
    request.send(content)
  })
}

function idOf(answer: string): string | null {
  try {
    const { id } = JSON.parse(answer) as { id?: string | number }
    return id === undefined ? null : String(id)
  } catch {
    return null
  }
}

const codes: Record<number, Code> = { 0: 'OFFLINE', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'RATE_LIMITED' }

function problemOf(request: XMLHttpRequest): Problem {
  const { status } = request
  const code = codes[status] ?? (status < 500 ? 'INVALID' : 'INTERNAL')
  return new Problem(code, '', status === 413 ? 'size' : 'file', Number(request.getResponseHeader('Retry-After') ?? 0))
}
