import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Header } from '../../components/header'
import { MainButton } from '../../components/main-button'
import { Section } from '../../components/section'
import { Failure, Gone, Skeleton } from '../../components/states'
import { PaperQuery } from '../../graphql/paper'
import { t } from '../../locale/paper'
import { navigate, parent, taskSheets, type Route, type TaskSheet } from '../../router'
import { telegram } from '../../telegram'
import { CodeIsOut } from '../counter/code-is-out'
import { useConnectCode } from '../counter/connect-code'
import { Label } from './label'
import { Receipt } from './receipt'
import { rememberReceipt } from './receipt-size'
import { Sheet } from './sheet'

/** What is printed for a task, as it will be: a receipt for the customer, and a label for the thing. */
export function TaskPaperScreen({ at }: { at: Extract<Route, { screen: 'task-paper' }> }) {
  const { data, problem, reload } = useQuery(PaperQuery, { id: at.id })
  const task = data?.taskById
  const choose = (sheet: TaskSheet) => {
    if (sheet !== 'label') rememberReceipt(sheet)
    navigate({ ...at, sheet }, { replace: true })
  }
  return (
    <>
      <Header title={t('paper.title', { id: at.id })} back={parent(at)} />
      {problem?.code === 'NOT_FOUND' ? (
        <Gone text={t('paper.notFound')} />
      ) : task ? (
        <>
          <Choice look="steps" label={t('paper.sheet')} options={taskSheets} chosen={at.sheet} text={(sheet) => t(`paper.${sheet}`)} onChoose={choose} />
          {at.sheet === 'label' ? (
            <Sheet size="label" label={t('paper.label')}>
              <Label task={task} bot={data.bot?.url ?? null} />
            </Sheet>
          ) : (
            <ReceiptSheet size={at.sheet} data={{ ...data, taskById: task }} />
          )}
          <PrintButton />
        </>
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

interface ReceiptProperties {
  size: 'a6' | 'roll'
  data: Parameters<typeof Receipt>[0]['data']
}

function ReceiptSheet({ size, data }: ReceiptProperties) {
  const { customer } = data.taskById
  if (customer && !(customer.telegramId !== null && customer.verified)) {
    return <ConnectingReceipt size={size} data={data} customerId={customer.id} />
  }
  return (
    <Sheet size={size} label={t('paper.receipt')}>
      <Receipt data={data} code={null} />
    </Sheet>
  )
}

/** With the code that connects the customer's chat. It is shown once it is known which, or nobody could print the right one. */
function ConnectingReceipt({ size, data, customerId }: ReceiptProperties & { customerId: string }) {
  const { code, out, problem, renew } = useConnectCode(customerId, true)
  if (!code && !out && !problem) return <Skeleton rows={4} />
  return (
    <>
      {out && (
        <Section>
          <CodeIsOut until={out} renew={renew} />
        </Section>
      )}
      {problem && problem.code !== 'CONFLICT' && <Failure problem={problem} retry={() => void renew()} />}
      <Sheet size={size} label={t('paper.receipt')}>
        <Receipt data={data} code={code} />
      </Sheet>
    </>
  )
}

/** Telegram prints nothing by itself: a browser does. */
export function PrintButton() {
  return (
    <>
      {telegram.inTelegram && <p class="paper-note">{t('paper.inBrowser')}</p>}
      <MainButton text={t('paper.print')} onClick={() => telegram.print()} />
    </>
  )
}
