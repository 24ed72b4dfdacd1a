import { useEffect, useState } from 'preact/hooks'

/**
 * Whether the code of the page is there. Until then a field is written as an `output`, which shows its
 * value: nobody could choose anything in it, and browsers that fill in forms lay out every field of a
 * page as it loads, however far from the screen.
 */
export function useHydrated(): boolean {
  const [isHydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return isHydrated
}
