import { useQueryClient } from '@tanstack/react-query'
import { texts } from '../texts.ts'
import { languageName } from './language.ts'
import { clearTray, keepTray, listWaiting, type TrayInput, type TrayState, useTray } from './tray.ts'
import { type Shared, TrayDocumentItem } from './tray-document.tsx'
import { TroubleLine } from './trouble-line.tsx'

const words = texts.add

const countOf = ({ found, documents }: TrayInput): number => Math.max(found ?? 1, documents.length)

const Progress = ({ tray: { inputs, isPlanning } }: Readonly<{ tray: TrayState }>) => {
  const all = inputs.filter(({ state }) => state !== 'queued')
  const sum = all.reduce((n, input) => n + countOf(input), 0)
  const done = all.reduce((n, input) => n + (input.state === 'read' ? countOf(input) : input.documents.length), 0)
  const isAtWork = all.some(({ state }) => state === 'waiting' || state === 'reading')
  return (
    <div className="tray-progress">
      {isAtWork && <progress aria-label={words.progressLabel} max={sum} value={done} />}
      <p role="status">{isAtWork ? words.progress(done, sum) : isPlanning ? words.planning : words.trayNote}</p>
    </div>
  )
}

const Failures = ({ inputs }: Pick<TrayState, 'inputs'>) => {
  const failed = inputs.filter(({ troubles }) => troubles.length > 0)
  if (failed.length === 0) return null
  return (
    <section className="tray-failures" aria-labelledby="failed-heading">
      <h3 id="failed-heading">{words.failedHeading(failed.reduce((n, { troubles }) => n + troubles.length, 0))}</h3>
      <ul className="plain">
        {failed.map(({ id, name, troubles }) => (
          <li key={id} className="add-item is-failed">
            <b dir="auto">{name}</b>
            {troubles.map((trouble) => (
              <TroubleLine key={trouble.code + trouble.message} trouble={trouble} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Languages = ({ inputs }: Pick<TrayState, 'inputs'>) => {
  const foreign = inputs
    .flatMap(({ documents }) => documents)
    .filter(({ reading, isOut }) => !isOut && reading.problems.some(({ code }) => code === 'language/not-read'))
  if (foreign.length === 0) return null
  const names = [...new Set(foreign.map(({ reading }) => languageName(reading.language ?? 'und')))]
  return (
    <section className="tray-banner" aria-labelledby="languages-heading">
      <h3 id="languages-heading">{words.languagesHeading}</h3>
      <p>{words.languages(foreign.length, new Intl.ListFormat(texts.language).format(names))}</p>
    </section>
  )
}

const Pending = ({ input: { name, state, documents, found } }: Readonly<{ input: TrayInput }>) => {
  if (state === 'read') return found === 0 ? <PendingLine name={name} words={words.twice} /> : null
  const what = state === 'queued' ? words.queued(found ?? 1) : state === 'reading' ? words.reading(documents.length, found) : words.waiting
  return <PendingLine name={name} words={what} />
}

const PendingLine = ({ name, words }: Readonly<{ name: string; words: string }>) => (
  <li className="add-item is-waiting">
    <h3 dir="auto">{name}</h3>
    <p className="soft">{words}</p>
  </li>
)

const toShared = ({ inputs }: TrayState): Shared => {
  const planned = inputs.flatMap(({ documents }) => documents).flatMap(({ planned, isOut }) => (planned && !isOut ? planned.incidents : []))
  const tellings = new Map<string, number>()
  for (const { line } of planned) tellings.set(line.id, (tellings.get(line.id) ?? 0) + 1)
  return { tellings, fresh: new Set(planned.filter(({ fresh }) => fresh).map(({ line }) => line.id)) }
}

const Foot = ({ tray, shared }: Readonly<{ tray: TrayState; shared: Shared }>) => {
  const queries = useQueryClient()
  const waiting = listWaiting(tray)
  const isAtWork = tray.inputs.some(({ state }) => state === 'waiting' || state === 'reading')
  const keep = async (): Promise<void> => {
    await keepTray()
    await queries.invalidateQueries()
  }
  const known = new Set(waiting.flatMap(({ planned }) => planned?.incidents.map(({ line }) => line.id) ?? []))
  const fresh = [...known].filter((id) => shared.fresh.has(id)).length
  return (
    <div className="tray-foot">
      {tray.trouble && (
        <div role="alert">
          <TroubleLine trouble={tray.trouble} />
        </div>
      )}
      {waiting.length > 0 ? (
        <>
          <button
            type="button"
            className="button is-main"
            disabled={isAtWork || tray.isPlanning || tray.isKeeping}
            onClick={() => void keep()}
          >
            {tray.isKeeping ? words.keeping : words.keep(waiting.length)}
          </button>
          {known.size > 0 && <span className="soft">{words.sum(fresh, known.size - fresh)}</span>}
        </>
      ) : (
        !isAtWork && (
          <button type="button" className="button" onClick={clearTray}>
            {words.clear}
          </button>
        )
      )}
    </div>
  )
}

const Teach = () => (
  <section className="tray-teach">
    <h2>{words.teachHeading}</h2>
    <ol>
      {words.teach.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  </section>
)

/** What is on its way in: how far reading is, what was found, where it would go, what failed; and the one button that keeps it. */
export const TrayList = () => {
  const tray = useTray()
  if (tray.inputs.length === 0) return <Teach />
  const shared = toShared(tray)
  return (
    <section className="tray" aria-labelledby="tray-heading">
      <h2 id="tray-heading">{words.tray}</h2>
      <Progress tray={tray} />
      <Failures inputs={tray.inputs} />
      <Languages inputs={tray.inputs} />
      <ol className="add-items">
        {tray.inputs.flatMap((input) => [
          ...input.documents.map((document) => (
            <TrayDocumentItem key={document.reading.key} document={document} name={input.name} shared={shared} />
          )),
          <Pending key={input.id} input={input} />,
        ])}
      </ol>
      <Foot tray={tray} shared={shared} />
    </section>
  )
}
