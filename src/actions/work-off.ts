import { setTimeout as sleep } from 'node:timers/promises'
import type { Queue, WorkItem } from '../ledger/queue/queue.ts'
import type { Problem } from '../model/problem.ts'
import { type AddResult, addDocuments } from './add-document.ts'
import type { AddRequest } from './prepare-document.ts'
import { toRequest } from './queue-documents.ts'
import type { Workbench } from './workbench.ts'

/** `isStopped`: nothing more is taken, what was taken is finished · `told`: of each item that is through · `untilEmpty`: ends when nothing waits. */
export type WorkOptions = Readonly<{
  isStopped: () => boolean
  told?: (result: AddResult) => void
  untilEmpty?: boolean
  idleMs?: number
  touchMs?: number
}>

/** Items that are taken at a time; what is taken ahead keeps the readers busy, and waits for nobody else. */
const TAKEN = 8
const IDLE_MS = 500
const TOUCH_MS = 10_000

/** Problems that trying again may solve. The others are of the document itself. */
const mayPass = ({ code }: Problem): boolean => code === 'internal/unexpected'

/** What became of one item: what could be kept is kept; what could not is told, and tried again where that may help. */
const settle = async (queue: Queue, { id }: WorkItem, { problems }: AddResult): Promise<void> => {
  if (problems.length === 0) await queue.done(id)
  else await queue.fail(id, problems, { forGood: !problems.some(mayPass) })
}

/** Takes work from the queue and adds it to the ledger, until told to stop. Throws when the ledger is in trouble; others take over then. */
export const workOff = async (bench: Workbench, queue: Queue, options: WorkOptions): Promise<void> => {
  const { isStopped, told, untilEmpty = false, idleMs = IDLE_MS, touchMs = TOUCH_MS } = options
  const held: WorkItem[] = []
  const requests = async function* (): AsyncGenerator<AddRequest> {
    while (!isStopped()) {
      const items = await queue.take(TAKEN)
      held.push(...items)
      for (const { bytes, request } of items) yield toRequest(bytes, request)
      if (items.length === 0 && untilEmpty) return
      if (items.length === 0) await sleep(idleMs)
    }
  }
  const touching = setInterval(() => {
    queue.touch(held.map(({ id }) => id)).catch(() => undefined)
  }, touchMs)
  try {
    for await (const result of addDocuments(bench, requests())) {
      await settle(queue, held[0]!, result)
      held.shift()
      told?.(result)
    }
  } finally {
    clearInterval(touching)
  }
}
