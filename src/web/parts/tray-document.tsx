import { Link } from '@tanstack/react-router'
import type { Kept, PlannedDocument, PlannedIncident } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { languageName } from './language.ts'
import { leaveOut, type TrayDocument } from './tray.ts'
import { IncidentWords, TrayChoice } from './tray-choice.tsx'
import { TroubleLine } from './trouble-line.tsx'

const words = texts.add

/** What the rest of the tray says of an incident: in how many of its documents it is told of, and whether one of them makes it. */
export type Shared = Readonly<{ tellings: ReadonlyMap<string, number>; fresh: ReadonlySet<string> }>

const Facts = ({ reading, name }: Pick<TrayDocument, 'reading'> & Readonly<{ name: string }>) => (
  <p className="soft tray-facts">
    {reading.title && name !== reading.title && `${name} · `}
    {reading.publisher ?? words.noIssuer} · {reading.published?.slice(0, 10) ?? words.undated}
    {reading.language && ` · ${languageName(reading.language)}`}
    {reading.claims > 0 && ` · ${words.claims(reading.claims)}`}
  </p>
)

const CopyNote = ({ planned: { copyOf, outcome } }: Readonly<{ planned: PlannedDocument }>) => {
  if (outcome === 'present') return <p className="tray-copy">{words.present}</p>
  if (!copyOf) return null
  return (
    <p className="tray-copy">
      {outcome === 'copy' ? words.sameBytes : words.copyOf(Math.round(100 * copyOf.share))} <cite>{copyOf.title ?? words.untitled}</cite>
      {copyOf.publisher && `, ${copyOf.publisher}`}. {outcome === 'new' && <span className="soft">{words.copyNote}</span>}
    </p>
  )
}

const whereOf = ({ planned }: TrayDocument, fresh: boolean, isHere: boolean): string => {
  if (planned?.outcome === 'present') return words.keptAs
  return fresh ? words.fresh : isHere ? words.joinsHere : words.joins
}

type IncidentProps = Readonly<{ document: TrayDocument; planned: PlannedIncident; shared: Shared }>

const Incident = ({ document, planned, shared }: IncidentProps) => {
  const { line, fresh } = planned
  const others = (shared.tellings.get(line.id) ?? 1) - 1
  const isHere = shared.fresh.has(line.id)
  return (
    <li className="tray-incident">
      <span className={fresh ? 'tray-where is-fresh' : 'tray-where'}>{whereOf(document, fresh, isHere)}</span>
      <span>
        <IncidentWords line={line} />
        {others > 0 && <span className="soft"> · {words.here(others)}</span>}
      </span>
      {document.planned?.outcome === 'new' && <TrayChoice document={document} planned={planned} isHere={isHere} />}
    </li>
  )
}

const isForeign = ({ problems }: TrayDocument['reading']): boolean => problems.some(({ code }) => code === 'language/not-read')

const Found = ({ document, shared }: Readonly<{ document: TrayDocument; shared: Shared }>) => {
  const { reading, planned } = document
  if (!planned)
    return reading.incidents.length > 0 ? (
      <ul className="plain">
        {reading.incidents.map((title, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two incidents of a document may have one title
          <li key={i}>{title}</li>
        ))}
      </ul>
    ) : null
  return (
    <>
      <CopyNote planned={planned} />
      {planned.outcome !== 'present' && planned.incidents.length === 0 && !isForeign(reading) && <p className="soft">{words.noIncident}</p>}
      <ul className="plain">
        {planned.incidents.map((one) => (
          <Incident key={one.line.id} document={document} planned={one} shared={shared} />
        ))}
      </ul>
    </>
  )
}

const Done = ({ document, kept }: Readonly<{ document: TrayDocument; kept: NonNullable<Kept['document']> }>) => (
  <>
    <p>
      <span className="tray-done">{words.outcome[kept.outcome]}</span> ·{' '}
      <Link to="/documents/$id" params={{ id: kept.document }}>
        {isForeign(document.reading) ? words.markByHand : words.open}
      </Link>
    </p>
    <ul className="plain">
      {kept.incidents.map(({ id, local, title, fresh }) => (
        <li key={local}>
          <span className={fresh ? 'tray-where is-fresh' : 'tray-where'}>{fresh ? words.fresh : words.keptAs}</span>{' '}
          <Link to="/incidents/$id" params={{ id }}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  </>
)

type Props = Readonly<{
  document: TrayDocument
  /** The file that it came in. */
  name: string
  shared: Shared
}>

/** One document of the tray: what it is, what was found in it, where that would go, and, once it is kept, where it went. */
export const TrayDocumentItem = ({ document, name, shared }: Props) => {
  const { reading, kept, isOut } = document
  return (
    <li className={kept?.document ? 'add-item is-done' : isOut ? 'add-item is-out' : 'add-item'}>
      <div className="tray-head">
        <h3 dir="auto">{reading.title ?? name}</h3>
        {!kept?.document && (
          <button type="button" className="button is-quiet" onClick={() => leaveOut(reading.key, !isOut)}>
            {isOut ? words.takeIn : words.leaveOut}
            <span className="sr-only">: {reading.title ?? name}</span>
          </button>
        )}
      </div>
      <Facts reading={reading} name={name} />
      {isOut ? (
        <p className="soft">{words.isOut}</p>
      ) : kept?.document ? (
        <Done document={document} kept={kept.document} />
      ) : (
        <Found document={document} shared={shared} />
      )}
      {!isOut && [...reading.problems, ...(kept?.problems ?? [])].map((one) => <TroubleLine key={one.code + one.message} trouble={one} />)}
    </li>
  )
}
