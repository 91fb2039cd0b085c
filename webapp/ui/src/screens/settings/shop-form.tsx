import { useState } from 'preact/hooks'
import { client, mutate } from '../../api/client'
import { given, inWords, Problem } from '../../api/problem'
import { CheckRow } from '../../components/check-row'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { MainButton } from '../../components/main-button'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { config } from '../../config'
import { changesOf, contentOf, hoursMakeSense, isSpan, switches, type ShopContent } from '../../domain/settings'
import { SettingsQuery, UpdateSettings, type Settings } from '../../graphql/settings'
import { t as common } from '../../locale'
import { t } from '../../locale/settings'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useForm, type FormErrors, type FormState } from '../../use-form'
import { Hours } from './hours'

/** All of the settings that are one value each. */
export function ShopForm({ settings }: { settings: Settings }) {
  const [before, setBefore] = useState(() => contentOf(settings))
  const form: FormState<ShopContent> = useForm<ShopContent>({
    initial: before,
    draft: 'settings',
    validate,
    explain,
    async send(values) {
      const data = { version: settings.version, ...changesOf(before, values) }
      const { updateSettings } = await mutate(UpdateSettings, { data }).catch(async (error: unknown) => {
        // The next try names the version that there is now: it is there before the person is told to try.
        if (error instanceof Problem && error.code === 'CONFLICT') await client.value.query(SettingsQuery, {}, { requestPolicy: 'network-only' }).toPromise()
        throw error
      })
      const saved = given(updateSettings?.settings)
      setBefore(contentOf(saved))
      form.change(contentOf(saved))
      config.value = { ...config.value, business: saved.name }
      telegram.haptic('success')
      toast(t('saved'))
    },
  })
  const text = (group: 'shop' | 'links', name: 'mapUrl' | 'reviewUrl' | 'paymentUrl' | 'address') =>
    ({ label: t(`${group}.${name}` as 'shop.address'), hint: t(`${group}.${name}.hint` as 'shop.address.hint'), ...form.field(name) }) as const

  return (
    <Form class="part" submit={form.submit}>
      <Restored form={form} />
      <Section title={t('shop')} note={t('shop.note')}>
        <Field label={t('shop.name')} autocomplete="off" {...form.field('name')} />
        <Field {...text('shop', 'address')} autocomplete="off" />
        <Field label={t('shop.phone')} type="tel" autocomplete="off" {...form.field('phone')} />
        <Field {...text('shop', 'mapUrl')} type="url" autocomplete="off" placeholder="https://" />
      </Section>
      <Hours form={form} />
      <Section title={t('waking')} note={t('waking.note')}>
        <div class="settings-times">
          <Field label={t('waking.from')} type="time" {...form.field('wakingFrom')} />
          <Field label={t('waking.to')} type="time" {...form.field('wakingTo')} error={undefined} />
        </div>
        {switches.map((name) => (
          <CheckRow
            key={name}
            text={t(`on.${name}`)}
            hint={t(`on.${name}.hint`)}
            checked={form.values.on.includes(name)}
            onChange={(on) => form.change({ on: switches.filter((other) => (other === name ? on : form.values.on.includes(other))) })}
          />
        ))}
      </Section>
      <Section title={t('work')}>
        <Field label={t('work.warrantyDays')} inputMode="numeric" hint={t('work.warrantyDays.hint')} {...form.field('warrantyDays')} />
        <Field label={t('work.staleDays')} inputMode="numeric" hint={t('work.staleDays.hint')} {...form.field('staleDays')} />
      </Section>
      <Section title={t('links')}>
        <Field {...text('links', 'reviewUrl')} type="url" autocomplete="off" placeholder="https://" />
        <Field {...text('links', 'paymentUrl')} type="url" autocomplete="off" placeholder="https://" />
      </Section>
      <Section title={t('privacy')} note={t('privacy.note')}>
        <Field label={t('privacy.consentUrl')} type="url" autocomplete="off" placeholder="https://" hint={t('privacy.consentUrl.hint')} {...form.field('consentUrl')} />
        <Field label={t('privacy.consentVersion')} autocomplete="off" hint={t('privacy.consentVersion.hint')} {...form.field('consentVersion')} />
        <Field label={t('privacy.keepClosedDays')} inputMode="numeric" hint={t('privacy.keepClosedDays.hint')} {...form.field('keepClosedDays')} />
        <Field label={t('privacy.keepSentDays')} inputMode="numeric" hint={t('privacy.keepSentDays.hint')} {...form.field('keepSentDays')} />
      </Section>
      <FormError text={form.failure} />
      {form.changed && <MainButton text={common('action.save')} busy={form.busy} />}
    </Form>
  )
}

function validate(values: ShopContent): FormErrors {
  const errors: FormErrors = {}
  if (values.name.trim() === '') errors.name = common('form.required')
  if (!hoursMakeSense(values)) errors.hours = t('hours.invalid')
  if (!isSpan(values.wakingFrom, values.wakingTo)) errors.wakingFrom = t('waking.invalid')
  for (const field of ['warrantyDays', 'staleDays', 'keepClosedDays', 'keepSentDays'] as const) {
    if (!/^\d{1,5}$/.test(values[field].trim())) errors[field] = t('work.days')
  }
  if (values.consentUrl.trim() !== '' && values.consentVersion.trim() === '') errors.consentVersion = t('privacy.consentVersion.missing')
  if (values.consentVersion.trim() !== '' && values.consentUrl.trim() === '') errors.consentUrl = t('link.invalid')
  return errors
}

function explain(problem: Problem): FormErrors {
  const { code, field } = problem
  if (code === 'CONFLICT') return { nonFieldErrors: t('conflict') }
  if (code !== 'INVALID') return {}
  if (field.endsWith('Url')) return { [field]: t('link.invalid') }
  if (field.startsWith('keep')) return { [field]: t('privacy.keep') }
  if (field.endsWith('Days')) return { [field]: t('work.days') }
  if (field === 'hours') return { hours: t('hours.invalid') }
  if (field === 'waking' || field === 'wakingFrom') return { wakingFrom: t('waking.invalid') }
  if (field === 'phone') return { phone: inWords(problem) }
  return field === 'name' || field === 'address' || field === 'consentVersion' ? { [field]: t('tooLong') } : {}
}
