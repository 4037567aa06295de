import type { IncidentLine, PlannedIncident } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { chooseInTray, type TrayDocument } from './tray.ts'

const words = texts.add

/** An incident in a few words: what, when, where, how many. */
export const IncidentWords = ({ line }: Readonly<{ line: IncidentLine }>) => (
  <>
    <bdi>
      <b>{line.title}</b>
    </bdi>
    <span className="soft">
      {' · '}
      <bdi>{line.date?.words ?? texts.list.noDate}</bdi> · <bdi>{line.place?.name ?? texts.list.noPlace}</bdi>
      {line.killed && ` · ${words.killed(line.killed.short)}`}
    </span>
  </>
)

const LookAt = ({ id }: Readonly<{ id: string }>) => (
  <a href={`/incidents/${id}`} target="_blank" rel="noreferrer">
    {words.look}
    <span className="sr-only"> ({words.opens})</span>
  </a>
)

type OptionProps = Readonly<{ name: string; isOn: boolean; choose: () => void; children: React.ReactNode }>

const Option = ({ name, isOn, choose, children }: OptionProps) => (
  <label className="tray-option">
    <input type="radio" name={name} checked={isOn} onChange={choose} />
    <span>{children}</span>
  </label>
)

type Props = Readonly<{
  document: TrayDocument
  planned: PlannedIncident
  /** The incident that it would join is itself new in this tray. */
  isHere: boolean
}>

/** Where an incident of a document goes, and what it may be the same as: what would happen is chosen until the person says otherwise. */
export const TrayChoice = ({ document: { reading, choices }, planned: { line, fresh, because, maybe }, isHere }: Props) => {
  const chosen = choices[line.id] ?? null
  const choose = (into: string | null) => () => chooseInTray(reading.key, line.id, into)
  const name = `${reading.key}-${line.id}`
  if (fresh && maybe.length === 0) return null
  const options = (
    <fieldset className="tray-choice">
      <legend className={fresh ? '' : 'sr-only'}>{fresh ? words.choice : words.why}</legend>
      <Option name={name} isOn={chosen === null} choose={choose(null)}>
        {fresh ? words.asNew : words.asJoined} {!fresh && because.length > 0 && <span className="soft">({words.because(because)})</span>}{' '}
        {!fresh && !isHere && <LookAt id={line.id} />}
      </Option>
      {!fresh && (
        <Option name={name} isOn={chosen === 'apart'} choose={choose('apart')}>
          {words.apart}
        </Option>
      )}
      {maybe.map((other) => (
        <Option key={other.line.id} name={name} isOn={chosen === other.line.id} choose={choose(other.line.id)}>
          <IncidentWords line={other.line} />{' '}
          <span className="soft">
            ({other.words} · {words.percent(other.percent)})
          </span>{' '}
          <LookAt id={other.line.id} />
        </Option>
      ))}
    </fieldset>
  )
  return fresh ? (
    options
  ) : (
    <details className="tray-why">
      <summary>{words.why}</summary>
      {options}
    </details>
  )
}
