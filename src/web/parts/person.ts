import { useSyncExternalStore } from 'react'

const KEY = 'casus-person'
const listeners = new Set<() => void>()

/** The name under which this browser judges; empty: the server's operator. */
export const getPerson = (): string => {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export const setPerson = (name: string): void => {
  try {
    if (name.trim()) localStorage.setItem(KEY, name.trim())
    else localStorage.removeItem(KEY)
  } catch {
    // Storage may be closed to us: judgements then carry the operator's name.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePerson = (): string => useSyncExternalStore(subscribe, getPerson)
