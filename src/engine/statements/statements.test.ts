import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLanguage } from '../../assets/language.ts'
import { loadAssets } from '../../assets/load.ts'
import type { PartyMention } from '../../model/mention.ts'
import type { Passage, PassageKind } from '../../model/passage.ts'
import type { Span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { Context } from '../context.ts'
import { extract } from '../extract.ts'
import { readLanguage } from '../language/language.ts'
import { chainOf, findStatements } from './statements.ts'

const language = loadLanguage()

const passagesOf = (text: string, kinds: readonly PassageKind[] = []): Passage[] =>
  [...text.matchAll(/[^\n]+/g)].map((match, i) => ({
    id: `p${i + 1}`,
    kind: kinds[i] ?? 'paragraph',
    start: match.index,
    end: match.index + match[0].length,
  }))

const contextOf = (text: string, kinds: readonly PassageKind[] = [], mentions: readonly PartyMention[] = []): Context => {
  const passages = passagesOf(text, kinds)
  return {
    document: {
      id: 'd',
      title: null,
      standfirst: null,
      byline: null,
      published: null,
      url: null,
      language: 'en',
      issuer: { name: null, kind: 'unknown', from: null },
      version: null,
      text,
      passages,
    },
    parsed: readLanguage(text, passages, language),
    mentions,
    statements: [],
  }
}

/** `{s The army} {c said} {t it left}`: text with the speaker, the cue and the content of one statement marked. */
const unmark = (marked: string): { text: string; source: string[]; cue: string[]; content: string[] } => {
  const parts = { s: [] as string[], c: [] as string[], t: [] as string[] }
  const text = marked.replace(/\{([sct]) ([^}]*)\}/g, (_, kind: 's' | 'c' | 't', words: string) => {
    parts[kind].push(words)
    return words
  })
  return { text, source: parts.s, cue: parts.c, content: parts.t }
}

const say = (
  text: string,
  kinds?: readonly PassageKind[],
  mentions?: readonly PartyMention[],
): { statement: Statement; source: string; cue: string; content: string[] }[] => {
  const words = ({ start, end }: Span): string => text.slice(start, end)
  return findStatements(contextOf(text, kinds, mentions)).map((statement) => ({
    statement,
    source: statement.source ? words(statement.source) : '',
    cue: statement.cue ? words(statement.cue) : '',
    content: statement.content.map(words),
  }))
}

const CASES: readonly string[] = [
  '{s The army} {c said} {t that nine soldiers had been killed in the raid}.',
  '{s The army} {c said} on Monday {t that nine soldiers had been killed in the raid}.',
  '{t Nine soldiers were killed in the raid}, {s the army} {c said}.',
  '{t Nine soldiers were killed in the raid}, {c said} {s a spokesman for the army}.',
  '{c According to} {s the hospital}, {t twelve people were wounded}.',
  '{t Twelve people were wounded in the blast}, {c according to} {s hospital officials}.',
  '{s The minister} {c told} reporters {t that the attack had failed}.',
  '{t “We heard two explosions,”} {s a resident} {c said}. {t “Then the roof fell in.”}',
  '{t “Nobody came to help us,”} {c said} {s Anna Berg, a teacher from the village}.',
  '{s The group} {c denied} {t that it had planted the bomb}.',
  '{s The ministry} {c has confirmed} {t that two aircraft were lost}.',
  '{s Police} {c said} {t nine people died and at least a dozen were hurt}.',
  '{s The charity} {c said} {t nine were killed and "at least a dozen" hurt overnight}.',
  '{s The rebel Northern Front, which has held the city since May,} {c accused} {t the army of dropping barrel bombs}.',
  '{s The ministry} {c put} {t the death toll at 12}.',
  '{s The mayor} {c lowered} {t the number of dead from 20 to 14}.',
  '{t The road was closed after the blast}, {s Northern County Police Department Sergeant Anna Berg} {c said}.',
  '{t She ran to the house and found the bodies}, {s police} {c said}.',
  '{s An official who asked not to be named} {c said} {t MiG-29 jets carried out the raids}.',
  '{c According to} {s the Northern County Sheriff}, {t officers found nobody at the house}.',
  '{s The group} {c claimed} {t responsibility for the attack} in a statement.',
  '{s The army} on Saturday {c denied} {t that its planes had hit a school}.',
  '{s Police} {c blamed} {t the bombing on separatists}.',
  '{s The man, who helped to bury the dead and asked not to be named for fear of reprisals,} {c said} {t eleven of them were children}.',
  '{s Medics} {c said} {t at least 19 people, including six children, had died in air strikes}.',
  '{s The governor, a frequent target of the broadcaster,} {c condemned} {t the "dastardly act"}.',
  '{s The National Front for the Defence of the Town, which called the marches,} {c counted} {t nine dead} in the capital.',
  '{s The minister, Anna Berg,} {c rejected} {t the charge that his men had used firearms}.',
  '{s The Coalition of Patriots} {c denied} in a letter dated 3 November {t that its men had been in the village}.',
  'By nightfall {s the UN mission, citing its own staff,} {c put} {t it at 35}.',
  '{s He} {c put} {t the injured there at 23}.',
  '{t Four policemen were also injured}, {s the commander} {c said}, adding that nine people had been held.',
  '{t Bombs killed 40 people on Wednesday}, {s officials} {c said}, raising fears before the vote.',
  '{s A grave-digger} {c told} the local radio {t he had buried 76 people}.',
  '{t By Sunday the dead numbered 76}, {s a fisherman} {c told} the paper, {t and the search in the bush was going on}.',
  '{t At least 50 people were killed}, {s a spokesman} {c told} reporters; {t about 100 were wounded}.',
  '{t A convoy was attacked on Friday, leaving 25 civilians dead}, {s the army} {c said} in a communiqué read on state television.',
  '{t The toll has been lowered to 84 from 101}, {s the police chief} {c said} on Thursday, {t because some names had been counted twice}.',
]

describe('findStatements', () => {
  for (const marked of CASES) {
    const { text, source, cue, content } = unmark(marked)
    it(marked, () => {
      const found = say(text)
      expect(found.map((one) => [one.source, one.cue])).toContainEqual([source[0] ?? '', cue[0]])
      const match = found.find((one) => one.cue === cue[0])
      expect(match?.content).toEqual(content)
    })
  }

  it.each([
    'Nine soldiers were killed in the raid.',
    'The convoy left the town at dawn and reached the border by noon.',
    'Two houses burned down.',
    'Israeli jets attacked three villages in the south.',
    'A convoy was attacked near the border.',
    'Twenty-seven of the wounded are still being treated.',
    'No group had claimed the bombing.',
    'Guerrillas of the Northern Front attacked an army post early on Wednesday.',
    'Air defence shot down six of them.',
  ])('leaves to the document what nobody is said to say: %s', (text) => expect(say(text)).toEqual([]))

  it('gives each half of a sentence to whoever says it', () => {
    const found = say('Eleven were killed, the ministry said; nine were hurt, police said.')
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['the ministry', ['Eleven were killed']],
      ['police', ['nine were hurt']],
    ])
  })

  it('takes a place before a colon for where it was, unless it speaks', () => {
    expect(say('Yemen: raid on a prison kills dozens', ['headline'])).toEqual([])
    expect(say('Police: raid on a prison kills dozens', ['headline'])[0]?.source).toBe('Police')
  })

  it('gives an aside to whoever speaks before it', () => {
    const found = say('The group denied that it shelled the camp, accusing the army of staging the incident.')
    expect(found.find(({ cue }) => cue === 'accusing')?.source).toBe('The group')
  })

  it('hears nobody in a headline that names a place or a form', () => {
    expect(say('Cabo Delgado: insurgents raid village near Palma', ['headline'])).toEqual([])
    expect(say('Three killed in raid: police', ['headline'])[0]?.source).toBe('police')
  })

  it('hears a kind of speaker with a number behind a colon inside a paragraph, and no other', () => {
    expect(say('Shells hit the market. Hospital focal point: 6 dead, 21 injured.')[0]?.content).toEqual(['6 dead, 21 injured'])
    expect(say('Shells hit the market. The result: 6 dead, 21 injured.')).toEqual([])
  })

  it('shares the speaker of a headline between its verbs', () => {
    const found = say('Mali army says convoy ambushed, denies heavy losses', ['headline'])
    expect(found.map(({ source, content }) => [source, content])).toEqual([
      ['Mali army', ['heavy losses']],
      ['Mali army', ['convoy ambushed']],
    ])
  })

  it('joins a second clause after the speaker to what is said', () => {
    const [found] = say('Nine men were among the dead, the sources said, and one rocket hit the market.')
    expect(found?.content).toEqual(['Nine men were among the dead', 'and one rocket hit the market'])
  })

  it('gives the words of a cited source to it, inside the report that cites it', () => {
    const found = say('The news agency reported that nine people were killed, quoting police.')
    const police = found.find(({ source }) => source === 'police')
    expect(police?.content).toEqual(['that nine people were killed'])
    expect(police?.statement.parent).toBe(found.find(({ source }) => source === 'The news agency')?.statement.id)
  })

  it('takes nobody for a speaker who is said not to speak', () => {
    expect(say('No group said it was behind the blast.')[0]?.statement.stance).toBe('declines-to-comment')
  })

  it.each(['Also recall that nine men died.', 'As its name suggests, the front is new.', 'Officers found two men dead in the house.'])(
    'leaves to the document its own remarks: %s',
    (text) => expect(say(text)).toEqual([]),
  )

  it('lists the chain of speakers in their fullest words', () => {
    const text = 'Colonel Anna Berg spoke on Monday. The agency said that Berg denied that the army had shelled the school.'
    const start = (words: string): number => text.lastIndexOf(words)
    const mention = (id: string, words: string, named: boolean): PartyMention => ({
      id,
      kind: 'party',
      start: start(words),
      end: start(words) + words.length,
      type: named ? 'person' : 'organisation',
      named,
      actor: null,
    })
    const mentions = [mention('m1', 'Colonel Anna Berg', true), mention('m2', 'The agency', false), mention('m3', 'Berg', true)]
    const context = contextOf(text, [], mentions)
    const statements = findStatements(context)
    const denial = statements.find(({ stance }) => stance === 'denies')
    expect(denial && chainOf({ ...context, statements }, denial)).toEqual(['The agency', 'Colonel Anna Berg'])
  })

  it('tells denial, silence and question from assertion', () => {
    const stanceOf = (text: string): string | undefined => say(text)[0]?.statement.stance
    expect(stanceOf('The army denied that it had shelled the school.')).toBe('denies')
    expect(stanceOf('The ministry declined to comment on the raid.')).toBe('declines-to-comment')
    expect(stanceOf('The army did not say how many soldiers had died.')).toBe('declines-to-comment')
    expect(stanceOf('The army said that it had shelled the school.')).toBe('asserts')
  })

  it('gives "which has denied it" to the group before it', () => {
    const text = 'The government blames the Northern Front, which has denied involvement.'
    const start = text.indexOf('the Northern')
    const front: PartyMention = {
      id: 'm1',
      kind: 'party',
      start,
      end: start + 'the Northern Front'.length,
      type: 'group',
      named: true,
      actor: null,
    }
    const denial = say(text, [], [front]).find(({ statement }) => statement.stance === 'denies')
    expect(denial?.statement.speaker).toBe('m1')
    expect(denial?.statement.sourceKind).toBe('party-to-conflict')
  })

  it('finds "the sources" again in the sources named before', () => {
    const text = 'Nine men were killed, local security sources said. Two of them were officers, the sources said.'
    const start = text.indexOf('local')
    const sources: PartyMention = {
      id: 'm1',
      kind: 'party',
      start,
      end: start + 'local security sources'.length,
      type: 'person',
      named: false,
      actor: null,
    }
    const found = say(text, [], [sources])
    expect(found.map(({ statement }) => statement.speaker)).toEqual(['m1', 'm1'])
  })

  it('reads the paragraphs after a colon as the words of the one who introduces them', () => {
    const text =
      'The ministry said in a statement:\nNine soldiers were killed in the raid. The operation goes on.\nThe ministry gave no other figure.'
    const block = say(text, ['paragraph', 'quote', 'paragraph']).find(({ statement }) => statement.form === 'direct')
    expect(block?.source).toBe('The ministry')
    expect(block?.content).toEqual(['Nine soldiers were killed in the raid. The operation goes on.'])
  })

  it('reads headlines that name their speaker with a mark', () => {
    expect(say('Bomb kills nine in market: police', ['headline'])[0]).toMatchObject({
      source: 'police',
      content: ['Bomb kills nine in market'],
    })
    expect(say('Police: nine killed in market blast', ['headline'])[0]).toMatchObject({ source: 'Police' })
  })

  it('puts what is said inside what somebody else says', () => {
    const found = say('The agency said that the army denied that it had shelled the school.')
    const outer = found.find(({ cue }) => cue === 'said')
    const inner = found.find(({ cue }) => cue === 'denied')
    expect(inner?.statement.parent).toBe(outer?.statement.id)
  })

  it('gives a comment to its author', () => {
    const text = 'The raid is over.\nReader 1 says\nThey killed fifty.'
    const passages = passagesOf(text, ['paragraph', 'other', 'comment'])
    const context = contextOf(text)
    const comment = { ...(passages[2] as Passage), author: 'Reader 1' }
    const [found] = findStatements({ ...context, document: { ...context.document, passages: [passages[0] as Passage, comment] } })
    expect(found?.source && text.slice(found.source.start, found.source.end)).toBe('Reader 1')
    expect(found?.sourceKind).toBe('social')
  })

  it('never throws, keeps spans inside the text and parents in the list', () => {
    const words = [
      '“',
      '”',
      '"',
      "'",
      ',',
      '.',
      ':',
      'said',
      'the',
      'army',
      'he',
      'that',
      'denied',
      'told',
      'according',
      'to',
      'police',
      'which',
      'claim',
      'of',
      'reportedly',
      '\n',
      'killed',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        const statements = findStatements(contextOf(text))
        const ids = new Set(statements.map(({ id }) => id))
        for (const { source, cue, content, parent } of statements) {
          for (const span of [source, cue, ...content])
            if (span) expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true)
          expect(parent === null || ids.has(parent)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

it('takes nobody who was killed for the speaker of a toll', () => {
  const text =
    'Fifty people were killed in the attack on the station, the mayor, Anna Berg, said in the evening, raising an earlier toll of 39.'
  const { statements } = extract({ id: 'sha256:raising', facts: {}, text }, loadAssets())
  expect(statements.map(({ source }) => source && text.slice(source.start, source.end))).not.toContain('Fifty people')
})

const said = (text: string): readonly string[] => {
  const { document, statements, mentions } = extract({ id: 'sha256:tail', facts: {}, text }, loadAssets())
  const words = ({ start, end }: Span): string => document.text.slice(start, end)
  return statements.map(({ source, speaker, content }) => {
    const known = mentions.find(({ id }) => id === speaker)
    return `${known ? words(known) : source ? words(source) : '-'}: ${content.map(words).join(' + ')}`
  })
}

it.each([
  ['Three people died in Vova, the governor of Halland region, Anna Berg, said on Monday.', 'Anna Berg: Three people died in Vova'],
  ['Two trains collided near Salto, the head of the railways, Anna Berg, told reporters.', 'Anna Berg: Two trains collided near Salto'],
  ['Two trains collided near Salto, Anna Berg, the head of the railways, said.', 'Anna Berg: Two trains collided near Salto'],
  ['A bomb left nine dead in Gao, police and medics said, the latest of many attacks.', 'medics: A bomb left nine dead in Gao'],
  [
    'Nine people were killed in Gao, none of them soldiers, the minister said: five women and four men.',
    'the minister: Nine people were killed in Gao, none of them soldiers + five women and four men',
  ],
  ['It was a cold-blooded murder, said his brother.', 'his brother: It was a cold-blooded murder'],
  ['The priest counted 31 dead in the church, with seven people missing.', 'The priest: 31 dead in the church, with seven people missing'],
  ['A medic, speaking on condition of anonymity, gave 23 as the number of dead.', 'A medic: 23 as the number of dead'],
  ['Rights groups called for an inquiry into a massacre.', 'Rights groups: an inquiry into a massacre'],
  ['Governor says nine dead in Mubi raid\n\nThe governor of Adamawa, Anna Berg, blamed bandits for it.', 'Anna Berg: nine dead'],
  [
    'The Coalition denied that its men had been in the village and attributed the killings to cattle thieves.',
    'The Coalition: the killings to cattle thieves',
  ],
])('hears the speaker by the marks: %s', (text, expected) => {
  expect(said(text)).toContain(expected)
})

it.each([
  'When the bomb went off, the mayor, Anna Berg, was asleep.',
  'The dead are Ali, a baker, and Musa, a tailor, who had moved to Gao.',
  'Ali Toure, the mayor, went to Gao on Monday.',
])('hears nobody where nobody says anything: %s', (text) => {
  expect(said(text)).toEqual([])
})
