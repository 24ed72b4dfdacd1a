import { useEffect, useRef, useState } from 'preact/hooks'

/** Seconds between two readings-out while a run goes on. */
const pause = 5

/** The status line: for the eye at every frame, for the ear at most every five seconds and at the end. */
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
      first.current = false // nobody asked yet
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
