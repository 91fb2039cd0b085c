interface Payment {
  id: string
  amount: number
  method: string
}

/** The payments that were taken back already: of each return, the last one before it that is as much, by the same method. */
export function returnedOf(payments: readonly Payment[]): ReadonlySet<string> {
  const returned = new Set<string>()
  payments.forEach(({ amount, method }, place) => {
    if (amount > 0) return
    const paid = payments.slice(0, place).findLast((one) => one.amount === -amount && one.method === method && !returned.has(one.id))
    if (paid) returned.add(paid.id)
  })
  return returned
}
