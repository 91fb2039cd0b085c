import { mutate } from '../../api/client'
import { inWords, Problem } from '../../api/problem'
import { Section } from '../../components/section'
import { momentInWords } from '../../components/moment'
import { DecidePhoneClaim } from '../../graphql/customers'
import type { CustomerCard, PhoneClaim } from '../../graphql/types'
import { t } from '../../locale/cards'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'

/** Other Telegram accounts that have proven the customer's phone: staff decide whose the card is. */
export function PhoneClaims({ customer }: { customer: CustomerCard }) {
  return (
    <>
      {customer.phoneClaims.map((claim) => (
        <Section key={claim.id} title={t('claim.title')}>
          <p class="row">
            {t('claim.text', { name: claim.name ?? t('claim.nameless'), when: momentInWords(claim.createdTime) })}
          </p>
          <button type="button" class="row-button" onClick={() => void decide(claim, true)}>
            {t('claim.move')}
          </button>
          <button type="button" class="row-button destructive" onClick={() => void decide(claim, false)}>
            {t('claim.refuse')}
          </button>
        </Section>
      ))}
    </>
  )
}

async function decide({ id, name }: PhoneClaim, accept: boolean): Promise<void> {
  const agreed = await telegram.confirm({
    title: t(accept ? 'claim.move.question' : 'claim.refuse.question'),
    text: t(accept ? 'claim.move.text' : 'claim.refuse.text', { name: name ?? t('claim.nameless') }),
    yes: t(accept ? 'claim.move' : 'claim.refuse'),
    no: t('action.cancel'),
  })
  if (!agreed) return
  try {
    await mutate(DecidePhoneClaim, { id, accept })
    telegram.haptic('success')
    toast(t(accept ? 'claim.moved' : 'claim.refused'))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegram.haptic('error')
    toast(inWords(error), { kind: 'failed' })
  }
}
