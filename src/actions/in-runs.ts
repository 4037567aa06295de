/** `width`: how many items are under way or ready at a time · `longest`: how many results one run may hold. */
type RunOptions = Readonly<{ width: number; longest: number }>

type Slot<Result> = { result: Promise<Result>; settled: boolean }

const open = <Result>(result: Promise<Result>): Slot<Result> => {
  const slot = { result, settled: false }
  const settle = (): void => {
    slot.settled = true
  }
  result.then(settle, settle)
  return slot
}

/**
 * Runs `start` for several items at a time and gives the results in the order of the items, in runs: all that are ready by then,
 * at least one. A failure is thrown in its turn; what else is under way then is let go.
 */
export async function* inRuns<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  start: (item: Item) => Promise<Result>,
  { width, longest }: RunOptions,
): AsyncGenerator<readonly Result[]> {
  const slots: Slot<Result>[] = []
  const state = { ended: false, stopped: false, failure: null as { error: unknown } | null }
  let filled: () => void = () => {}
  let taken: () => void = () => {}
  const pump = async (): Promise<void> => {
    try {
      for await (const item of items) {
        while (slots.length >= width && !state.stopped)
          await new Promise<void>((resolve) => {
            taken = resolve
          })
        if (state.stopped) return
        slots.push(open(start(item)))
        filled()
      }
    } catch (error) {
      state.failure = { error }
    } finally {
      state.ended = true
      filled()
    }
  }
  void pump()
  try {
    for (;;) {
      while (slots.length === 0 && !state.ended)
        await new Promise<void>((resolve) => {
          filled = resolve
        })
      if (slots.length === 0) break
      const run = [await slots[0]!.result]
      slots.shift()
      while (run.length < longest && slots[0]?.settled) run.push(await slots.shift()!.result)
      taken()
      yield run
    }
    if (state.failure) throw state.failure.error
  } finally {
    state.stopped = true
    taken()
  }
}
