import './stars.css'

/** A rating for the eye; what it says stands beside it, or is its label. */
export function Stars({ rating, label }: { rating: number; label: string }) {
  const full = Math.round(rating)
  return (
    <span class="stars" role="img" aria-label={label} data-poor={rating <= 3}>
      {'★'.repeat(full)}
      <span>{'★'.repeat(5 - full)}</span>
    </span>
  )
}
