import type { Modality } from '../../model/claim.ts'
import { wordsOf } from '../../model/span.ts'
import type { Happening, Taking } from '../incidents/happening.ts'
import { bodyOf } from '../incidents/self.ts'
import type { ActKind } from '../mentions/act/kinds.ts'
import { sayerOf } from './chain.ts'
import { describe } from './describe.ts'
import { type Draft, draft } from './draft.ts'
import { nameOf } from './person-name.ts'
import type { View } from './view.ts'

/** Acts whose doer is no perpetrator of the incident: who arrests, frees or helps. */
const NO_PERPETRATOR: ReadonlySet<ActKind> = new Set<ActKind>([
  'arrest',
  'capture',
  'release',
  'displace',
  'go-missing',
  'die',
  'casualty',
  'stoppage',
  'intercept',
  'protest',
  'threaten',
])

const keyOf = (view: View, { mention }: Taking): string => mention.actor ?? wordsOf(view.text, mention).toLowerCase()

const modalityOf = (happening: Happening, taking: Taking): Modality =>
  taking.alleged && happening.manner.modality === 'asserted' ? 'alleged' : happening.manner.modality

const collect = (
  view: View,
  attribute: 'perpetrator' | 'target',
  items: readonly Readonly<{ happening: Happening; taking: Taking }>[],
): readonly Draft[] => {
  const drafts = new Map<string, { items: typeof items; modality: Modality }>()
  for (const item of items) {
    const statement = item.taking.statement ?? item.happening.statement
    const modality = modalityOf(item.happening, item.taking)
    const key = `${keyOf(view, item.taking)} ${sayerOf(statement)} ${modality}`
    drafts.set(key, { items: [...(drafts.get(key)?.items ?? []), item], modality })
  }
  return [...drafts.values()].map(({ items: own, modality }) => {
    const { happening, taking } = own[0]!
    // The fullest of the mentions that stand for the party.
    const fullest = own.map((one) => one.taking.mention).reduce((a, b) => (b.end - b.start > a.end - a.start && b.named >= a.named ? b : a))
    const spans = own.map((one) => one.taking.span)
    return draft({
      attribute,
      value: { mention: fullest.id },
      spans: [spans[0]!, ...spans.slice(1)],
      statement: taking.statement ?? happening.statement,
      modality,
      because: [...new Set([taking.rule, `act/${happening.act}`, ...(happening.manner.because ? [happening.manner.because] : [])])],
    })
  })
}

/** Who did it, one claim for each party and speaker. */
export const perpetratorsOf = (view: View, happenings: readonly Happening[]): readonly Draft[] => {
  // Who fled may have done it.
  const victims = new Set(
    happenings.flatMap(({ casualties }) => casualties.flatMap(({ head, harm }) => (harm === 'displaced' ? [] : [head]))),
  )
  return collect(
    view,
    'perpetrator',
    happenings.flatMap((happening) =>
      happening.agents
        .filter(({ token, rule }) => !victims.has(token) && (!NO_PERPETRATOR.has(happening.act) || rule === 'party/comer'))
        .flatMap((taking) => [taking, ...bodiesOf(view, taking), ...speakerOf(view, taking, happening)])
        .map((taking) => ({ happening, taking })),
    ),
  )
}

/** "The movement said its drone forces had struck", "'Our troops …', said a colonel of the army": the movement, the army too, by their own word. */
const speakerOf = (view: View, taking: Taking, { statement }: Happening): readonly Taking[] => {
  const first = view.tokens[view.tokenAt(taking.span.start)]!
  const speaker = statement?.stance === 'asserts' && statement.speaker !== null ? view.mention(statement.speaker) : undefined
  if (!/^(?:its|our|their)$/.test(first.lower) || speaker?.kind !== 'party') return []
  const body = speaker.type === 'person' ? bodyOf(view, speaker) : speaker
  return body ? [{ ...taking, mention: body, span: { start: first.start, end: first.end }, rule: 'party/own-people' }] : []
}

const SPEAKS_FOR =
  /\b(?:spokes\w+|leaders?|chiefs?|commanders?|lawyers?|supporters?|sympathi[sz]ers?|relatives?|opponents?|enemies|critics?|former|ex-\w+|dissidents?|defectors?|deserters?)\b/i

/** "fighters of the Northern Front", "Front guerrillas": the body whose people did it, beside them. */
const bodiesOf = (view: View, { mention, token, ...taking }: Taking): readonly Taking[] => {
  if (mention.named && mention.type === 'person') return []
  const words = view.text.slice(mention.start, mention.end)
  if (SPEAKS_FOR.test(words)) return []
  return view
    .within('party', mention)
    .filter(
      ({ id, start, end, named, type, actor }) =>
        id !== mention.id &&
        start >= mention.start &&
        end <= mention.end &&
        end - start < mention.end - mention.start &&
        (type === 'organisation' || type === 'group') &&
        (named || actor !== null) &&
        // "guerrillas" behind the name, or "of the" before it.
        (/^\s\p{L}/u.test(view.text.slice(end, mention.end)) ||
          /\b(?:of|from|belonging to)\s(?:the\s)?$/i.test(view.text.slice(mention.start, start))),
    )
    .slice(0, 1)
    .map((body) => ({ ...taking, mention: body, span: { start: body.start, end: body.end }, token, rule: 'party/body-of' }))
}

/** What or who it was aimed at, where that is not a person who came to harm. */
export const targetsOf = (view: View, happenings: readonly Happening[]): readonly Draft[] => {
  const victims = new Set(happenings.flatMap(({ casualties }) => casualties.map(({ head }) => head)))
  return collect(
    view,
    'target',
    happenings
      .filter(({ act }) => !NO_PERPETRATOR.has(act))
      .flatMap((happening) =>
        happening.targets
          .filter(({ token, mention }) => !victims.has(token) && (mention.type !== 'person' || mention.named))
          .map((taking) => ({ happening, taking: { ...taking, mention: nameOf(view, taking.mention) } })),
      ),
  )
}

/** People who came to harm, named or described, one claim for each mention of somebody new. */
export const victimsOf = (view: View, happenings: readonly Happening[], mentionAt: (i: number) => string | undefined): readonly Draft[] => {
  const seen = new Set<string>()
  const drafts: Draft[] = []
  const isArrestApart = happenings.some(({ act }) => act !== 'arrest') && happenings.every(({ family }) => family !== 'unrest')
  for (const { act, casualties, manner, statement } of happenings)
    for (const casualty of casualties) {
      if (casualty.none || casualty.about.pronoun) continue
      // Who is arrested over a murder is no victim of it; who is arrested at a march is one of those it befell.
      if (act === 'arrest' && isArrestApart) continue
      if (manner.modality === 'future' || manner.modality === 'counterfactual') continue
      const mention = mentionAt(casualty.head)
      if (!mention) continue
      const about = describe(view, casualty.head)
      const fate = casualty.harm === 'shot' ? 'wounded' : casualty.harm === 'displaced' ? null : casualty.harm
      const key = `${about.name.length > 0 ? about.name.join(' ') : mention} ${fate}`
      if (seen.has(key)) continue
      seen.add(key)
      drafts.push(
        draft({
          attribute: 'victim',
          value: { mention, age: about.years, band: about.band, sex: about.sex, status: about.status, occupation: about.role, fate },
          spans: [casualty.about.span],
          statement,
          modality: manner.modality,
          because: [casualty.rule, 'victim/harmed'],
        }),
      )
    }
  return drafts
}
