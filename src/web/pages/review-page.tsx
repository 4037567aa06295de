import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { ClaimItem, MakeJudgementRequest, ReviewView } from '../../server/wire.ts'
import { leaveReview, listReview, makeJudgement, withdrawJudgement } from '../api.ts'
import { AgreementTable } from '../parts/agreement-table.tsx'
import { setPerson, usePerson } from '../parts/person.ts'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { ReviewClaim } from '../parts/review-claim.tsx'
import { ReviewPair } from '../parts/review-pair.tsx'
import { useTitle } from '../parts/title.ts'
import { isEditable } from '../parts/value-fields.tsx'
import { texts } from '../texts.ts'

const words = texts.review

type Item = ReviewView['items'][number]
type Value = ClaimItem['entry']['value']

/** What was answered last, in order: each can be taken back. */
type Done = Readonly<{ key: string; judgement: string | null }>

const toRequest = (item: Item, kind: string, value?: Value): MakeJudgementRequest =>
  item.kind === 'pair'
    ? ({ kind, of: 'incidents', pair: item.suggestion.incidents.map(({ id }) => id) } as unknown as MakeJudgementRequest)
    : ({ kind, claim: item.key, ...(value ? { value } : {}) } as unknown as MakeJudgementRequest)

const useQueue = (incident: string | undefined) => {
  const queries = useQueryClient()
  const person = usePerson()
  const [aside, setAside] = useState<readonly string[]>([])
  const [done, setDone] = useState<readonly Done[]>([])
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error>()
  const key = ['review', person, incident]
  const skip = useRef(aside)
  skip.current = aside
  const query = useQuery({ queryKey: key, queryFn: () => listReview(incident, skip.current), staleTime: Number.POSITIVE_INFINITY })
  const gone = new Set([...aside, ...done.map((each) => each.key)])
  const items = (query.data?.items ?? []).filter((item) => !gone.has(item.key))
  // The next items are asked for before these run out.
  const isLow = query.data !== undefined && items.length <= 2 && query.data.items.length > items.length && !query.isFetching
  const refetch = query.refetch
  useEffect(() => {
    if (isLow) void refetch()
  }, [isLow, refetch])
  useEffect(() => () => void leaveReview().catch(() => undefined), [])

  const answer = useCallback(
    async (item: Item, kind: string, value?: Value) => {
      setBusy(true)
      setProblem(undefined)
      try {
        const { judgement } = await makeJudgement(toRequest(item, kind, value))
        setDone((all) => [...all, { key: item.key, judgement: judgement.id }])
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'review' })
      } catch (error) {
        setProblem(error as Error)
      }
      setBusy(false)
    },
    [queries],
  )
  const undo = async () => {
    const last = done.at(-1)
    if (!last) return
    setBusy(true)
    if (last.judgement) await withdrawJudgement(last.judgement).catch(setProblem)
    setDone((all) => all.slice(0, -1))
    setAside((all) => all.filter((each) => each !== last.key))
    setBusy(false)
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'review' })
  }
  const leave = (item: Item) => {
    setAside((all) => [...all, item.key])
    setDone((all) => [...all, { key: item.key, judgement: null }])
  }
  const left = Math.max(items.length, (query.data?.left ?? 0) - (query.data?.items.filter(({ key: each }) => gone.has(each)).length ?? 0))
  return { query, items, done, isBusy, problem, answer, undo, skip: leave, left, count: done.filter(({ judgement }) => judgement).length }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName))

const Key = ({ label, name, isOff, onPress }: Readonly<{ label: string; name: string; isOff?: boolean; onPress: () => void }>) => (
  <button type="button" className="button" disabled={isOff} aria-keyshortcuts={name} onClick={onPress}>
    {label} <kbd>{name}</kbd>
  </button>
)

const Person = () => {
  const person = usePerson()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setPerson(String(new FormData(event.currentTarget).get('person') ?? ''))
  }
  return (
    <form className="review-person" onSubmit={onSubmit} title={words.asNote}>
      <label>
        <span className="soft">{words.as}</span>{' '}
        <input
          name="person"
          key={person}
          defaultValue={person}
          maxLength={100}
          placeholder="you"
          onBlur={({ target }) => setPerson(target.value)}
        />
      </label>
    </form>
  )
}

const STAGE_NOTES = { first: null, second: words.secondNote, third: words.thirdNote } as const

const Empty = () => (
  <section className="teach">
    <h2>{words.emptyHeading}</h2>
    <p>{words.empty}</p>
    <p className="teach-actions">
      <Link to="/incidents" className="button">
        {texts.problem.back}
      </Link>
    </p>
  </section>
)

/** The queue: one item after the other, by keyboard alone if one likes, the next one ready before it is asked for. */
export const ReviewPage = () => {
  const { incident } = useSearch({ from: '/review' })
  const queue = useQueue(incident)
  const { query, items, isBusy } = queue
  const [item] = items
  const [isEditing, setEditing] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  useTitle(words.heading)

  const act = (kind: string) => {
    if (!item || isBusy) return
    if (kind === 'undo') return void queue.undo()
    if (kind === 'skip') return queue.skip(item)
    if (kind === 'edit') return item.kind === 'claim' && isEditable(item.entry) ? setEditing(item.key) : undefined
    return void queue.answer(item, kind)
  }
  const kinds =
    item?.kind === 'pair' ? (['same', 'different', 'unsure', 'skip'] as const) : (['accept', 'edit', 'reject', 'unsure', 'skip'] as const)
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === words.keys.undo && queue.done.length > 0 && !isBusy) void queue.undo()
    else {
      const kind = kinds.find((each) => words.keys[each] === event.key)
      if (!kind) return
      act(kind)
    }
    event.preventDefault()
  }
  const listener = useRef(onKey)
  listener.current = onKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => listener.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  if (query.error) return <ProblemNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  return (
    <article className="page review">
      <header className="review-head">
        <h1>{words.heading}</h1>
        <p className="soft" role="status">
          {words.left(queue.left, query.data.more)} · {words.done(queue.count)}
        </p>
        <Person />
      </header>
      {incident && (
        <p className="crumb">
          {item?.kind === 'claim' && words.ofIncident(item.incident.title)} · <Link to="/review">{words.all}</Link>
        </p>
      )}
      {!item ? (
        query.isFetching ? (
          <Loading />
        ) : (
          <Empty />
        )
      ) : (
        <section key={item.key} data-key={item.key} className={`review-item is-${item.weight}`} aria-live="polite">
          <p className="review-kind">
            {item.stage === 'first' ? words.kinds[item.weight === 'quick' ? 'trivial' : 'weighty'] : words.kinds[item.stage]}
            {item.kind === 'claim' && item.because.length > 0 && ` · ${item.because.join(' · ')}`}
          </p>
          {STAGE_NOTES[item.stage] && <p className="review-stage">{STAGE_NOTES[item.stage]}</p>}
          {item.kind === 'pair' ? <ReviewPair item={item} /> : <ReviewClaim item={item} />}
          {isEditing === item.key && item.kind === 'claim' ? (
            <ReviewClaim.Edit
              item={item}
              form={form}
              isBusy={isBusy}
              onKeep={(value) => void queue.answer(item, 'edit', value).then(() => setEditing(undefined))}
              onCancel={() => setEditing(undefined)}
            />
          ) : (
            <div className="review-answers">
              {kinds
                .filter((kind) => kind !== 'edit' || (item.kind === 'claim' && isEditable(item.entry)))
                .map((kind) => (
                  <Key key={kind} label={words[kind]} name={words.keys[kind]} isOff={isBusy} onPress={() => act(kind)} />
                ))}
              <Key label={words.undo} name={words.keys.undo} isOff={isBusy || queue.done.length === 0} onPress={() => void queue.undo()} />
            </div>
          )}
          {queue.problem && <p role="alert">{queue.problem.message}</p>}
        </section>
      )}
      <AgreementTable />
    </article>
  )
}
