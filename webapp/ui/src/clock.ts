/** By how much the server's clock is ahead of this device's, in milliseconds. */
let ahead = 0

/** The time where all that is told with a time is from: a device's own may be minutes off. */
export function serverNow(): number {
  return Date.now() + ahead
}

/** What an answer says of the time, to the second; `asked` is when it was asked for. It has been on its way since it was written. */
export function learnTime(date: string | null, asked: number): void {
  const told = Date.parse(date ?? '') - Date.now()
  if (Math.abs(told - ahead) > 2000 + Date.now() - asked) ahead = told
}
