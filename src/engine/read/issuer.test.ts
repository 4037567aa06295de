import { describe, expect, it } from 'vitest'
import { findIssuer, isToldByAParty, kindOfPublisher } from './issuer.ts'

describe('kindOfPublisher', () => {
  it.each([
    ['The Evening Post', 'news'],
    ['Reuters', 'agency'],
    ['Ministry of Defence', 'party-to-conflict'],
    ['Department of Foreign Affairs', 'official-other'],
    ['Northern Liberation Front', 'party-to-conflict'],
    ['Observatory for Human Rights', 'ngo'],
    ['District Hospital', 'medical'],
    ['northern-telegram.com', 'unknown'],
    ['Example', 'unknown'],
  ] as const)('%s → %s', (name, kind) => expect(kindOfPublisher(name)).toBe(kind))
})

describe('findIssuer', () => {
  const clues = { facts: {}, title: null, ownWords: 'Two people were hurt.' }
  it('takes the caller before the page, and the page before the text', () => {
    expect(findIssuer({ ...clues, facts: { publisher: 'The Evening Post' }, declared: 'Other News' })).toEqual({
      name: 'The Evening Post',
      kind: 'news',
      from: 'caller',
    })
    expect(findIssuer({ ...clues, declared: 'Other News', printed: 'Third Times' })).toEqual({
      name: 'Other News',
      kind: 'news',
      from: 'metadata',
    })
    expect(findIssuer({ ...clues, printed: 'Third Times' })).toEqual({ name: 'Third Times', kind: 'news', from: 'text' })
  })
  it('takes nobody who heads a communiqué for a paper', () =>
    expect(findIssuer({ ...clues, title: 'Communiqué to the people', printed: 'Eastern Column', printedKind: 'news' }).kind).toBe(
      'unknown',
    ))
  it('names nobody who is not named', () => expect(findIssuer(clues)).toEqual({ name: null, kind: 'unknown', from: null }))
  it('knows a party to the conflict by its own voice', () =>
    expect(findIssuer({ ...clues, ownWords: 'Our forces carried out two strikes.' })).toEqual({
      name: null,
      kind: 'party-to-conflict',
      from: 'text',
    }))
})

describe('isToldByAParty', () => {
  it.each([
    'Our planes struck the depot.',
    'This morning our artillery units destroyed two positions.',
    'We shelled the base of the enemy.',
    'On 3 June guerrillas of our column attacked the post.',
    'Units of our front carried out an action against the barracks.',
  ])('%s', (words) => expect(isToldByAParty(null, words)).toBe(true))
  it.each([
    '“Our planes did not fly,” the spokesman said.',
    '"We destroyed the depot," he said.',
    'Our reporter was there.',
    'In front of our house they attacked a man.',
    'We were told that two men died.',
  ])('not: %s', (words) => expect(isToldByAParty(null, words)).toBe(false))
})
