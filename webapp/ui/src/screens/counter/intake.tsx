import './intake.css'
import type { TargetedKeyboardEvent } from 'preact'
import { useRef } from 'preact/hooks'
import { mutate, withIdempotencyKey } from '../../api/client'
import { given, type Problem } from '../../api/problem'
import { CheckRow } from '../../components/check-row'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { ItemFields, itemFields, type ItemValues } from '../../components/item-fields'
import { KindOfWork, kindInput, type Kind } from '../../components/kind-of-work'
import { MainButton } from '../../components/main-button'
import { PromiseChoice } from '../../components/promise-choice'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { config } from '../../config'
import { itemName } from '../../domain/item'
import { longestText } from '../../domain/limits'
import { moneyFrom } from '../../domain/money'
import { dialsWithEight } from '../../domain/phone'
import { CreateTask } from '../../graphql/tasks'
import { t } from '../../locale/counter'
import { leaveFor, parent, type Route } from '../../router'
import { telegram } from '../../telegram'
import { explainAt, missingOf, useForm } from '../../use-form'
import { PhotoField, usePhotos } from './photos'
import { useWhose, WhoseItIs } from './whose'

const empty = {
  name: '',
  ...{ kind: '', maker: '', model: '', serial: '', condition: '', includes: '' },
  description: '',
  note: '',
  promised: '',
  price: '',
  work: 'OTHER' as Kind,
  /** The version of the text on personal data to which whoever has the phone has agreed. */
  consent: '',
}

const inputs = {
  ...{ customerPhone: 'phone', phone: 'phone', customerName: 'name', promisedTime: 'promised' },
  ...{ description: 'description', note: 'note', agreed: 'price' },
  ...Object.fromEntries(itemFields.map((name) => [`item.${name}`, name])),
}

/** A thing is taken in at the counter: all of it on one screen. */
export function IntakeScreen({ at }: { at: Extract<Route, { screen: 'task-new' }> }) {
  const form = useForm({
    initial: { ...empty, phone: at.phone },
    draft: `task for ${at.phone}`,
    validate: ({ phone, price }) => ({
      ...missingOf({ phone }, t('taskForm.phone.missing')),
      ...(price.trim() && (moneyFrom(price) ?? -1) < 0 && { price: t('intake.price.wrong') }),
    }),
    explain: (problem) =>
      problem.field === 'consentVersion'
        ? { nonFieldErrors: t(problem.reason === 'no_text' ? 'intake.consent.gone' : 'intake.consent.changed') }
        : explainAt(inputs)(problem),
    async send({ phone, name, description, note, promised, price, work, consent, ...item }, attempt) {
      const noteFileIds = await photos.sent()
      if (!noteFileIds) return { nonFieldErrors: t('intake.photos.failed') }
      const { createTask } = await mutate(
        CreateTask,
        {
          taskData: {
            customerPhone: phone,
            // Of what is typed alone, so that a second try with the same key says the same. The server names nobody anew.
            ...(name.trim() && { customerName: name }),
            item: Object.fromEntries(itemFields.map((name) => [name, item[name]])),
            ...(promised && { promisedTime: promised }),
            ...(note.trim() && { note }),
            // Also of who has agreed meanwhile, so that a second try after a lost answer says the same.
            ...(text && consent === text.version && { consentVersion: consent }),
            ...(price.trim() && { agreed: [{ text: lineOf(item, description), price: moneyFrom(price) ?? 0 }] }),
            ...kindInput(work),
            ...{ description, noteFileIds },
          },
        },
        withIdempotencyKey([attempt, ...noteFileIds].join('.')),
      ).catch((problem: Problem) => {
        if (problem.field === 'consentVersion') {
          form.change({ consent: '' })
          whose.reload()
        }
        throw problem
      })
      const { id } = given(createTask?.task)
      photos.keep()
      telegram.haptic('success')
      leaveFor({ screen: 'task-taken', id, filter: at.filter })
    },
  })
  const photos = usePhotos()
  const whose = useWhose(form.values.phone)
  const { text } = whose
  // A tick is one person's: it does not go over to another phone.
  const changePhone = (phone: string) => form.change({ phone, consent: '' })
  const namesCustomer = whose.isNew || (whose.known !== null && !whose.known.name)
  const element = useRef<HTMLFormElement>(null)

  return (
    <>
      <Header title={t('tasks.new')} back={parent(at)} />
      <Form submit={form.submit} class="intake" onKeyDown={goOn} element={element}>
        <Restored form={form} />
        <Section title={t('intake.customer')}>
          <Field
            label={t('taskForm.phone')}
            type="tel"
            autocomplete="off"
            first={at.phone === ''}
            hint={t(dialsWithEight(config.value.region) ? 'taskForm.phone.hint.eight' : 'taskForm.phone.hint')}
            {...form.field('phone')}
            onInput={changePhone}
          />
          <WhoseItIs
            whose={whose}
            onPick={(phone) => {
              changePhone(phone)
              focusAfter(element.current!.querySelector('[type=tel]')!, element.current!)
            }}
          />
          {namesCustomer && (
            <Field label={t('intake.name')} placeholder={t('intake.name.hint')} autocomplete="off" {...form.field('name')} />
          )}
          {text && !text.agreed && (
            <>
              <CheckRow
                text={t('intake.consent')}
                checked={form.values.consent === text.version}
                onChange={(agreed) => form.change({ consent: agreed ? text.version : '' })}
              />
              <a class="row-button" href={text.link} target="_blank" rel="noopener noreferrer">
                {t('intake.consent.open')}
              </a>
            </>
          )}
        </Section>
        <Section title={t('item.brought')}>
          <ItemFields form={form} />
        </Section>
        <Section>
          <Field
            multiline
            longest={longestText}
            label={t('task.description')}
            placeholder={t('intake.description.hint')}
            {...form.field('description')}
          />
          <div class="intake-note">
            <Field multiline label={t('intake.note')} placeholder={t('intake.note.hint')} {...form.field('note')} />
          </div>
          <PhotoField photos={photos} />
        </Section>
        <Section title={t('promised')}>
          <PromiseChoice
            promise={form.values.promised}
            error={form.errors.promised}
            onChoose={(promised) => form.change({ promised })}
          />
        </Section>
        <Section note={t('intake.price.hint')}>
          <Field label={t('intake.price')} inputMode="decimal" autocomplete="off" {...form.field('price')} />
        </Section>
        <Section title={t('task.category')}>
          <KindOfWork chosen={form.values.work} onChoose={(work) => form.change({ work })} />
        </Section>
        <FormError text={form.failure} />
        <MainButton text={t('intake.take')} busy={form.busy} />
      </Form>
    </>
  )
}

/** What the price is for, as the customer reads it: what is to be done, or else the thing. */
function lineOf(item: ItemValues, description: string): string {
  const words = description.trim().split('\n', 1)[0] || itemName(item) || t('intake.price.line')
  return words.length > longestLine ? `${words.slice(0, longestLine - 1)}…` : words
}

/** In characters: the API takes twice as many. */
const longestLine = 100

/** Enter goes on to the next field, as on paper; with Ctrl or ⌘ it sends. */
function goOn(event: TargetedKeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter') return
  const { target, currentTarget: form } = event
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    form.requestSubmit()
  } else if (target instanceof HTMLInputElement && target.type !== 'file' && target.type !== 'radio') {
    event.preventDefault()
    focusAfter(target, form)
  }
}

function focusAfter(field: HTMLElement, form: HTMLFormElement): void {
  const fields = [...form.querySelectorAll<HTMLElement>('.field :is(input, textarea)')].filter((field) => field.checkVisibility())
  fields.find((next) => field.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)?.focus()
}
