import { mutate } from '../../api/client'
import { Section } from '../../components/section'
import { momentInWords } from '../../components/moment'
import { DecidePhoneClaim } from '../../graphql/customers'
import type { CustomerCard, PhoneClaim } from '../../graphql/types'
import { t } from '../../locale/cards'
import { telegram } from '../../telegram'
import { withToast } from '../../with-toast'

/** Other Telegram accounts that ask for the card, by its phone or by its code: staff decide whose it is. */
export function PhoneClaims({ customer }: { customer: CustomerCard }) {
  return (
    <>
      {customer.phoneClaims.map((claim) => (claim.byCode ? <ByCode key={claim.id} claim={claim} /> : <ByPhone key={claim.id} claim={claim} />))}
    </>
  )
}

function ByPhone({ claim }: { claim: PhoneClaim }) {
  return (
    <Section title={t('claim.title')}>
      <p class="row">{t('claim.text', { name: nameOf(claim), when: momentInWords(claim.createdTime) })}</p>
      <button type="button" class="row-button" onClick={() => void confirm(claim, true)}>
        {t('claim.move')}
      </button>
      <button type="button" class="row-button destructive" onClick={() => void confirm(claim, false)}>
        {t('claim.refuse')}
      </button>
    </Section>
  )
}

/** Who has scanned the code stands at the counter, and loses nothing that somebody else has: no more is asked. */
function ByCode({ claim }: { claim: PhoneClaim }) {
  return (
    <Section title={t('claim.code.title')}>
      <p class="row" role="alert">
        {t('claim.code.text', { name: nameOf(claim), phone: claim.phone })}
      </p>
      <button type="button" class="row-button" onClick={() => void decide(claim, true)}>
        {t('claim.code.accept')}
      </button>
      <button type="button" class="row-button destructive" onClick={() => void decide(claim, false)}>
        {t('claim.code.refuse')}
      </button>
    </Section>
  )
}

function nameOf({ name }: PhoneClaim): string {
  return name ?? t('claim.nameless')
}

async function confirm(claim: PhoneClaim, accept: boolean): Promise<void> {
  const agreed = await telegram.confirm({
    title: t(accept ? 'claim.move.question' : 'claim.refuse.question'),
    text: t(accept ? 'claim.move.text' : 'claim.refuse.text', { name: nameOf(claim) }),
    yes: t(accept ? 'claim.move' : 'claim.refuse'),
    no: t('action.cancel'),
  })
  if (agreed) await decide(claim, accept)
}

async function decide({ id, byCode }: PhoneClaim, accept: boolean): Promise<void> {
  await withToast(async () => {
    await mutate(DecidePhoneClaim, { id, accept })
    const outcome = accept ? 'moved' : 'refused'
    return t(byCode ? `claim.code.${outcome}` : `claim.${outcome}`)
  })
}
