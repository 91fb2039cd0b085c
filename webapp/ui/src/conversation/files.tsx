import { useState } from 'preact/hooks'
import { mutate } from '../api/client'
import { inWords } from '../api/problem'
import { Icon } from '../components/icon'
import { lengthOf, sizeOf } from '../domain/file'
import { ForwardFile, type MessageFile } from '../graphql/messages'
import { t } from '../locale/conversation'
import { withToast } from '../with-toast'
import { useAddress } from './use-address'
import { useDownload } from './use-download'
import { openViewer } from './viewer'

/** Addresses are signed for minutes: `onExpired` asks for new ones. */
interface Properties {
  files: readonly MessageFile[]
  onExpired: () => void
}

/** What came with a message: pictures together, then the rest one below the other. */
export function Files({ files, onExpired }: Properties) {
  const pictures = files.filter(({ kind, state }) => isPicture(kind) && state === 'KEPT')
  const others = files.filter((file) => !pictures.includes(file))
  return (
    <>
      {pictures.length > 0 && (
        <div class="pictures" data-count={Math.min(pictures.length, 4)}>
          {pictures.map((file) => (
            <Picture key={file.id} file={file} onExpired={onExpired} onOpen={() => openViewer(pictures, file.id, onExpired)} />
          ))}
        </div>
      )}
      {others.map((file) => (
        <OneFile key={file.id} file={file} onExpired={onExpired} />
      ))}
    </>
  )
}

function isPicture(kind: MessageFile['kind']): boolean {
  return kind === 'PHOTO' || kind === 'STICKER'
}

function OneFile({ file, onExpired }: { file: MessageFile; onExpired: () => void }) {
  if (file.state !== 'KEPT') return <Absent file={file} />
  switch (file.kind) {
    case 'VOICE':
    case 'AUDIO':
      return <Sound file={file} onExpired={onExpired} />
    case 'VIDEO':
    case 'VIDEO_NOTE':
      return <Film file={file} onExpired={onExpired} />
    default:
      return <Paper file={file} onExpired={onExpired} />
  }
}

function Picture({ file, onExpired, onOpen }: { file: MessageFile; onExpired: () => void; onOpen: () => void }) {
  const address = useAddress(file.thumbnailUrl ?? file.url, onExpired)
  return (
    <button type="button" class="picture" aria-label={t('file.open')} onClick={onOpen}>
      <img src={address.src} alt={nameOf(file)} loading="lazy" decoding="async" onError={address.onError} />
      {file.label && <span class="picture-label">{t(`label.${file.label}`)}</span>}
    </button>
  )
}

/** What is not there to be shown: on its way, too large for the bot, or removed. */
function Absent({ file }: { file: MessageFile }) {
  const { kind, state, size } = file
  const why =
    state === 'TOO_LARGE' ? (size ? t('file.TOO_LARGE', { size: sizeInWords(size) }) : t('file.TOO_LARGE.unknown')) : t(`file.${state as 'GONE'}`)
  return (
    <div class="paper" data-state={state}>
      <span class="paper-icon">
        <Icon name={isPicture(kind) ? 'picture' : 'paper'} />
      </span>
      <span class="row-text">
        <span class="paper-name">{nameOf(file)}</span>
        <span class="paper-facts">{why}</span>
      </span>
      {state === 'TOO_LARGE' && <SendMe file={file} />}
    </div>
  )
}

function Sound({ file, onExpired }: { file: MessageFile; onExpired: () => void }) {
  const address = useAddress(file.url, onExpired)
  const [mute, setMute] = useState(() => cannotPlay('audio', file))
  const { duration } = file
  return (
    <div class="sound">
      <span class="paper-facts">
        {nameOf(file)}
        {duration ? ` · ${lengthOf(duration)}` : ''}
      </span>
      {!mute && (
        <audio
          controls
          preload="none"
          src={address.src}
          aria-label={nameOf(file)}
          onError={(event) => {
            if (event.currentTarget.error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED && address.isNew()) setMute(true)
            else address.onError()
          }}
        />
      )}
      {mute && <CannotPlay file={file} onExpired={onExpired} />}
    </div>
  )
}

function Film({ file, onExpired }: { file: MessageFile; onExpired: () => void }) {
  const address = useAddress(file.url, onExpired)
  const poster = file.thumbnailUrl
  const [mute, setMute] = useState(() => cannotPlay('video', file))
  return (
    <div class="film">
      {mute ? (
        <CannotPlay file={file} onExpired={onExpired} />
      ) : (
        <video
          controls
          playsInline
          preload="metadata"
          src={address.src}
          {...(poster && { poster })}
          aria-label={nameOf(file)}
          onError={() => (address.isNew() ? setMute(true) : address.onError())}
        />
      )}
    </div>
  )
}

function CannotPlay({ file, onExpired }: { file: MessageFile; onExpired: () => void }) {
  return (
    <>
      <p class="paper-facts">{t('file.cannotPlay')}</p>
      <Paper file={file} onExpired={onExpired} />
      <SendMe file={file} />
    </>
  )
}

/** Telegram's own app plays and loads what the page cannot. */
function SendMe({ file: { id } }: { file: MessageFile }) {
  return (
    <button
      type="button"
      class="plain-button send-me"
      onClick={() =>
        void withToast(
          async () => {
            await mutate(ForwardFile, { id })
            return t('file.sent')
          },
          (problem) => (problem.code === 'CONFLICT' ? t('file.notSent') : inWords(problem)),
        )
      }
    >
      {t('file.sendMe')}
    </button>
  )
}

function Paper({ file, onExpired }: { file: MessageFile; onExpired: () => void }) {
  const { size } = file
  const url = file.url ?? ''
  const name = nameOf(file)
  const tap = useDownload(url, name, onExpired)
  return (
    <a
      class="paper"
      href={url}
      download={name}
      onClick={tap}
    >
      <span class="paper-icon">
        <Icon name="download" />
      </span>
      <span class="row-text">
        <span class="paper-name">{name}</span>
        <span class="paper-facts">{size ? sizeInWords(size) : t('file.download')}</span>
      </span>
    </a>
  )
}

function nameOf({ name, kind }: MessageFile): string {
  return name || t(`file.${kind}`)
}

export function sizeInWords(bytes: number): string {
  const { unit, count } = sizeOf(bytes)
  return t(`size.${unit}`, { count })
}

function cannotPlay(tag: 'audio' | 'video', { mime }: MessageFile): boolean {
  return mime !== null && document.createElement(tag).canPlayType(mime) === ''
}
