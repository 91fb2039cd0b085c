/** What is wrong with the whole of a form. */
export function FormError({ text }: { text: string | undefined }) {
  return text ? (
    <p class="form-error" role="alert">
      {text}
    </p>
  ) : null
}
