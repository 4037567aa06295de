import { describe, expect, it } from 'vitest'
import type { Judgement, PolicyName } from '../../model/judgement.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { toAccount } from '../figures/account.ts'
import type { Counted } from '../figures/enter.ts'
import { policyViews } from '../figures/policies.ts'
import { CARD, type CaseClaim, type CaseDocument, caseRecords } from '../records.case.ts'

const TEXT =
  '12 dead, 5 soldiers, 7 guards, 20 dead, 3 civilians, 4 fighters, dozens, hundreds, none, up to 9; the mayor, the hospital, the rebels, The army, our aircraft.'
const MAYOR = { words: 'the mayor' }
const HOSPITAL = { words: 'the hospital', kind: 'medical' } as const
const REBELS = { words: 'the rebels', kind: 'party-to-conflict' } as const
const ARMY = { words: 'The army', kind: 'party-to-conflict', actor: 'xa-army' } as const

const killed = (words: string, value: Readonly<Record<string, unknown>>, rest: Partial<CaseClaim> = {}): CaseClaim => ({
  attribute: 'killed',
  words,
  value,
  ...rest,
})
const people = (status: 'civilian' | 'combatant') => ({ people: { text: null, status, side: null, sex: null, age: null, role: null } })

const record = (claims: readonly CaseClaim[], more: readonly Partial<CaseDocument>[] = []): IncidentRecord =>
  caseRecords([
    { id: 'd1', text: TEXT, issuer: 'Example Wire', published: '2021-05-03', claims },
    ...more.map((one, i): CaseDocument => ({ id: `d${i + 2}`, text: TEXT, issuer: `Paper ${i}`, claims: [], ...one })),
  ]).incident

const view = (policy: PolicyName, of: IncidentRecord, counted: Counted = 'unchecked') =>
  policyViews(toAccount(of, undefined, counted)).find((one) => one.policy === policy)!

const judged = (kind: Judgement['kind'], value: unknown): Judgement => ({
  id: 'j1',
  kind,
  target: CARD.id,
  value,
  by: 'ana',
  at: '2024-01-03T00:00:00Z',
  why: null,
  withdrawn: null,
})

describe('acled', () => {
  it('takes the lowest of the current figures', () => {
    const { row, estimates } = view(
      'acled',
      record([killed('12 dead', { low: 12, high: 12 }, { by: MAYOR }), killed('20 dead', { low: 20 }, { by: HOSPITAL })]),
    )
    expect(row).toBe(true)
    expect(estimates).toMatchObject([{ best: 12, words: '12', reasons: ['the lowest of the current figures'] }])
  })

  it('counts words as ACLED does', () => {
    const dozens = record([killed('dozens', { low: 24, approximate: true, words: 'dozens' }, { by: MAYOR })])
    const hundreds = record([killed('hundreds', { low: 200, approximate: true, words: 'hundreds' }, { by: MAYOR })])
    expect(view('acled', dozens).estimates).toMatchObject([{ best: 12, reasons: ['“dozens” counts as 12'] }])
    expect(view('acled', hundreds).estimates).toMatchObject([{ best: 100 }])
  })

  it('stays empty where nobody states a figure or only how many at the most, and is 0 only where somebody says so', () => {
    expect(view('acled', record([]))).toMatchObject({ row: true, estimates: [] })
    expect(view('acled', record([killed('up to 9', { high: 9 }, { by: MAYOR })])).estimates).toMatchObject([{ state: 'empty', best: null }])
    expect(view('acled', record([killed('none', { low: 0, high: 0 }, { by: HOSPITAL })])).estimates).toMatchObject([{ best: 0 }])
    expect(view('acled', record([killed('none', { low: 0, high: 0 }, { by: REBELS })])).estimates).toEqual([])
  })

  it('leaves the rows of an incident with parts to its parts, and does not add up scopes', () => {
    const one = record([killed('12 dead', { low: 12, high: 12 }, { by: MAYOR })])
    expect(view('acled', { ...one, children: [CARD] })).toMatchObject({ row: false, estimates: [] })
    const scoped = record([
      killed('12 dead', { low: 12, high: 12, scope: { places: ['the north'], sites: null } }, { by: MAYOR }),
      killed('20 dead', { low: 20, high: 20, scope: { places: ['the south'], sites: null } }, { by: HOSPITAL }),
    ])
    expect(view('acled', scoped)).toMatchObject({ row: false, why: [expect.stringContaining('in the north; in the south')] })
  })
})

describe('ucdp', () => {
  it('settles on a best figure only where one remains', () => {
    const one = view('ucdp', record([killed('12 dead', { low: 12, ...people('civilian') }, { by: MAYOR })]))
    expect(one.estimates).toMatchObject([{ state: 'value', low: 12, high: 12, best: 12, reasons: [expect.stringContaining('open')] }])
    expect(one.labels).toContainEqual({ name: 'deaths_civilians', value: '12', why: ['in the words of the mayor'] })
    const two = view(
      'ucdp',
      record([killed('12 dead', { low: 12, high: 12 }, { by: MAYOR }), killed('20 dead', { low: 20, high: 20 }, { by: HOSPITAL })]),
    )
    expect(two.estimates).toMatchObject([{ state: 'pending', low: 12, high: 20, best: null }])
  })

  it('adds up sides, civilians and unknown', () => {
    const { labels, estimates } = view(
      'ucdp',
      record([
        killed('3 civilians', { low: 3, high: 3, extent: 'group', ...people('civilian') }, { by: MAYOR }),
        killed('4 fighters', { low: 4, high: 4, extent: 'group', ...people('combatant') }, { by: MAYOR }),
        killed('5 soldiers', { low: 5, high: 5, extent: 'group' }, { by: MAYOR }),
      ]),
    )
    expect(estimates).toMatchObject([{ best: 12 }])
    expect(labels.map(({ name, value }) => [name, value])).toEqual([
      ['number_of_sources', '1'],
      ['deaths_civilians', '3'],
      ['deaths_combatants', '4'],
      ['deaths_unknown', '5'],
    ])
  })

  it('has no row where nobody died', () => {
    expect(view('ucdp', record([killed('none', { low: 0, high: 0 }, { by: HOSPITAL })]))).toMatchObject({ row: false })
  })
})

describe('ibc', () => {
  it('counts civilians only, and is provisional below two independent origins', () => {
    const one = view(
      'ibc',
      record([
        killed('12 dead', { low: 12, high: 12 }, { by: MAYOR }),
        killed('3 civilians', { low: 3, high: 3, ...people('civilian') }, { by: HOSPITAL }),
      ]),
    )
    expect(one).toMatchObject({ row: true, labels: [{ value: 'Provisional' }], estimates: [{ people: 'civilian', low: 3, high: 3 }] })
    const two = view(
      'ibc',
      record([
        killed('5 soldiers', { low: 5, high: 5, ...people('civilian') }, { by: MAYOR }),
        killed('3 civilians', { low: 3, high: 3, ...people('civilian') }, { by: HOSPITAL }),
      ]),
    )
    expect(two).toMatchObject({ labels: [{ value: 'Corroborated' }], estimates: [{ words: '3–5' }] })
  })

  it('takes civilians who are part of a toll', () => {
    const part = record([
      killed('12 dead', { low: 12, high: 12 }, { by: MAYOR }),
      killed('3 civilians', { low: 3, high: 3, extent: 'part', ...people('civilian') }, { by: MAYOR }),
    ])
    expect(view('ibc', part).estimates).toMatchObject([{ words: '3', used: [{ claims: ['d1-c2'] }] }])
  })

  it('has no row where no civilian is said to have died, and says whom the dead are called', () => {
    const none = record([killed('4 fighters', { low: 4, high: 4, ...people('combatant') }, { by: MAYOR })])
    expect(view('ibc', none)).toMatchObject({
      row: false,
      why: ['no source says that a civilian was killed', expect.stringContaining('fighters')],
    })
  })
})

describe('airwars', () => {
  const blame = (by: NonNullable<CaseClaim['by']>, words = 'The army', actor: string | null = 'xa-army'): CaseClaim => ({
    attribute: 'perpetrator',
    words,
    by,
    mention: { actor } as never,
  })
  const status = (of: IncidentRecord) => view('airwars', of).labels[0]!.value
  const grade = (of: IncidentRecord) => view('airwars', of).labels[1]!

  it('says who says who did it', () => {
    expect(status(record([]))).toBe('not stated')
    expect(status(record([blame(MAYOR)]))).toBe('Single source claim')
    expect(status(record([blame(MAYOR), blame(HOSPITAL)]))).toBe('Likely')
    expect(status(record([blame(MAYOR), blame(HOSPITAL, 'the rebels', 'rebels')]))).toBe('Contested')
    expect(status(record([blame(ARMY)]))).toBe('Declared')
    const own = { attribute: 'perpetrator', words: 'our aircraft', mention: { named: false } as never } as const
    expect(status(caseRecords([{ id: 'd', text: TEXT, kind: 'party-to-conflict', claims: [own] }]).incident)).toBe('Declared')
    expect(status(caseRecords([{ id: 'd', text: TEXT, kind: 'news', claims: [own] }]).incident)).not.toBe('Declared')
  })

  it('grades only where civilian harm is alleged, and only by a person', () => {
    expect(grade(record([killed('4 fighters', { low: 4, high: 4, ...people('combatant') }, { by: MAYOR })]))).toMatchObject({
      value: 'not graded',
    })
    const harm = record([killed('3 civilians', { low: 3, high: 3, ...people('civilian') }, { by: MAYOR })])
    expect(grade(harm)).toMatchObject({ value: 'pending' })
    expect(grade({ ...harm, judgements: [judged('grade', { grade: 'Fair' })] })).toMatchObject({ value: 'Fair', why: ['ana judged so'] })
  })

  it('does not let the attacker say whom it hit, and starts at 0 where status is disputed', () => {
    const attacker = record([
      blame(ARMY),
      killed('4 fighters', { low: 4, high: 4, ...people('combatant') }, { by: ARMY }),
      killed('3 civilians', { low: 3, high: 3, ...people('civilian') }, { by: HOSPITAL }),
    ])
    expect(view('airwars', attacker).estimates).toMatchObject([{ people: 'civilian', low: 3, high: 3 }])
    const disputed = record([
      killed('4 fighters', { low: 4, high: 4, ...people('combatant') }, { by: MAYOR }),
      killed('3 civilians', { low: 3, high: 3, ...people('civilian') }, { by: HOSPITAL }),
    ])
    expect(view('airwars', disputed).estimates).toMatchObject([
      { people: 'civilian', low: 0, high: 3, words: '0–3' },
      { people: 'combatant', low: 0, high: 4 },
    ])
  })
})

describe('latest', () => {
  const later = (published: string | null) => [{ published, claims: [killed('20 dead', { low: 20, high: 20 }, { by: MAYOR })] }]
  const earlier = killed('12 dead', { low: 12, high: 12 }, { by: MAYOR })

  it('keeps each speaker’s latest', () => {
    const { estimates } = view('latest', record([earlier], later('2021-05-04')))
    expect(estimates).toMatchObject([
      { words: '20', leftOut: [{ words: '12', why: 'its speaker gives another figure later (2021-05-04)' }] },
    ])
  })

  it('lets an undated figure supersede nothing', () => {
    const { estimates } = view('latest', record([earlier], later(null)))
    expect(estimates).toMatchObject([{ words: '12–20', leftOut: [] }])
  })
})

describe('what counts', () => {
  it('leaves out what nobody has accepted, where only accepted claims are asked for', () => {
    const one = record([killed('12 dead', { low: 12, high: 12 }, { by: MAYOR })])
    expect(view('range', one, 'accepted').estimates).toEqual([])
    const accepted = { ...one, claims: one.claims.map((claim) => ({ ...claim, review: { ...claim.review, state: 'accepted' as const } })) }
    expect(view('range', accepted, 'accepted').estimates).toMatchObject([{ words: '12', review: { claims: 1, checked: 1 } }])
  })

  it('takes a party’s "none" for a floor where a person admits it', () => {
    const one = record([killed('none', { low: 0, high: 0 }, { by: REBELS }), killed('12 dead', { low: 12, high: 12 }, { by: MAYOR })])
    expect(view('range', one).estimates).toMatchObject([{ words: '12' }])
    const admitted = { ...one, claims: one.claims.map((claim) => ({ ...claim, review: { ...claim.review, state: 'accepted' as const } })) }
    expect(view('range', admitted).estimates).toMatchObject([{ low: 0, high: 12 }])
  })

  it('pools scopes that a person has judged the same, and keeps apart those judged different', () => {
    const apart = record([
      killed('12 dead', { low: 12, high: 12, scope: { places: ['the north'], sites: null } }, { by: MAYOR }),
      killed('20 dead', { low: 20, high: 20 }, { by: HOSPITAL }),
    ])
    expect(view('range', apart).estimates).toHaveLength(2)
    const pair = view('range', apart).estimates.map(({ scopeKey }) => scopeKey)
    const same = { ...apart, judgements: [judged('same', { of: 'scopes', pair })] }
    expect(view('range', same).estimates).toMatchObject([{ words: '12–20', reasons: ['scopes judged the same by ana'] }])
  })
})
