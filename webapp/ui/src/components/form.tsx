import type { ComponentChildren, Ref, TargetedKeyboardEvent } from 'preact'

interface Properties {
  submit: () => Promise<void>
  class?: string
  element?: Ref<HTMLFormElement>
  onKeyDown?: (event: TargetedKeyboardEvent<HTMLFormElement>) => void
  children: ComponentChildren
}

/** A form that the app sends itself, and whose fields the app checks itself. */
export function Form({ submit, element, children, ...more }: Properties) {
  return (
    <form
      noValidate
      {...more}
      {...(element && { ref: element })}
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        void submit().then(() => requestAnimationFrame(() => showWhatIsWrong(form)))
      }}
    >
      {children}
    </form>
  )
}

/** The first field that is wrong, or what is wrong with the whole, which may be out of sight. */
function showWhatIsWrong(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  const wrong = field ?? form.querySelector('.form-error')
  const whole = wrong?.closest('.field') ?? wrong
  whole?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
