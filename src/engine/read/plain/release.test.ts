import { describe, expect, it } from 'vitest'
import { readDocument } from '../read.ts'
import { findBody, findIssueDay, findReleaseLine, findSignatory, findToday, findUpTo } from './release.ts'

const read = (text: string) => readDocument({ id: 'sha256:0', facts: {}, text }).document

describe('the day of an issue, in its title', () => {
  it.each([
    ['NORTHERN SECURITY DAILY – 5 MAR 2019 (covering 4 Mar 06:00 – 5 Mar 06:00)', '2019-03-05'],
    ['Weekly bulletin, Tuesday 5 March 2019', '2019-03-05'],
    ['Situation report | 5 March 2019', '2019-03-05'],
    ['The report of 5 March 2019 was wrong', null],
    ['Two dead in Northport – 5 March 2019', null],
  ])('%s', (line, day) => expect(findIssueDay(line)).toBe(day))
})

describe('a line of a release', () => {
  it.each([
    ['No. PR-188/2024', { kind: 'other' }],
    ['RB# 23-118842', { kind: 'other' }],
    ['Supersedes 070', { kind: 'other' }],
    ['Update 3:40 pm', { kind: 'other' }],
    ['Reporting window: 06:00 on 4 June to 06:00 on 5 June 2024', { kind: 'dateline', published: '2024-06-05' }],
    ['Period covered: 1 to 7 May 2019', { kind: 'dateline', published: '2019-05-07' }],
    ['Date-time: 2024-06-12 0930 UTC', { kind: 'dateline', published: '2024-06-12' }],
    ['Location: 12 miles off Northport', { kind: 'dateline' }],
    ['Status: under investigation', { kind: 'other' }],
    ['Subject: Attack on a convoy', { kind: 'headline', title: 'Attack on a convoy' }],
    ['From: Ministry of Defence', { kind: 'other', publisher: 'Ministry of Defence' }],
    ['Our Correspondent, Northport', { kind: 'other', byline: 'Our Correspondent, Northport' }],
    ['(From our Exampleland correspondent)', { kind: 'other', byline: 'our Exampleland correspondent' }],
  ])('%s', (line, expected) => expect(findReleaseLine(line)).toEqual(expected))

  it.each([
    'No. 3 shaft had flooded before',
    'Case closed.',
    'From Monday, schools will be shut.',
    'The source: a man of 40.',
    'Our men struck the camp.',
    'Two dead in Northport',
  ])('%s is of the story', (line) => expect(findReleaseLine(line)).toBeUndefined())
})

describe('findBody', () => {
  it.each([
    ['Toledo Police Department - Office of Public Information', 'Toledo Police Department - Office of Public Information'],
    ['Ministry of Defence', 'Ministry of Defence'],
    ['🔴 #Urgent | Military media of the Northern Front', 'Military media of the Northern Front'],
    ['THE NORTHPORT COURIER', 'THE NORTHPORT COURIER'],
  ])('%s', (line, name) => expect(findBody(line)).toBe(name))
  it.each([
    'Gunmen Attack Police',
    'Army Says Three Soldiers Dead',
    'Police log',
    'Two brothers in the Northern Army',
    'Example',
    '12 Posts',
  ])('%s is none', (line) => expect(findBody(line)).toBeUndefined())
})

describe('whose statement it is', () => {
  it.each([
    ['Statement by the spokesman of the Armed Forces, Northport, 17 January 2022', 'Armed Forces'],
    ['Joint press statement by the Network of Survivors and the Union of Farmers', 'Network of Survivors and the Union of Farmers'],
    ['Communiqué No. 4 of the Northern Front', 'Northern Front'],
  ])('%s', (line, name) => expect(findSignatory(line)).toBe(name))
  it.each(['A statement by police was expected.', 'The statement of 5 March 2019', 'Statement in full'])('%s tells nobody', (line) =>
    expect(findSignatory(line)).toBeUndefined(),
  )
})

describe('the day a paper was made', () => {
  it.each([
    ['Police log, week ending Aug. 24, 2019', '2019-08-24'],
    ['Situation as of 5 May 2019', '2019-05-05'],
    ['Northport Police, week of March 4-10, 2019', '2019-03-10'],
    ['Week of 4–10 March 2019', '2019-03-10'],
  ])('%s', (line, day) => expect(findUpTo(line)).toBe(day))
  it('is no day that the story tells of', () => expect(findUpTo('The week that began on Aug. 24, 2019')).toBeNull())
  it('may be told as today', () => expect(findToday('Our men struck today, Friday 19 January 2024, a column.')).toBe('2024-01-19'))
  it('is not today where it only stands beside it', () =>
    expect(findToday('The mayor said today that the bridge had stood since 19 January 2024.')).toBeNull())
})

describe('the foot of a text', () => {
  const STORY = 'To the public\n\nAt dawn our units attacked the post at Long Bridge. Three soldiers were killed.\n\n'
  it('signs it with place and day', () => expect(read(`${STORY}Northport, 12 February 1998`).published).toBe('1998-02-12'))
  it('may say when it was posted', () =>
    expect(read(`${STORY}Posted by: The Northport Desk | 4 June 2019 at 09:12`).published).toBe('2019-06-04T09:12'))
  it('gives no day that the head has given', () =>
    expect(
      read(`To the public\n\nNorthport, 10 February 1998\n\nThree soldiers were killed.\n\nNorthport, 12 February 1998`).published,
    ).toBe('1998-02-10'))
  it('is no sentence with a day', () => expect(read(`${STORY}The next talks are on 12 February 1998.`).published).toBeNull())
})

describe('the head of a release', () => {
  it('names the body, the day and the headline apart', () => {
    const document = read(
      'FOR IMMEDIATE RELEASE\nNorthport Police Department - Press Office\nOctober 7, 2023\nRef: 23-1188\n\nHOMICIDE - 1200 BLOCK OF HIGH STREET\n\nOn Friday a man was shot dead in High Street.',
    )
    expect(document.title).toBe('HOMICIDE - 1200 BLOCK OF HIGH STREET')
    expect(document.published).toBe('2023-10-07')
    expect(document.issuer).toEqual({ name: 'Northport Police Department - Press Office', kind: 'official-other', from: 'text' })
  })
  it('of an army makes its voice that of a party', () =>
    expect(
      read(
        'Example Services Directorate\nNorthport, 22 October 2024\n\nOn the night of 21 October own troops engaged a hideout near the village. Nine were killed.',
      ).issuer,
    ).toEqual({ name: 'Example Services Directorate', kind: 'party-to-conflict', from: 'text' }))
  it('takes a town beside a day for a place', () => {
    const { issuer, published } = read('Two dead in raid\n\nNorthport, 3 March 2023\n\nGunmen killed two people on Friday.')
    expect(published).toBe('2023-03-03')
    expect(issuer.name).toBeNull()
  })
  it('keeps a headline with a place before a colon', () =>
    expect(read('KABUL: Blast kills five at market\n\nA bomb killed five people at a market on Friday, police said.').title).toBe(
      'KABUL: Blast kills five at market',
    ))
})
