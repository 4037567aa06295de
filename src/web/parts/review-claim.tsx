import { Link } from '@tanstack/react-router'
import type { RefObject } from 'react'
import type { ClaimItem, ReviewView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { Chain } from './chain.tsx'
import { Sentence } from './sentence.tsx'
import { toEdited, ValueFields } from './value-fields.tsx'

const words = texts.review

type Item = ClaimItem & Pick<ReviewView['items'][number], 'paragraph'>

/** A claim to be judged: the sentence large, the paragraph where it matters, whose word it is and when it was said. */
const Claim = ({ item }: Readonly<{ item: Item }>) => {
  const { entry, paragraph, weight } = item
  return (
    <>
      <h2 className="review-question">{item.question}</h2>
      <blockquote className="review-quote" lang={item.language} dir="auto">
        {weight === 'weighty' && paragraph ? <Sentence sentence={paragraph} /> : <Sentence sentence={entry.sentence} />}
      </blockquote>
      <dl className="facts">
        <div>
          <dt>{words.speaker}</dt>
          <dd>
            <Chain chain={entry.chain} />
            {item.speakerKind && <span className="soft"> · {item.speakerKind}</span>}
          </dd>
        </div>
        <div>
          <dt>{words.when}</dt>
          <dd>
            {item.published ? `${words.published} ${item.published}` : words.undated}{' '}
            <Link to="/documents/$id" params={{ id: entry.document.id }} search={{ claim: entry.id }} target="_blank">
              {words.open}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{words.value}</dt>
          <dd>
            {[entry.gist, ...entry.qualifiers].join(' · ')}
            {entry.confidence !== null && <span className="soft"> · {words.confidence(Math.round(100 * entry.confidence))}</span>}
          </dd>
        </div>
        {entry.evidence.length > 0 && (
          <div>
            <dt>{texts.claim.evidence}</dt>
            <dd>{entry.evidence.join('; ')}</dd>
          </div>
        )}
      </dl>
    </>
  )
}

type EditProps = Readonly<{
  item: Item
  form: RefObject<HTMLFormElement | null>
  isBusy: boolean
  onKeep: (value: Item['entry']['value']) => void
  onCancel: () => void
}>

/** The proposal, to be corrected in place. */
const Edit = ({ item, form, isBusy, onKeep, onCancel }: EditProps) => (
  <form
    ref={form}
    className="form review-edit"
    onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    onSubmit={(event) => {
      event.preventDefault()
      onKeep(toEdited(item.entry.value, new FormData(event.currentTarget)))
    }}
  >
    <ValueFields value={item.entry.value} isFocused />
    <p className="claim-actions">
      <button type="submit" className="button is-main" disabled={isBusy}>
        {words.keep}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </p>
  </form>
)

export const ReviewClaim = Object.assign(Claim, { Edit })
