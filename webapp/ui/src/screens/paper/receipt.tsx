import type { ComponentChildren } from 'preact'
import { nameOf } from '../../components/customer-row'
import { money } from '../../components/money'
import { Qr } from '../../components/qr'
import { itemName } from '../../domain/item'
import { memberName } from '../../domain/member'
import type { PaperTask, Shop } from '../../graphql/paper'
import { t } from '../../locale/paper'
import type { Code } from '../counter/connect-code'
import { dayOnPaper, promiseOnPaper } from './on-paper'
import { ShopHead } from './shop-head'

interface Properties {
  data: { taskById: PaperTask; settings: Shop; bot: { url: string } | null }
  /** Connects the customer's chat; none where there is no need for it, or nobody knows it any more. */
  code: Code | null
}

/** What the customer takes along. */
export function Receipt({ data: { taskById: task, settings: shop, bot }, code }: Properties) {
  const { id, customer, item, description, promisedTime, employee } = task
  return (
    <>
      <ShopHead shop={shop} />
      <h2 class="receipt-title">
        {t('receipt.title', { id })} <span>{dayOnPaper(task.createdTime)}</span>
      </h2>
      <dl class="receipt-facts">
        <Fact name={t('receipt.customer')}>{customer && [nameOf(customer), customer.name && customer.phone].filter(Boolean).join(', ')}</Fact>
        <Fact name={t('receipt.item')}>{[itemName(item), item?.serial && t('receipt.serial', { serial: item.serial })].filter(Boolean).join(', ')}</Fact>
        <Fact name={t('receipt.condition')}>{item?.condition}</Fact>
        <Fact name={t('receipt.includes')}>{item?.includes}</Fact>
        <Fact name={t('receipt.work')} long>
          {description}
        </Fact>
        <Fact name={t('receipt.promised')}>{promisedTime && promiseOnPaper(promisedTime)}</Fact>
        <Price task={task} />
        <Fact name={t('receipt.warranty')}>{warranty(task, shop)}</Fact>
        <Fact name={t('receipt.employee')}>{employee && memberName(employee)}</Fact>
      </dl>
      {(code || bot) && (
        <div class="receipt-qr">
          <Qr text={code ? code.url : `${bot!.url}?start=task_${id}`} label={t(code ? 'receipt.qr.code' : 'receipt.qr')} />
          <div>
            <p>{t(code ? 'receipt.scan.code' : 'receipt.scan')}</p>
            {code && bot && (
              <p>
                {t('receipt.digits', { bot: `@${bot.url.split('/').at(-1)}` })}{' '}
                <strong class="receipt-digits">
                  {code.digits.slice(0, 3)} {code.digits.slice(3)}
                </strong>
              </p>
            )}
            {code && <p class="receipt-small">{t('receipt.until', { day: dayOnPaper(code.expiresTime) })}</p>}
          </div>
        </div>
      )}
      <p class="receipt-small">{t('receipt.keep')}</p>
      <p class="receipt-sign">
        <span>{t('receipt.sign.customer')}</span>
        <span>{t('receipt.sign.shop')}</span>
      </p>
    </>
  )
}

function Fact({ name, long = false, children }: { name: string; long?: boolean; children: ComponentChildren }) {
  if (!children) return null
  return (
    <div data-long={long}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What the customer agreed to, what was paid, also before there is a price, and what is left. */
export function Price({ task: { due, paid, estimate } }: { task: Pick<PaperTask, 'due' | 'paid' | 'estimate'> }) {
  const currency = estimate?.currency
  return (
    <>
      <Fact name={t('receipt.price')}>{due !== null && money(due + paid, currency)}</Fact>
      <Fact name={t('receipt.paid')}>{paid !== 0 && paidInWords(due, paid, currency)}</Fact>
    </>
  )
}

function paidInWords(due: number | null, paid: number, currency: string | undefined): string {
  const all = money(paid, currency)
  if (due === null) return all
  if (due === 0) return t('receipt.paid.full', { paid: all })
  return t(due > 0 ? 'receipt.paid.of' : 'receipt.paid.over', { paid: all, due: money(Math.abs(due), currency) })
}

function warranty({ warrantyOf, warrantyUntil }: PaperTask, { warrantyDays }: Shop): string {
  const length = warrantyUntil
    ? t('receipt.warranty.until', { day: promiseOnPaper(warrantyUntil) })
    : warrantyDays > 0
      ? t('receipt.warranty.days', { count: warrantyDays })
      : ''
  return [warrantyOf && t('receipt.warranty.of', { id: warrantyOf.id }), length].filter(Boolean).join(', ')
}
