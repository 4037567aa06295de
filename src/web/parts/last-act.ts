import { useSyncExternalStore } from 'react'

/** What was decided last on this page: in words, and how to take it back. */
export type Act = Readonly<{ words: string; judgements: readonly string[] }>

let last: Act | undefined
const listeners = new Set<() => void>()

/** Says what was just decided; nothing clears the line. */
export const tellAct = (act: Act | undefined): void => {
  last = act
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLastAct = (): Act | undefined => useSyncExternalStore(subscribe, () => last)
