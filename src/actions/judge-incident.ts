import type { Ledger } from '../ledger/ledger.ts'
import { write } from '../ledger/write.ts'
import type { ChooseValue, Grade, NoteValue, PublishStatus } from '../model/judgement.ts'
import { CasusError } from '../model/problem.ts'
import { checkIncident } from './check-incident.ts'
import { type Decided, type Judged, keepJudgement } from './keep-judgement.ts'
import { refreshIncident } from './refresh-card.ts'

/** What can be decided about one incident as a whole. */
export type IncidentRequest = Readonly<{ incident: string }> &
  Decided &
  (
    | Readonly<{ kind: 'choose'; value: ChooseValue }>
    | Readonly<{ kind: 'status'; value: Readonly<{ status: PublishStatus }> }>
    | Readonly<{ kind: 'grade'; value: Readonly<{ grade: Grade }> }>
    | Readonly<{ kind: 'part-of'; value: Readonly<{ parent: string }> }>
    | Readonly<{ kind: 'note'; value: NoteValue }>
  )

/** A person who puts a figure of their own in the place of what a policy gives says why. */
const checkChoice = ({ value, why }: Readonly<{ value: ChooseValue; why?: string | null }>): void => {
  if (value.policy !== null) return
  const { low, high } = value
  if (!why?.trim()) throw new CasusError('request/invalid', 'why: a value of your own needs a reason.')
  if (low === null && high === null) throw new CasusError('request/invalid', 'value: low or high must be given.')
  if (low !== null && high !== null && low > high) throw new CasusError('request/invalid', 'value: low must not be above high.')
}

/** Keeps what a person decides about an incident: its published value, status, grade or parent, or a note on it. Throws `ledger/not-found`, `request/invalid`. */
export const judgeIncident = (ledger: Ledger, request: IncidentRequest): Promise<Judged> =>
  write(ledger, async (writer) => {
    const source = { db: writer.trx, collection: writer.collection }
    const { kind, incident, value, by, why = null } = request
    await checkIncident(source, incident)
    if (kind === 'choose') checkChoice({ value, why })
    if (kind === 'part-of') {
      await checkIncident(source, value.parent)
      if (value.parent === incident) throw new CasusError('request/invalid', 'An incident is no part of itself.')
    }
    const judgement = await keepJudgement(writer, { kind, target: incident, value, by, why })
    await refreshIncident(writer, incident)
    return { judgement, incidents: kind === 'part-of' ? [incident, value.parent] : [incident] }
  })
