import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentView, Layer, MarginNote as Note, Span } from '../../server/wire.ts'
import { getDocument } from '../api.ts'
import { byPassage } from '../parts/by-passage.ts'
import { CaptureRecord } from '../parts/capture-record.tsx'
import { Comments } from '../parts/comments.tsx'
import { EditSheet } from '../parts/edit-sheet.tsx'
import { useJudge } from '../parts/judge-buttons.tsx'
import { LayerSwitches } from '../parts/layer-switches.tsx'
import { useMarginLayout } from '../parts/margin-layout.ts'
import { MarkSheet } from '../parts/mark-sheet.tsx'
import { PassageRow } from '../parts/passage-row.tsx'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useSelectedWords } from '../parts/selection.ts'
import { useTitle } from '../parts/title.ts'
import { UndoBar } from '../parts/undo-bar.tsx'
import { isEditable } from '../parts/value-fields.tsx'
import { texts } from '../texts.ts'

const words = texts.document

/** Where the text has its own headline, claims may stand on it: the page then shows that one and not the title twice. */
const isHeadedByText = ({ passages, title }: DocumentView): boolean =>
  passages.some(({ kind, text }) => kind === 'headline' && text.replace(/\s+/g, ' ').trim() === title)

const byLine = (view: DocumentView): string =>
  [
    view.issuer.isStated ? view.issuer.name : words.issuerNotStated,
    view.issuer.kind,
    view.byline,
    view.published ? `${words.published} ${view.published}` : words.noDate,
    view.version && (words.versions[view.version.reason] ?? view.version.reason),
    view.language !== 'en' && words.language(view.language),
  ]
    .filter(Boolean)
    .join(' · ')

const DocumentHead = ({ view }: Readonly<{ view: DocumentView }>) => (
  <header className="document-head">
    <p className="crumb">
      <Link to="/incidents">{texts.incident.crumb}</Link>
      {view.incidents.map(({ id, title }) => (
        <span key={id}>
          <span aria-hidden="true"> › </span>
          <Link to="/incidents/$id" params={{ id }}>
            {title}
          </Link>
        </span>
      ))}
    </p>
    <h1 className={isHeadedByText(view) ? 'sr-only' : undefined} lang={view.language} dir="auto">
      {view.title}
    </h1>
    <p className="document-by">{byLine(view)}</p>
    {view.notes.length === 0 && !view.problems.some(({ code }) => code === 'language/not-read') && (
      <p className="banner">{words.nothingFound}</p>
    )}
    {view.problems
      .filter(({ code }) => code === 'language/not-read')
      .map(({ message, code }) => (
        <p key={code} className="banner">
          {words.notRead} <span className="soft">{message}</span>
        </p>
      ))}
  </header>
)

/**
 * With more highlights than this only what is near the window is marked up. A text of 700 kB with 18,000 claims took over a minute
 * to show when all of it was, and four seconds so (two busy cores, 2026-11-22).
 */
const MANY_HIGHLIGHTS = 1_500

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName))

type Sheet = Readonly<{ kind: 'mark'; span: Span }> | Readonly<{ kind: 'edit'; note: Note }> | undefined

const Text = ({ view }: Readonly<{ view: DocumentView }>) => {
  const { claim: selected } = useSearch({ from: '/documents/$id' })
  const navigate = useNavigate({ from: '/documents/$id' })
  const box = useRef<HTMLDivElement>(null)
  const [layers, setLayers] = useState<ReadonlySet<Layer>>(new Set<Layer>(['claims', 'speakers']))
  const [sheet, setSheet] = useState<Sheet>()
  const edit = useCallback((note: Note) => setSheet({ kind: 'edit', note }), [])
  const span = useSelectedWords(box, view.text)
  const judge = useJudge()

  const select = useCallback(
    (claim: string | undefined) => void navigate({ search: claim ? { claim } : {}, replace: true, resetScroll: false }),
    [navigate],
  )
  const shown = useMemo(() => ({ view, layers }), [view, layers])
  useMarginLayout(box, shown, selected)

  const arrived = useRef<string>(undefined)
  useEffect(() => {
    if (!selected || arrived.current === selected) return
    const isFirst = arrived.current === undefined
    arrived.current = selected
    const at = box.current?.querySelector<HTMLElement>(`[data-claims~="${CSS.escape(selected)}"]`)
    at?.scrollIntoView({ block: 'center', behavior: 'instant' })
    if (isFirst) at?.focus({ preventScroll: true })
  }, [selected])

  const step = (by: 1 | -1) => {
    const { notes } = view
    if (notes.length === 0) return
    const at = notes.findIndex(({ claim }) => claim === selected)
    select(notes[at < 0 ? (by === 1 ? 0 : notes.length - 1) : (at + by + notes.length) % notes.length]!.claim)
  }
  const onKey = (event: KeyboardEvent) => {
    if (sheet || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const note = view.notes.find(({ claim }) => claim === selected)
    const isOpen = note !== undefined && note.review.judgement === null
    if (event.key === 'n') step(1)
    else if (event.key === 'p') step(-1)
    else if (event.key === 'c' && span) setSheet({ kind: 'mark', span })
    else if (event.key === 'a' && isOpen) judge.mutate({ claim: note.claim, request: { kind: 'accept' } })
    else if (event.key === 'x' && isOpen) judge.mutate({ claim: note.claim, request: { kind: 'reject' } })
    else if (event.key === 'e' && isOpen && isEditable(note)) setSheet({ kind: 'edit', note })
    else if (event.key === 'Escape' && selected) select(undefined)
    else return
    event.preventDefault()
  }
  const listener = useRef(onKey)
  listener.current = onKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => listener.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const highlights = useMemo(() => byPassage(view.passages, view.highlights, (each) => each), [view])
  const claims = useMemo(() => new Map(view.notes.map((note) => [note.claim, note])), [view])
  const notes = useMemo(
    () => byPassage(view.passages, view.notes, ({ spans: [first] }) => first && { start: first.start, end: first.start + 1 }),
    [view],
  )
  return (
    <>
      <LayerSwitches layers={layers} onChange={setLayers} highlights={view.highlights} />
      <div ref={box} className="text" lang={view.language}>
        {view.passages.map((passage) =>
          passage.missing ? (
            <p key={passage.id} className="lost-embed" lang="en">
              {words.lostEmbed}
            </p>
          ) : (
            <PassageRow
              key={passage.id}
              passage={passage}
              highlights={highlights.get(passage.id) ?? []}
              notes={notes.get(passage.id) ?? []}
              claims={claims}
              layers={layers}
              selected={selected}
              isLazy={view.highlights.length > MANY_HIGHLIGHTS}
              onSelect={select}
              onEdit={edit}
            />
          ),
        )}
      </div>
      {span && !sheet && (
        <div className="mark-bar">
          <button
            type="button"
            className="button is-main"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setSheet({ kind: 'mark', span })}
          >
            {words.mark} <kbd>c</kbd>
          </button>
        </div>
      )}
      {sheet?.kind === 'mark' && (
        <MarkSheet
          view={view}
          span={sheet.span}
          onDone={(claim) => {
            setSheet(undefined)
            if (claim) select(claim)
          }}
        />
      )}
      {sheet?.kind === 'edit' && <EditSheet note={sheet.note} onDone={() => setSheet(undefined)} />}
    </>
  )
}

/** A document as it was read: its text with what was found in it, level with the words. */
export const DocumentPage = () => {
  const { id } = useParams({ from: '/documents/$id' })
  const { data: view, error, refetch } = useQuery({ queryKey: ['document', id], queryFn: () => getDocument(id) })
  useTitle(view?.title)
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  if (!view) return <Loading />
  return (
    <article className="page document">
      <DocumentHead view={view} />
      <Text key={view.id} view={view} />
      <Comments comments={view.comments} count={view.commentCount} />
      <CaptureRecord view={view} />
      <p className="keys">{words.keys}</p>
      <UndoBar />
    </article>
  )
}
