import type { AddTextRequest, Choice, Kept, Plan, ProblemBody, QueuedEvent, ReadEvent } from '../server/wire.ts'
import { headersOf, ProblemError, send } from './api.ts'
import { texts } from './texts.ts'

/** What is told while documents are read. */
export type TrayEvent = ReadEvent | QueuedEvent

const toEvent = (block: string): TrayEvent | undefined => {
  const lines = block.split('\n')
  const fieldOf = (name: string): string =>
    lines
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trimStart())
      .join('\n')
  const [kind, data] = [fieldOf('event'), fieldOf('data')]
  return kind && data ? ({ ...(JSON.parse(data) as object), kind } as TrayEvent) : undefined
}

/** Tells the events of a stream as they come; the last one may lack its empty line. */
const tellEvents = async (body: ReadableStream<Uint8Array>, tell: (event: TrayEvent) => void): Promise<void> => {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    const blocks = (rest + decoder.decode(value, { stream: !done })).split('\n\n')
    rest = done ? '' : blocks.pop()!
    for (const block of blocks) {
      const event = toEvent(block)
      if (event) tell(event)
    }
    if (done) return
  }
}

/** Has the server read a file or a pasted text, which keeps nothing yet; throws the problem it answers with. */
export const readInto = async (given: File | AddTextRequest, tell: (event: TrayEvent) => void): Promise<void> => {
  const form = new FormData()
  if (given instanceof File) form.append('file', given)
  const init =
    given instanceof File
      ? { headers: headersOf(), body: form }
      : { headers: headersOf({ 'Content-Type': 'application/json' }), body: JSON.stringify(given) }
  const unreachable = () => {
    throw new ProblemError({ code: 'network', message: texts.problem.unreachable })
  }
  const response = await fetch('/api/readings', { method: 'POST', ...init }).catch(unreachable)
  if (response.ok && response.body) return tellEvents(response.body, tell).catch(unreachable)
  const answer = (await response.json().catch(() => null)) as ProblemBody | null
  throw new ProblemError(answer?.problem ?? { code: 'network', message: `${response.status} ${response.statusText}` })
}

/** What would become of readings if they were kept now. */
export const planReadings = (keys: readonly string[]): Promise<Plan> => send('/api/readings/plan', { readings: keys })

/** Keeps readings, each with what the person chose. */
export const keepReadings = (
  readings: readonly Readonly<{ key: string; choices: readonly Choice[] }>[],
): Promise<Readonly<{ kept: readonly Kept[] }>> => send('/api/readings/keep', { readings })
