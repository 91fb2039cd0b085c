/** A file's size in the unit that suits it; whole, but for small numbers of megabytes. */
export function sizeOf(bytes: number): { unit: 'B' | 'kB' | 'MB'; count: number } {
  if (bytes < 1000) return { unit: 'B', count: bytes }
  if (bytes < 999_500) return { unit: 'kB', count: Math.round(bytes / 1000) }
  const megabytes = bytes / 1_000_000
  return { unit: 'MB', count: megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes) }
}

/** "1:05" */
export function lengthOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The parts of a text, those at odd places being addresses of pages. A stop or a bracket after one is the text's. */
export function addressesIn(text: string): string[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}])/)
}
