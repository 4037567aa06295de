import type { Ledger } from './ledger.ts'
import { type Writer, write } from './write.ts'

/** Runs `act` as `write` does, and takes all of it back: what it gives is what would be. */
export const tryWrite = async <Result>(ledger: Ledger, act: (writer: Writer) => Promise<Result>): Promise<Result> => {
  const done: { result: Result }[] = []
  const takenBack = new Error('taken back')
  try {
    // Of its own, what is known: of rows that are taken back nothing may be remembered.
    await write({ ...ledger, known: new Map(ledger.known) }, async (writer) => {
      done.push({ result: await act(writer) })
      throw takenBack
    })
  } catch (error) {
    if (error !== takenBack) throw error
  }
  return done[0]!.result
}
