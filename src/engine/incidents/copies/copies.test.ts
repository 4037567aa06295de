import { describe, expect, it } from 'vitest'
import { groupCopies } from './group-copies.ts'
import { minhash } from './minhash.ts'
import { copyableText, shinglesOf } from './shingles.ts'
import { isCopy, similarity } from './similarity.ts'

const WIRE =
  'A bomb hidden in a parked minibus went off beside the grain market of Old Harbour on Monday morning, killing at least 12 people and ' +
  'wounding more than 30, the city health office said. Two police officers who had come to clear the street were among the dead. No group ' +
  'said that it was behind the blast. Shopkeepers told reporters that the minibus had stood there since the evening before and that nobody ' +
  'had thought much of it. The governor ordered every market in the province to close until Thursday.'
const TRIMMED =
  'A bomb hidden in a parked minibus went off beside the grain market of Old Harbour on Monday morning, killing at least 12 people and ' +
  'wounding more than 30, the health office said. No group said that it was behind the blast. The governor ordered every market in the ' +
  'province to close.'
const APART =
  'Rescue teams in Old Harbour searched the ruins of the market for a second day after a minibus packed with explosives blew up there. ' +
  'Hospitals counted 14 dead. The interior ministry blamed a cell of the Northern Front, which has not commented.'

const share = (a: string, b: string): number => {
  const keys = new Set(minhash(shinglesOf(a)))
  return minhash(shinglesOf(b)).filter((key) => keys.has(key)).length
}

describe('copies', () => {
  it('are found in a trimmed reprint', () => {
    expect(isCopy(shinglesOf(WIRE), shinglesOf(TRIMMED))).toBe(true)
    expect(similarity(shinglesOf(WIRE), shinglesOf(TRIMMED)).containment).toBeGreaterThan(0.8)
  })

  it('are not seen in another report of the same event', () => {
    expect(isCopy(shinglesOf(WIRE), shinglesOf(APART))).toBe(false)
  })

  it('are not seen where the figures differ', () => {
    const revised = TRIMMED.replace('at least 12', 'at least 17')
    expect(similarity(shinglesOf(WIRE), shinglesOf(revised)).figuresDiffer).toBe(true)
    expect(isCopy(shinglesOf(WIRE), shinglesOf(revised))).toBe(false)
    expect(isCopy(shinglesOf(WIRE), shinglesOf(TRIMMED.replace('12', 'thirteen')))).toBe(false)
  })

  it('do not depend on case, punctuation, line breaks or the order of sentences', () => {
    const shouted = WIRE.toUpperCase().replaceAll(', ', ' —\n')
    expect(similarity(shinglesOf(WIRE), shinglesOf(shouted)).jaccard).toBe(1)
    const reordered = WIRE.split('. ').reverse().join('. ')
    expect(isCopy(shinglesOf(WIRE), shinglesOf(reordered))).toBe(true)
  })

  it('are not seen in a line of set phrases', () => {
    const line = 'This is a developing story and will be updated.'
    expect(isCopy(shinglesOf(line), shinglesOf(line))).toBe(false)
  })

  it('find each other by a shared band', () => {
    expect(share(WIRE, TRIMMED)).toBeGreaterThan(0)
    expect(share(WIRE, APART)).toBe(0)
    expect(minhash(shinglesOf('')).length).toBe(0)
  })

  it('leave comments and page furniture out', () => {
    const text = 'A report.\nSubscribe now'
    const passages = [
      { id: 'p1', kind: 'paragraph', start: 0, end: 9 },
      { id: 'p2', kind: 'other', start: 10, end: 23 },
    ] as const
    expect(copyableText({ text, passages })).toBe('A report.')
  })
})

it('does not take what the next sentence begins with for the words of a figure', () => {
  const sentences = ['The mayor saw 12 dead. ', 'Rescuers pulled 7 people out. ', 'Nine shops burned down in the old market on the river. ']
  const turned = sentences.toReversed().join('')
  expect(similarity(shinglesOf(sentences.join('')), shinglesOf(turned)).figuresDiffer).toBe(false)
})

it('does not make two reports with other figures copies of each other by a third without figures', () => {
  const body =
    'Shells fell on the town of Velik before dawn and set the grain market on fire, the governor said. People carried the wounded to the school. ' +
    'The road to the river was closed and the bridge stood open for ambulances only, the railway workers told the radio at noon.'
  const texts = [body, `${body} The governor counted 12 dead in the town.`, `${body} The governor counted 19 dead in the town.`]
  const groups = groupCopies(texts.map((text, i) => ({ key: String(i), text })))
  expect(groups[1]).not.toBe(groups[2])
})
