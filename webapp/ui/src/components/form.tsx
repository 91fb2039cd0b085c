import type { ComponentChildren, Ref } from 'preact'

interface Properties {
  submit: () => Promise<void>
  class?: string
  element?: Ref<HTMLFormElement>
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
        void submit()
      }}
    >
      {children}
    </form>
  )
}
