import { type RefObject, useEffect, useState } from 'react'

/** About two screens: what is drawn this far ahead is there before a reader is. */
const AHEAD = '1600px'

/** Whether an element has come near the window since it was first drawn. `isAlways` spares short pages the wait. */
export const useNear = (element: RefObject<HTMLElement | null>, isAlways: boolean): boolean => {
  const [isNear, setNear] = useState(isAlways)
  useEffect(() => {
    if (isNear || !element.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { rootMargin: AHEAD })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [isNear, element])
  return isNear || isAlways
}
