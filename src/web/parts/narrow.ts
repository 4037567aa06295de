import { useSyncExternalStore } from 'react'

/** Below this width a line of the list takes three rows, as in the style sheet. */
const query = window.matchMedia('(max-width: 52rem)')

const subscribe = (onChange: () => void): (() => void) => {
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches)
