import { findClaim } from '../ledger/find-claim.ts'
import { newId } from '../ledger/id.ts'
import { listJudgements } from '../ledger/judgements.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Writer, write } from '../ledger/write.ts'
import { standingValue } from '../model/judgement.ts'
import { type CellValue, type ColumnValue, readCell } from '../model/own-column.ts'
import { CasusError } from '../model/problem.ts'
import type { ViewValue } from '../model/saved-view.ts'
import { findTypedColumn } from '../publish/typed-column.ts'
import { checkIncident } from './check-incident.ts'
import { type Decided, type Judged, keepJudgement } from './keep-judgement.ts'
import { refreshIncident } from './refresh-card.ts'

/** What people do to the grid: a cell, a column or a view of their own. Without an id a column or view is a new one. */
export type GridRequest = Decided &
  (
    | Readonly<{ kind: 'cell'; incident: string; value: CellValue }>
    | Readonly<{ kind: 'column'; column?: string | undefined; value: ColumnValue }>
    | Readonly<{ kind: 'view'; view?: string | undefined; value: ViewValue }>
  )

const refuse = (message: string): never => {
  throw new CasusError('request/invalid', message)
}

const sourceOf = ({ trx, collection }: Writer) => ({ db: trx, collection })

const findColumn = async (writer: Writer, id: string): Promise<Pick<ColumnValue, 'name' | 'type' | 'vocabulary'>> => {
  const column = findTypedColumn(id) ?? standingValue(await listJudgements(sourceOf(writer), [id]), 'column')?.value
  if (!column || ('removed' in column && column.removed)) throw new CasusError('ledger/not-found', `There is no column ${id}.`)
  return column
}

/** The value as its column keeps it; what it rests on must be of the same incident. */
const checkCell = async (writer: Writer, incident: string, { column, value, claim }: CellValue): Promise<CellValue> => {
  await checkIncident(sourceOf(writer), incident)
  const { name, ...shape } = await findColumn(writer, column)
  const read = readCell(value ?? '', shape)
  if (read.wrong !== null) refuse(`${name}: ${(value ?? '').slice(0, 40)} is not ${read.wrong}.`)
  if (claim !== null && (await findClaim(sourceOf(writer), claim))?.incident !== incident) refuse('claim: it is not of this incident.')
  return { column, value: read.value, claim: read.value === null ? null : claim }
}

const checkColumn = (value: ColumnValue): ColumnValue =>
  value.type === 'choice' && value.vocabulary.length === 0 ? refuse('vocabulary: a choice needs words to choose from.') : value

const checkKnown = async (writer: Writer, kind: 'column' | 'view', id: string | undefined): Promise<void> => {
  if (id === undefined || standingValue(await listJudgements(sourceOf(writer), [id]), kind)) return
  throw new CasusError('ledger/not-found', `There is no ${kind} ${id}.`)
}

/** Keeps a cell that a person entered, or a column or view as they define it. Throws `ledger/not-found`, `request/invalid`. */
export const judgeGrid = (ledger: Ledger, request: GridRequest): Promise<Judged> =>
  write(ledger, async (writer) => {
    const { kind, by, why = null } = request
    if (kind === 'cell') {
      const value = await checkCell(writer, request.incident, request.value)
      const judgement = await keepJudgement(writer, { kind, target: request.incident, value, by, why })
      await refreshIncident(writer, request.incident)
      return { judgement, incidents: [request.incident] }
    }
    const id = kind === 'column' ? request.column : request.view
    await checkKnown(writer, kind, id)
    const value = kind === 'column' ? checkColumn(request.value) : request.value
    return { judgement: await keepJudgement(writer, { kind, target: id ?? newId(kind[0]!), value, by, why }), incidents: [] }
  })
