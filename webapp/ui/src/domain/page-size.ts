/** Rows to a request. The first page is a shorter one, so that a slow phone shows it sooner. */
export const pageSize = { first: 25, next: 50 }
