import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../locale/scan'

/** https://developer.mozilla.org/docs/Web/API/BarcodeDetector, which not every browser has. */
interface Detector {
  detect(image: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
const detectors = () => (globalThis as { BarcodeDetector?: new (options: { formats: string[] }) => Detector }).BarcodeDetector

export function hasCamera(): boolean {
  return detectors() !== undefined && navigator.mediaDevices?.getUserMedia !== undefined
}

/** How long one picture after the other is looked at, in milliseconds. */
const pause = 200

/** What the phone's camera sees, until it is closed; each code is told once. */
export function Camera({ onRead }: { onRead: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const [refused, setRefused] = useState(false)
  const latest = useRef(onRead)
  latest.current = onRead

  useEffect(() => {
    let stream: MediaStream | null = null
    let timer: ReturnType<typeof setTimeout>
    let closed = false
    const seen = new Set<string>()
    const detector = new (detectors()!)({ formats: ['qr_code'] })

    async function look() {
      const codes = await detector.detect(video.current!).catch(() => [])
      if (closed) return
      for (const { rawValue } of codes) {
        if (seen.has(rawValue)) continue
        seen.add(rawValue)
        latest.current(rawValue)
      }
      timer = setTimeout(() => void look(), pause)
    }
    async function start() {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
        if (closed) return stop()
        video.current!.srcObject = stream
        await video.current!.play()
      } catch {
        if (!closed) setRefused(true)
        return
      }
      if (!closed) void look()
    }
    function stop() {
      closed = true
      clearTimeout(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
    void start()
    return stop
  }, [])

  if (refused) return <p class="panel-note scan-refused">{t('noCamera')}</p>
  return (
    <>
      <video class="scan-camera" ref={video} muted playsInline aria-label={t('hint')} />
      <p class="panel-note">{t('hint')}</p>
    </>
  )
}
