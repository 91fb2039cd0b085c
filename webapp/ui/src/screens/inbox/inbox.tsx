import './inbox.css'
import { useRef } from 'preact/hooks'
import { useMessageChanges } from '../../api/live'
import { usePages } from '../../api/pages'
import { useSoon } from '../../api/use-soon'
import { Header } from '../../components/header'
import { MoreRows } from '../../components/more-rows'
import { Failure, Notice, Outdated, Skeleton } from '../../components/states'
import { useRowsRest } from '../../components/use-rest'
import { Viewer } from '../../conversation/viewer'
import { InboxQuery, type Message } from '../../graphql/messages'
import { t } from '../../locale/inbox'
import { inPlace, type Sender } from './in-place'
import { SenderCard } from './sender'

/** What customers wrote that belongs to no task yet: who has waited longest comes first. */
export function InboxScreen() {
  const { rows, hasMore, loadMore, problem, loading, reload } = usePages(InboxQuery, {}, ({ inbox }) => inbox)
  useMessageChanges(useSoon(reload))
  const shown = useRef<readonly Sender<Message>[]>([])
  const here = useRef(new Set<string>())
  // What the cache knows of an earlier visit is shown until the server has answered, and keeps no place.
  const answered = useRef(false)
  if (rows) shown.current = inPlace(answered.current ? shown.current : [], bySender(rows), here.current)
  if (!loading) answered.current = true
  const resting = useRowsRest(shown.current.map(({ key }) => ({ id: key })))
  return (
    <>
      <Header title={t('nav.inbox')} subtitle={t('inbox.text')} />
      {problem && rows && <Outdated problem={problem} retry={reload} />}
      <div class="results" aria-busy={loading && !rows}>
        {!rows ? (
          problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={4} />
        ) : shown.current.length === 0 ? (
          <Notice icon="check" title={t('inbox.empty.title')} text={t('inbox.empty.text')} />
        ) : (
          <ul class="senders">
            {shown.current.map(({ key, messages, sorted }) => (
              <SenderCard
                key={key}
                messages={messages}
                sorted={sorted}
                resting={resting}
                onExpired={reload}
                onHandle={() => void here.current.add(key)}
              />
            ))}
          </ul>
        )}
        {rows && hasMore && <MoreRows onMore={loadMore} />}
      </div>
      <Viewer />
    </>
  )
}

/** One person's messages together, at the place of the oldest of them. */
function bySender(messages: readonly Message[]): Map<string, Message[]> {
  const senders = new Map<string, Message[]>()
  for (const message of messages) {
    const sender = message.customer?.id ?? `message ${message.id}`
    const others = senders.get(sender)
    if (others) others.push(message)
    else senders.set(sender, [message])
  }
  return senders
}
