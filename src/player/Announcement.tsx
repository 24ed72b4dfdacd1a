import { useEffect, useRef, useState } from 'preact/hooks'

/** Seconds between two announcements while a run goes on. */
const pause = 5

/** The status line. The visible text updates each frame; the aria-live copy at most every 5 s and at the end. */
export function Announcement({
  text,
  isRunning,
}: {
  readonly text: string
  readonly isRunning: boolean
}) {
  const [said, setSaid] = useState('')
  const latest = useRef(text)
  const first = useRef(true)
  latest.current = text
  useEffect(() => {
    if (first.current) {
      first.current = false // no announcement before the reader has done anything
      return
    }
    const timer = setTimeout(() => setSaid(latest.current), isRunning ? pause * 1000 : 500)
    return () => clearTimeout(timer)
  }, [isRunning, isRunning ? said : text])
  return (
    <>
      <p class="status" aria-hidden={said === '' ? undefined : 'true'}>
        {text}
      </p>
      <p class="hidden" role="status">
        {said}
      </p>
    </>
  )
}
