import { useState } from 'preact/hooks'
import { t } from '../../locale/team'
import { telegram } from '../../telegram'

interface Properties {
  text: string
  /** What it is, for screen readers and where there is no clipboard. */
  label: string
  /** Offers to send it on, where it is a link for somebody else. */
  shared?: boolean
}

/** A text that is shown once: selected by a tap, copied by a button. */
export function Secret({ text, label, shared = false }: Properties) {
  const [copied, setCopied] = useState(false)
  return (
    <div class="secret">
      <input
        class="secret-text"
        readOnly
        aria-label={label}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="secret-buttons">
        <button
          type="button"
          class="plain-button"
          onClick={async () => {
            if (!(await copy(text))) return
            telegram.haptic('success')
            setCopied(true)
          }}
        >
          <span role="status">{t(copied ? 'link.copied' : 'link.copy')}</span>
        </button>
        {shared && (
          <button type="button" class="plain-button" onClick={() => void share(text)}>
            {t('link.share')}
          </button>
        )}
      </div>
    </div>
  )
}

/** False where the client allows no clipboard: the text stays there to be selected. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.querySelector<HTMLInputElement>('.secret-text')
    field?.select()
    return document.execCommand('copy')
  }
}

async function share(url: string): Promise<void> {
  if (!telegram.inTelegram && 'share' in navigator) {
    // Rejected when the person changes their mind.
    await navigator.share({ url }).catch(() => {})
    return
  }
  telegram.openTelegramLink(`https://t.me/share/url?url=${encodeURIComponent(url)}`)
}
