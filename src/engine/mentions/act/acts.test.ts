import { describe, expect, it } from 'vitest'
import { loadLanguage } from '../../../assets/language.ts'
import type { Document } from '../../../model/document.ts'
import type { Context } from '../../context.ts'
import { readLanguage } from '../../language/language.ts'
import { findActs } from './acts.ts'
import { EXCLUSIONS } from './figurative.ts'

const language = loadLanguage()

const toContext = (text: string): Context => {
  const passages = [{ id: 'p1', kind: 'paragraph' as const, start: 0, end: text.length }]
  const document: Document = {
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
  }
  return { document, parsed: readLanguage(text, passages, language), mentions: [], statements: [] }
}

/** Each act as "word kind/effect < doers > those it is done to". */
const acts = (text: string): readonly string[] => {
  const context = toContext(text)
  const word = (i: number): string => context.parsed.tokens[i]!.text
  return findActs(context).map(
    ({ token, act, effect, agents, patients }) =>
      `${word(token)} ${act}${effect ? `/${effect}` : ''}${agents.length > 0 ? ` < ${agents.map(word).join(' ')}` : ''}${patients.length > 0 ? ` > ${patients.map(word).join(' ')}` : ''}`,
  )
}

describe('acts', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Rebels killed two soldiers.', ['killed kill/killed < Rebels > soldiers']],
    ['Two soldiers were killed by rebels.', ['killed kill/killed < rebels > soldiers']],
    ['Three men were shot dead.', ['shot shoot/killed > men']],
    ['6 men shot at house in Leeds', ['shot shoot/hit > men']],
    ['The blast left 12 dead and five wounded.', ['blast bomb', 'dead die/killed > 12', 'wounded wound/wounded > five']],
    ['Rebels carried out an attack on the village.', ['attack attack < Rebels > village']],
    ['The attack claimed the lives of three soldiers.', ['attack attack', 'claimed kill/killed < attack > soldiers lives']],
    ['Ten people died in the ambush.', ['died die/killed > people', 'ambush ambush']],
    ['Gunmen kidnapped a mayor and torched his car.', ['kidnapped abduct/captured < Gunmen > mayor', 'torched burn/damage < Gunmen > car']],
    ['Police condemned the murder of the judge.', ['murder kill/killed > judge']],
    ['A suicide bomber blew himself up near a mosque.', ['blew suicide-bomb/damage < bomber > himself']],
    ['The army shelled the town with mortars.', ['shelled shell < army > town']],
    ['Our fighters carried out an action against the barracks.', ['action raid < fighters > barracks']],
    ['The union took legal action against the police.', []],
    ['The market was full when the army bombed it.', ['bombed bomb < army > it']],
    ['THE REBELS AMBUSHED A CONVOY.', ['AMBUSHED ambush < REBELS > CONVOY']],
    ['Six people were shot, four fatally.', ['shot shoot/hit > people', 'fatally die/killed > four']],
  ]
  it.each(cases)('%s', (text, expected) => expect(acts(text)).toEqual(expected))
})

describe('sections of a digest', () => {
  it.each([
    ['CHESS. On Friday the boy butchered the champion. It was an execution.', 0],
    ['Film: it opens with a bomb that kills eleven people in a market.', 0],
    ['Film-makers were attacked. Gunmen killed two.', 1],
    ['Gardens. They stabbed the slugs.', 0],
    ['In a film: nothing. A bomb killed two people.', 2],
  ])('%s', (text, n) => expect(acts(text)).toHaveLength(n))
})

describe.each(EXCLUSIONS.map((exclusion) => [exclusion.name, exclusion] as const))('%s', (_, exclusion) => {
  it.each(exclusion.examples)('leaves out %s', (example) => expect(acts(example)).toEqual([]))
  it.each(exclusion.counterExamples)('keeps %s', (example) => expect(acts(example)).not.toEqual([]))
})

describe('words of violence that speak of none', () => {
  it.each([
    'The two sides struck a deal.',
    'Senators killed the bill.',
    'She shot a film about farming.',
    'The winger executed the game plan.',
    'He had a heart attack.',
    'The company fired its coach.',
    'Prices shot up.',
  ])('%s', (text) => expect(acts(text)).toEqual([]))
})
