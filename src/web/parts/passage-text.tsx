import { Tooltip } from 'radix-ui'
import type { Highlight, Layer, MarginNote, PassageView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { ClaimTip } from './claim-tip.tsx'
import { toSegments } from './segments.ts'

type Props = Readonly<{
  passage: PassageView
  highlights: readonly Highlight[]
  layers: ReadonlySet<Layer>
  selected: string | undefined
  /** The claims of the document, by id. */
  claims: ReadonlyMap<string, MarginNote>
  onSelect: (claim: string) => void
}>

const classOf = (highlights: readonly Highlight[], selected: string | undefined): string => {
  const claims = highlights.filter(({ layer }) => layer === 'claims')
  return [
    'hl',
    ...new Set(highlights.map(({ layer, family }) => (layer === 'claims' ? `hl-${family}` : `hl-${layer}`))),
    claims.some(({ id }) => id === selected) ? 'is-selected' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The claim to open: the one after the selected, so that words with several claims can be gone through. */
const nextClaim = (claims: readonly Highlight[], selected: string | undefined): string | undefined =>
  claims[(claims.findIndex(({ id }) => id === selected) + 1) % claims.length]?.id

/** The text of one passage with its highlights. It is shown as text only, whatever it holds. */
export const PassageText = ({ passage, highlights, layers, selected, claims: all, onSelect }: Props) => {
  const started = new Set<string>()
  return toSegments(passage, highlights, layers).map(({ start, end, text, highlights: here }) => {
    if (here.length === 0)
      return (
        <span key={start} data-start={start}>
          {text}
        </span>
      )
    const claims = here.filter(({ layer }) => layer === 'claims')
    const isFirst = claims.some(({ id }) => !started.has(id))
    for (const { id } of claims) started.add(id)
    const opens = claims.length > 0 ? () => onSelect(nextClaim(claims, selected)!) : undefined
    return (
      <Tooltip.Root key={start}>
        <Tooltip.Trigger asChild>
          <mark
            className={classOf(here, selected)}
            data-start={start}
            data-end={end}
            data-claims={claims.map(({ id }) => id).join(' ') || undefined}
            {...(opens
              ? {
                  role: 'button',
                  tabIndex: isFirst ? 0 : -1,
                  onClick: opens,
                  onKeyDown: (event: React.KeyboardEvent) => {
                    if (event.key !== 'Enter' && event.key !== ' ') return
                    event.preventDefault()
                    opens()
                  },
                }
              : {})}
          >
            {text}
          </mark>
        </Tooltip.Trigger>
        {!here.some(({ id, layer }) => layer === 'claims' && id === selected) && (
          <Tooltip.Portal>
            <Tooltip.Content className="tip" sideOffset={6} collisionPadding={12}>
              {here.map(({ id, layer, label }) => {
                const note = layer === 'claims' ? all.get(id) : undefined
                return note ? (
                  <ClaimTip key={`${layer} ${id}`} note={note} />
                ) : (
                  <p key={`${layer} ${id}`}>
                    <span className="tip-layer">{texts.document.layer[layer]}</span> {label}
                  </p>
                )
              })}
            </Tooltip.Content>
          </Tooltip.Portal>
        )}
      </Tooltip.Root>
    )
  })
}
