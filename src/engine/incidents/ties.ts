import type { AffiliationType } from '../../model/actor.ts'
import type { PartyMention } from '../../model/mention.ts'
import { type Span, span } from '../../model/span.ts'
import type { View } from '../claims/view.ts'

/** Words between two named parties that tie them, whatever the parse made of the sentence. */
export type Tie = Readonly<{ subject: PartyMention; object: PartyMention; type: AffiliationType; at: Span }>

const BE = String.raw`(?:,? (?:which|who|that) (?:is|are|was|were)|,? (?:is|are|was|were|itself|themselves)|,|\)| \(| -| –| —)`
const BRIEF = String.raw`(?: [\p{L}-]{1,15}){0,3}?`
const PART =
  'part|branch|wing|arm|faction|affiliate|offshoot|component|franchise|subsidiary|division|unit|chapter|member group|youth wing|splinter group'
const CHIEF =
  'leader|head|chief|commander|president|chairman|director|founder|boss|emir|chief of staff|secretary-general|commander-in-chief|co-founder'

type Reading = Readonly<{ type: AffiliationType; words: RegExp; turned?: true }>

const reading = (type: AffiliationType, words: string, turned?: true): Reading => ({
  type,
  words: new RegExp(`^(?:${words})$`, 'iu'),
  ...(turned ? { turned } : {}),
})

/** What may stand between the first and the second name, whole; `turned`: the second is the subject. */
const READINGS: readonly Reading[] = [
  reading('part-of', `${BE}(?: (?:an?|the|its|one of the|now|also))*${BRIEF} (?:${PART})s? (?:of|in|within) (?:the )?`),
  reading('part-of', `${BE} one of the${BRIEF} (?:factions|groups|militias|brigades|units|parties) (?:of|in|within|inside) (?:the )?`),
  reading('part-of', `,?(?: which| who| that| and)? (?:belongs?|belonging|belonged|answers|answerable) to (?:the )?`),
  reading(
    'part-of',
    `(?:${BE}| )(?: ?(?:formally|officially|nominally|an?))? ?(?:affiliated|integrated|incorporated) (?:with|to|into) (?:the )?`,
  ),
  reading('part-of', `,? (?:which|who|that)? ?(?:has |have )?(?:pledged|swore|sworn) (?:allegiance|loyalty) to (?:the )?`),
  reading('part-of', `(?:['’]s?)?${BRIEF} (?:affiliate|branch|offshoot|franchise|arm|wing),? (?:the )?`, true),
  reading('part-of', String.raw`[-‑]affiliated(?: [\p{L}-]{1,15}){0,2} ?`, true),
  reading('member-of', `${BE}(?: (?:an?|one|also|now|which is))*${BRIEF} members?(?: state| country| nation)?s? of (?:the )?`),
  reading('member-of', `,? of which (?:the )?`, true),
  reading('leads', `${BE}(?: (?:the|a|an|its|former|then))*${BRIEF} (?:${CHIEF})s? of (?:the )?`),
  reading('leads', `(?:${BE}| )(?: ?(?:now|then|once|formerly))? ?(?:led|headed|commanded|founded|run) by (?:the )?`, true),
  reading('leads', `(?:['’]s?)${BRIEF} (?:${CHIEF}),? ?`, true),
  reading('leads', ` (?:${CHIEF}),? `, true),
  reading(
    'backed-by',
    `(?:${BE}| )(?: ?(?:heavily|militarily|openly|also|long|reportedly|allegedly|financially|once|partly|now|widely believed to be|said to be)){0,2} ?(?:backed|supported|armed|funded|financed|sponsored|trained|equipped)(?: (?:and|or) (?:backed|supported|armed|funded|financed|sponsored|trained|equipped))? by (?:the )?`,
  ),
  reading(
    'backed-by',
    String.raw`[-‑](?:backed|supported|funded|sponsored|aligned|trained|armed|financed)(?: [\p{L}-]{1,15}){0,2} ?`,
    true,
  ),
  reading(
    'also-known-as',
    String.raw`,? ?\(?(?:(?:which|who) (?:is|are) )?(?:(?:also|better|commonly|formerly|previously|locally|widely|sometimes|otherwise|more commonly) ){0,2}(?:known|called|referred to|styled|dubbed)(?: [\p{L}-]{1,15}){0,3}?(?: as| by its acronym| by its initials)? (?:the )?`,
  ),
  reading('also-known-as', String.raw`,? (?:formerly|previously|aka|a\.k\.a\.) (?:the )?`),
  reading(
    'fights',
    `,?(?: (?:which|who|that))?(?: (?:is|are|has been|have been|was|were))? (?:fighting|battling|at war with|fought|battles|fights)(?: against)? (?:the )?`,
  ),
]

/** "the group that calls itself X", "an alliance known as X": X. */
const CALLED =
  /\b(?:an? |the )?(?:\p{L}{2,15} )?(?:group|grouping|alliance|coalition|movement|organi[sz]ation|network|faction|bloc|umbrella|federation)(?: (?:that|which))?,? (?:calls itself|calling itself|styles itself|is called|called|is known as|known as|named|dubbed) (?:the )?$/iu

/** "JNIM, an al-Qaeda affiliate", "the Brigades, Hamas's armed wing": what stands before the second name, and what behind it. */
const BESIDE = new RegExp(`^(?:${BE})(?: (?:an?|the))* ?$`, 'iu')
const IS_PART = new RegExp(`^(?:['’]s?)?${BRIEF} (?:${PART})s?\\b`, 'iu')

const NOT = /\b(?:not|no|never|n't|denied|denies|longer)\b/i

const initialsOf = (text: string): string =>
  text
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !/^(?:The|Of|And|For)$/i.test(word))
    .map((word) => word[0])
    .join('')

/** "Farabundo Marti National Liberation Front (FMLN)": initials in brackets. */
const isAcronym = (view: View, one: PartyMention, two: PartyMention): boolean => {
  const short = view.text.slice(two.start, two.end)
  if (!/^\p{Lu}{2,8}$/u.test(short) || view.text[two.end] !== ')') return false
  return initialsOf(view.text.slice(one.start, one.end)).toUpperCase().includes(short.slice(0, 2))
}

const MOST = 110
/** How many names ahead of one are tried, so that a long list of names costs no more than a short one. */
const AHEAD = 5

const isBody = ({ type, named, actor }: PartyMention): boolean => type !== 'facility' && type !== 'vehicle' && (named || actor !== null)

/** Ties between named parties of one sentence, in document order. */
export const findTies = (view: View): readonly Tie[] => {
  const found: Tie[] = []
  for (const sentence of view.sentences) {
    if (!view.bears(sentence.first)) continue
    const all = view.within('party', sentence)
    // "Syrian" inside "Syrian National Army" is no party of its own here.
    const isInside = (party: PartyMention): boolean =>
      party.type === 'geopolitical' &&
      view.within('party', party).some((other) => other !== party && other.start <= party.start && other.end > party.end)
    const parties = all.filter((party) => isBody(party) && party.start >= sentence.start && !isInside(party))
    for (let a = 0; a < parties.length; a++)
      for (let b = a + 1; b < Math.min(parties.length, a + 1 + AHEAD); b++) {
        const one = parties[a]!
        const two = parties[b]!
        if (two.start < one.end || two.start - one.end > MOST) continue
        const words = view.text.slice(one.end, two.start).replace(/\s+/g, ' ').replace(CALLED, '')
        if (NOT.test(words)) continue
        if (words === ' (' && isAcronym(view, one, two)) {
          found.push({ subject: one, object: two, type: 'also-known-as', at: span(one.start, two.end) })
          continue
        }
        if (BESIDE.test(words) && two.type !== 'person' && IS_PART.test(view.text.slice(two.end, two.end + 60))) {
          // "the Islamic State of Iraq, al-Qaeda's wing": not the land in the name.
          const owner = one.type === 'geopolitical' ? parties[a - 1] : one
          if (owner && (owner === one || view.text.slice(owner.end, one.start) === ' of '))
            found.push({ subject: owner, object: two, type: 'part-of', at: span(owner.start, two.end) })
          continue
        }
        const read = READINGS.find((known) => known.words.test(words))
        if (!read) continue
        // "…, of which the Army is a member".
        if (
          read.type === 'member-of' &&
          read.turned &&
          !/^ (?:is|are|was) (?:an? )?(?:\w+ )?(?:member|part)/i.test(view.text.slice(two.end, two.end + 40))
        )
          continue
        const [subject, object] = read.turned ? [two, one] : [one, two]
        if (read.type === 'leads' && (subject.type !== 'person' || object.type === 'person')) continue
        if ((read.type === 'part-of' || read.type === 'member-of') && object.type === 'person') continue
        found.push({ subject, object, type: read.type, at: span(one.start, two.end) })
      }
  }
  return found
}
