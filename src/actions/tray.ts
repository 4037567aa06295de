import type { Ready } from './append-found.ts'

/** Documents that were read and wait for a person to say whether they are kept, by key. In memory only: who comes too late reads again. */
export type Tray = Readonly<{
  put: (key: string, ready: Ready) => void
  find: (key: string) => Ready | undefined
  /** Lets go of what is kept now. */
  drop: (key: string) => void
}>

/** Enough for a few people with a folder each; a reading takes about as much memory as its document. */
const MOST_DOCUMENTS = 1_000
const MOST_BYTES = 256_000_000

/** An empty tray; what was put in first goes first when it is full. */
export const openTray = (): Tray => {
  const held = new Map<string, Ready>()
  let bytes = 0
  const drop = (key: string): void => {
    bytes -= held.get(key)?.content.bytes.length ?? 0
    held.delete(key)
  }
  return {
    put: (key, ready) => {
      drop(key)
      held.set(key, ready)
      bytes += ready.content.bytes.length
      for (const first of held.keys()) {
        if (first === key || (held.size <= MOST_DOCUMENTS && bytes <= MOST_BYTES)) break
        drop(first)
      }
    },
    find: (key) => held.get(key),
    drop,
  }
}
