import { mutate } from '../../api/client'
import { useQuery } from '../../api/query'
import { Header } from '../../components/header'
import { Section } from '../../components/section'
import { Failure, Notice, Skeleton } from '../../components/states'
import { config } from '../../config'
import { momentInWords } from '../../domain/days'
import { DeadLettersQuery, DismissDeadLetter, ReplayDeadLetter, type DeadLetter } from '../../graphql/dead-letters'
import { language } from '../../locale'
import { t as common } from '../../locale/cards'
import { t } from '../../locale/team'
import { customerRoute, format } from '../../router'
import { telegram } from '../../telegram'
import { withToast } from '../../with-toast'

/** What customers wrote to the bot and got no answer to. */
export function DeadLettersScreen() {
  const { data, problem, reload } = useQuery(DeadLettersQuery, {})
  const letters = data?.deadLetters
  return (
    <>
      <Header title={common('more.letters')} back={{ screen: 'more' }} />
      {!letters ? (
        problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={2} />
      ) : letters.length === 0 ? (
        <Notice icon="check" title={t('letter.empty.title')} text={t('letter.empty')} />
      ) : (
        <>
          <p class="lead">{t('letter.text')}</p>
          <Section>
            <ul>
              {letters.map((letter) => (
                <LetterRow key={letter.id} letter={letter} reload={reload} />
              ))}
            </ul>
          </Section>
        </>
      )}
    </>
  )
}

function LetterRow({ letter, reload }: { letter: DeadLetter; reload: () => void }) {
  const { customer, name, text, reason, detail, receivedTime } = letter
  const who = customer?.name || name || customer?.phone || t('letter.somebody')
  return (
    <li class="delivery">
      <div class="delivery-head">
        <span class="row-title">{customer ? <a href={format(customerRoute(customer.id))}>{who}</a> : who}</span>
        <span class="row-facts">{momentInWords(receivedTime, config.value.timezone, language.value)}</span>
      </div>
      <p class={text ? 'letter-text' : 'quiet'}>{text ?? t('letter.wordless')}</p>
      <p class="row-facts">{t(`letter.${reason}`)}</p>
      <details>
        <summary>{t('letter.detail')}</summary>
        <pre tabIndex={0} lang="en">
          {detail}
        </pre>
      </details>
      <div class="actions">
        <button type="button" class="next-button" onClick={() => void replay(letter, reload)}>
          {t('letter.replay')}
        </button>
        <button type="button" class="next-button destructive" onClick={() => void dismiss(letter, reload)}>
          {t('letter.dismiss')}
        </button>
      </div>
    </li>
  )
}

async function replay({ id }: DeadLetter, reload: () => void): Promise<void> {
  await withToast(async () => {
    await mutate(ReplayDeadLetter, { id })
    return t('letter.replayed')
  })
  reload()
}

async function dismiss({ id }: DeadLetter, reload: () => void): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('letter.dismiss.question'),
    text: t('letter.dismiss.text'),
    yes: t('letter.dismiss'),
    no: common('action.cancel'),
  })
  if (!agreed) return
  await withToast(async () => {
    await mutate(DismissDeadLetter, { id })
    return t('letter.dismissed')
  })
  reload()
}
