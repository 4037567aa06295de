import { useSyncExternalStore } from 'react'
import type { AddTextRequest, Choice, Kept, PlannedDocument, Problem, Reading } from '../../server/wire.ts'
import { keepReadings, planReadings, readInto, type TrayEvent } from '../add-api.ts'
import { ProblemError } from '../api.ts'

/** A problem as the server words it, or one that kept it from answering. */
export type Trouble = Pick<Problem, 'message'> & Readonly<{ code: string }>

/** A document that was read and is looked at before it is kept. */
export type TrayDocument = Readonly<{
  reading: Reading
  planned: PlannedDocument | null
  kept: Kept | null
  /** Where the person wants an incident of the plan to go, by the incident's id; none: where it would. */
  choices: Readonly<Record<string, Choice['into']>>
  isOut: boolean
}>

/** A file or a pasted text, with the documents found in it. */
export type TrayInput = Readonly<{
  id: number
  name: string
  given: File | AddTextRequest
  state: 'waiting' | 'reading' | 'read' | 'queued'
  /** How many documents there are in it; null: not known yet. */
  found: number | null
  documents: readonly TrayDocument[]
  troubles: readonly Trouble[]
}>

export type TrayState = Readonly<{
  inputs: readonly TrayInput[]
  isPlanning: boolean
  isKeeping: boolean
  trouble: Trouble | null
}>

const EMPTY: TrayState = { inputs: [], isPlanning: false, isKeeping: false, trouble: null }

/** Files that are sent at a time; the server reads as many as it has cores. */
const AT_ONCE = 3

let state = EMPTY
let serial = 0
const listeners = new Set<() => void>()

// Beside the pages, not in one of them: who looks at an incident and comes back finds the tray as it was.
const set = (change: Partial<TrayState>): void => {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

const setInput = (id: number, change: (input: TrayInput) => Partial<TrayInput>): void =>
  set({ inputs: state.inputs.map((input) => (input.id === id ? { ...input, ...change(input) } : input)) })

const mapDocuments = (change: (document: TrayDocument) => TrayDocument): readonly TrayInput[] =>
  state.inputs.map((input) => ({ ...input, documents: input.documents.map(change) }))

const toTrouble = (error: unknown): Trouble =>
  error instanceof ProblemError ? error.problem : { code: 'internal/unexpected', message: String(error) }

/** Documents that wait for the person to keep them. */
export const listWaiting = ({ inputs }: TrayState): readonly TrayDocument[] =>
  inputs.flatMap(({ documents }) => documents.filter(({ kept, isOut }) => !kept?.document && !isOut))

const isAtWork = (): boolean => state.inputs.some((input) => input.state === 'waiting' || input.state === 'reading')

let planned = 0

/** Works out where everything would go, once nothing is being read: what was found in one document bears on the others. */
const plan = async (): Promise<void> => {
  const keys = listWaiting(state).map(({ reading }) => reading.key)
  if (isAtWork() || keys.length === 0) return
  const turn = ++planned
  set({ isPlanning: true })
  try {
    const { documents, missing } = await planReadings(keys)
    if (turn !== planned) return
    const byKey = new Map(documents.map((one) => [one.key, one]))
    set({
      inputs: mapDocuments((one) => (one.kept?.document ? one : { ...one, planned: byKey.get(one.reading.key) ?? null })),
      isPlanning: false,
      trouble: null,
    })
    if (missing.length > 0) readAgain(new Set(missing))
  } catch (error) {
    if (turn === planned) set({ isPlanning: false, trouble: toTrouble(error) })
  }
}

const tell = (id: number, event: TrayEvent): void => {
  if (event.kind === 'queued') setInput(id, () => ({ state: 'queued', found: event.inputs }))
  if (event.kind === 'opened') setInput(id, () => ({ found: event.documents }))
  if (event.kind === 'failed') setInput(id, ({ troubles }) => ({ troubles: [...troubles, ...event.problems] }))
  if (event.kind !== 'read') return
  const isThere = state.inputs.some(({ documents }) => documents.some(({ reading, isOut }) => !isOut && reading.key === event.reading.key))
  if (isThere) setInput(id, ({ found }) => ({ found: (found ?? 1) - 1 }))
  else
    setInput(id, ({ documents }) => ({
      documents: [...documents, { reading: event.reading, planned: null, kept: null, choices: {}, isOut: false }],
    }))
}

const readNext = async (): Promise<void> => {
  const next = state.inputs.find((input) => input.state === 'waiting')
  if (!next || state.inputs.filter((input) => input.state === 'reading').length >= AT_ONCE) return
  const { id, given } = next
  setInput(id, () => ({ state: 'reading' }))
  try {
    await readInto(given, (event) => tell(id, event))
  } catch (error) {
    setInput(id, ({ troubles }) => ({ troubles: [...troubles, toTrouble(error)] }))
  }
  setInput(id, (input) => ({ state: input.state === 'queued' ? 'queued' : 'read' }))
  await (isAtWork() ? readNext() : plan())
}

const start = (): void => {
  for (let n = 0; n < AT_ONCE; n++) void readNext()
}

/** The server lets go of readings when others need the room: those are read again. */
const readAgain = (missing: ReadonlySet<string>): void => {
  const isLost = (input: TrayInput): boolean => input.documents.some(({ reading, kept }) => !kept && missing.has(reading.key))
  set({
    inputs: state.inputs.map((input) =>
      isLost(input) ? { ...input, state: 'waiting', documents: input.documents.filter(({ kept }) => kept), troubles: [] } : input,
    ),
  })
  start()
}

/** Puts files or pasted texts into the tray; they are read at once, some at a time. */
export const putIntoTray = (all: readonly Readonly<{ name: string; given: File | AddTextRequest }>[]): void => {
  const fresh = all.map((one): TrayInput => ({ ...one, id: ++serial, state: 'waiting', found: null, documents: [], troubles: [] }))
  set({ inputs: [...state.inputs, ...fresh] })
  start()
}

/** Says where an incident of the plan is to go; null: where it would. */
export const chooseInTray = (key: string, incident: string, into: Choice['into'] | null): void => {
  const toChosen = ({ [incident]: _, ...rest }: TrayDocument['choices']) => (into === null ? rest : { ...rest, [incident]: into })
  set({ inputs: mapDocuments((one) => (one.reading.key === key ? { ...one, choices: toChosen(one.choices) } : one)) })
}

/** Leaves a document out, or takes it in again. */
export const leaveOut = (key: string, isOut: boolean): void => {
  set({ inputs: mapDocuments((one) => (one.reading.key === key ? { ...one, isOut } : one)) })
  void plan()
}

/** Keeps all that waits, in the order it came in. Those that cannot be kept stay, with why. */
export const keepTray = async (): Promise<void> => {
  const waiting = listWaiting(state)
  set({ isKeeping: true, trouble: null })
  try {
    const { kept } = await keepReadings(
      waiting.map(({ reading: { key }, choices }) => ({
        key,
        choices: Object.entries(choices).map(([incident, into]) => ({ incident, into })),
      })),
    )
    const byKey = new Map(kept.map((one) => [one.key, one]))
    set({ inputs: mapDocuments((one) => ({ ...one, kept: byKey.get(one.reading.key) ?? one.kept })), isKeeping: false })
  } catch (error) {
    set({ isKeeping: false, trouble: toTrouble(error) })
  }
}

/** Takes everything off the list that does not wait any more. */
export const clearTray = (): void => {
  const isOpen = ({ kept, isOut }: TrayDocument): boolean => !kept?.document && !isOut
  set({
    inputs: state.inputs
      .map((input) => ({ ...input, documents: input.documents.filter(isOpen), troubles: [] }))
      .filter((input) => input.documents.length > 0 || input.state === 'waiting' || input.state === 'reading'),
  })
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is on its way in. */
export const useTray = (): TrayState => useSyncExternalStore(subscribe, () => state)
