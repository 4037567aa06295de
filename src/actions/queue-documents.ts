import type { Queue } from '../ledger/queue/queue.ts'
import type { AddRequest } from './prepare-document.ts'
import type { Input } from './workbench.ts'

/** A request as the queue keeps it: all but the bytes. */
type Kept = Omit<AddRequest, 'input'> & Readonly<{ input: Omit<Input, 'bytes'> }>

const toKept = ({ input: { bytes: _, ...input }, ...rest }: AddRequest): Kept => ({ ...rest, input })

/** Puts inputs into the queue; once this comes back they are kept, and some worker will add them. */
export const queueDocuments = (queue: Queue, requests: readonly AddRequest[]): Promise<void> =>
  queue.send(requests.map((request) => ({ bytes: request.input.bytes, request: toKept(request) })))

/** The request that the queue kept, with its bytes. */
export const toRequest = (bytes: Uint8Array, kept: unknown): AddRequest => {
  const { input, ...rest } = kept as Kept
  return { ...rest, input: { ...input, bytes } }
}
