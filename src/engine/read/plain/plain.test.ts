import { describe, expect, it } from 'vitest'
import { LONGEST_PASSAGE } from '../long.ts'
import { readDocument } from '../read.ts'
import { findCredit } from './credit.ts'
import { findDateline, findLiveDay, findLoneDate, findPlaceAndDay, findSignature, findTown } from './dateline.ts'
import { countTrailingTitles, FURNITURE_RULES, findFurniture } from './furniture.ts'

const read = (text: string, facts = {}) => readDocument({ id: 'sha256:0', facts, text })
const kinds = (text: string, facts = {}) => read(text, facts).document.passages.map(({ kind, missing }) => (missing ? `${kind}!` : kind))

describe('findDateline', () => {
  it.each<[string, string, string | null, string | null]>([
    ['NORTHPORT/LAKE CITY, Dec 29, 2019 - The army said', 'The army said', '2019-12-29', null],
    ['Northport, 5 May 2019 - The army said', 'The army said', '2019-05-05', null],
    ['Port al-Noor, Example Strip, 5 May 2019 — The army said', 'The army said', '2019-05-05', null],
    ['   NORTHPORT, 5 JAN 90 -- [TEXT] THE ARMY SAID', 'THE ARMY SAID', '1990-01-05', null],
    ['NORTHPORT, Exampleland (AP) — The army said', 'The army said', null, 'AP'],
    ['NORTHPORT, Dec 29 (Reuters) - The army said', 'The army said', null, 'Reuters'],
    ['(CNN) — The army said', 'The army said', null, 'CNN'],
    ['NORTHPORT: The army said', 'The army said', null, null],
    ['Northport, June 3, 2020: The army said', 'The army said', '2020-06-03', null],
    ['NORTHPORT, NO DATE (RADIO) -- THE ARMY SAID', 'THE ARMY SAID', null, 'RADIO'],
    ['Lake City, 14 Rajab 1445 / 26 January 2024 — The army said', 'The army said', '2024-01-26', null],
    ['Lake City (14 Feb): The army said', 'The army said', null, null],
    ['NORTHPORT (Exampleland), Dec. 17 (News service) — The army said', 'The army said', null, 'News service'],
    ['NORTHPORT, Example Province (September 14) — The army said', 'The army said', null, null],
  ])('%s', (paragraph, story, published, agency) => {
    const found = findDateline(paragraph)!
    expect(paragraph.slice(found.end)).toBe(story)
    expect(found).toMatchObject({ published, agency })
  })

  it.each([
    'CORRECTED: Four hurt in warehouse fire',
    'The army - which had denied it before - said so on Sunday.',
    'October 7, 2023 – An ambulance was hit near the hospital.',
    '— A boy was hurt on Monday.',
    'THE ARMY -- WHICH HAD DENIED IT BEFORE -- SAID SO ON SUNDAY AND AGAIN ON MONDAY.',
    'Police said: two men were hurt.',
    'HOMICIDE - 1200 BLOCK OF HIGH STREET',
    'WEEKEND: what to see, play and read',
  ])('%s has none', (paragraph) => expect(findDateline(paragraph)).toBeUndefined())
})

describe('a date alone', () => {
  it('is the report’s where its words count from it', () =>
    expect(findLoneDate('5 March 2019 — Two men were hurt on Monday, police said.')).toMatchObject({ end: 15, published: '2019-03-05' }))
  it.each(['October 7, 2023 – An ambulance was hit near the hospital.', 'March 2019 — Two men were hurt on Monday.'])('%s', (words) =>
    expect(findLoneDate(words)).toBeUndefined(),
  )
  it('may end in a full stop, behind the name of the day', () =>
    expect(findLoneDate('Friday, 1 March 2019. Our men struck a post last night.')).toMatchObject({ end: 22, published: '2019-03-01' }))
  it('is a live page’s, with what the page says of itself', () => {
    expect(findLiveDay('Tuesday 5 March 2019. All times are local.')).toBe('2019-03-05')
    expect(findLiveDay('5 March 2019 – updated 18:40')).toBe('2019-03-05')
    expect(findLiveDay('Tuesday 5 March 2019. Two men were hurt.')).toBeUndefined()
  })
  it('may end a line that signs a statement', () =>
    expect(findSignature('Statement by the Northern Front, Northport, 5 March 2019')).toBe('2019-03-05'))
  it.each(['The siege that began on 5 March 2019', 'On Monday, 5 March 2019, two men were hurt.'])('%s', (words) =>
    expect(findSignature(words)).toBeUndefined(),
  )
})

describe('findTown', () => {
  const rest =
    'Ten men of the reserve guard and their driver were killed when a mine went off under their van, an officer said on Wednesday.'
  it('reads the town before the colon', () => expect(findTown(`Northport: ${rest}`)).toMatchObject({ end: 11, published: null }))
  it.each([`Police: ${rest}`, `UPDATE: ${rest}`, `He told them: ${rest}`, 'Northport: two dead'])('%s', (words) =>
    expect(findTown(words)).toBeUndefined(),
  )
})

describe('findPlaceAndDay', () => {
  it('reads past a picture and a clock', () =>
    expect(findPlaceAndDay('⚡️Northport, Example region. 04.11.2019, 08:40')).toBe('2019-11-04T08:40'))
  it.each([
    ['Lake City, Example Province. January 20, 2025', '2025-01-20'],
    ['Lake City, Exampleland - 27 January 2021', '2021-01-27'],
  ])('%s', (line, day) => expect(findPlaceAndDay(line)).toBe(day))
  it.each(['The siege began on 5 March 2019', '27 January 2021', 'Two men were hurt in Northport - 27 January 2021'])('%s', (line) =>
    expect(findPlaceAndDay(line)).toBeUndefined(),
  )
})

describe('findCredit', () => {
  it('reads who posted it and when', () =>
    expect(findCredit('Posted by Ana B. on 5 May 2019')).toMatchObject({ byline: 'Ana B.', published: '2019-05-05' }))
  it.each([
    ['The Evening Post, 30 December 2019', { byline: null, published: '2019-12-30', publisher: 'The Evening Post' }],
    ['30 December 2019. Updated 18:20', { byline: null, published: '2019-12-30', publisher: null }],
    ['By the editor, 30 December 2019', { byline: 'the editor', published: '2019-12-30', publisher: null }],
    ['30 December 2019', { byline: null, published: '2019-12-30', publisher: null }],
    [
      'Press release | Help Without Borders | Northport, 5 May 2019, 22:00 EAT',
      { byline: null, published: '2019-05-05T22:00', publisher: 'Help Without Borders' },
    ],
    ['Statement | Northport, 5 May 2019', { byline: null, published: '2019-05-05', publisher: null }],
    ['Statement | Northport | 5 May 2019', { byline: null, published: '2019-05-05', publisher: null }],
    ['By our correspondent | 22 November 2022', { byline: 'our correspondent', published: '2022-11-22', publisher: null }],
    ['By Jane Example and John Example', { byline: 'Jane Example and John Example', published: null, publisher: null }],
    [
      'Published: 15:41 GMT, 16 December 2014 | Updated: 16:01 GMT, 16 December 2014',
      { byline: null, published: '2014-12-16', publisher: null },
    ],
  ])('%s', (line, credit) => expect(findCredit(line)).toEqual(credit))

  it.each(['On 30 December 2019 two men were hurt.', 'By the river, two men were hurt', 'Two men'])('%s is none', (line) =>
    expect(findCredit(line)).toBeUndefined(),
  )
})

describe('a letterhead', () => {
  it('names the house and its rooms, below pious words and above the day', () => {
    const head = 'In the name of God, the Most Merciful\n\nRepublic of Exampleland\nNorthern Command\nOffice of the Press\n\n5 March 2019'
    const { document } = read(`${head}\n\nTo our people:\n\nOn Monday our forces struck a post near the lake.`)
    expect(document.published).toBe('2019-03-05')
    expect(document.issuer.name).toBe('Northern Command')
    expect(document.title).toBe('Republic of Exampleland')
  })
  it('ends at an empty line', () => {
    const { document } = read('Notes\n\nNorthern Command\n\nEastern Front\n\nTwo men were hurt there on Monday, it said.')
    expect(document.passages.filter(({ kind }) => kind === 'dateline')).toHaveLength(1)
  })
})

describe('furniture', () => {
  for (const { name, find, examples, counterExamples } of FURNITURE_RULES)
    describe(name, () => {
      it.each(examples)('%s', (example) => {
        const line = example.replace(/[«»]/g, '')
        expect(find(line)).toEqual([{ start: example.indexOf('«'), end: example.indexOf('»') - 1 }])
        expect(findFurniture(line)).toBeDefined()
      })
      it.each(counterExamples)('not: %s', (line) => expect(findFurniture(line)).toBeUndefined())
    })

  it('knows a list of other stories at the end', () => {
    const titles = ['Council votes on the bridge', 'Ten things to do this weekend', 'Ferry company buys two boats']
    expect(countTrailingTitles(['He died.', ...titles])).toBe(3)
    expect(countTrailingTitles(['He died.', ...titles.slice(1)])).toBe(0)
  })
})

describe('readPlain', () => {
  it('takes a bare body for what it is', () =>
    expect(kinds('Two people were hurt on Sunday, police said.\n\nNobody was arrested.')).toEqual(['paragraph', 'paragraph']))
  it('knows the headline that the caller gave', () =>
    expect(kinds('Two people were hurt.\n\nPolice said so on Sunday.', { title: 'Two people were hurt' })).toEqual([
      'headline',
      'paragraph',
    ]))
  it('joins lines that were wrapped', () =>
    expect(
      kinds(
        'Two people were hurt on Sunday when a shell fell on the market of\nthe old town, the mayor said in a short statement to the press of\nthe region.\n\nNobody was arrested.',
      ),
    ).toEqual(['paragraph', 'paragraph']))
  it('reads a thread that names and dates open', () => {
    const { document } = read(
      'A headline\n\nThe story was told here.\n\nComments (2)\n\nReader 1\n3 May 2019\nI was there.\nReply\n\nReader 2\n4 May 2019\nI was not.',
    )
    expect(
      document.passages.filter(({ kind }) => kind === 'comment').map(({ author, start, end }) => [author, document.text.slice(start, end)]),
    ).toEqual([
      ['Reader 1', 'I was there.'],
      ['Reader 2', 'I was not.'],
    ])
  })
  it('reads answers by dotted numbers', () => {
    const { document } = read(
      'A headline\n\nThe story.\n\n1. Reader 1 says\n\nFirst.\n\n1.1. Reader 2 says\n\nAnswer.\n\n2. Reader 3 says\n\nSecond.',
    )
    const comments = document.passages.filter(({ kind }) => kind === 'comment')
    expect(comments.map(({ number, parent, depth }) => [number, parent, depth])).toEqual([
      ['1', null, 0],
      ['1.1', comments[0]!.id, 1],
      ['2', null, 0],
    ])
  })
  it('does not take prose for a thread', () =>
    expect(kinds('A headline\n\n1. The mayor says that nobody was hurt in the square.\n\n2. The army says that two were.')).not.toContain(
      'comment',
    ))
  it('keeps a line that no prose is as long as, and says so', () => {
    const { document, problems } = read('word '.repeat(LONGEST_PASSAGE / 4))
    expect(document.passages.map(({ kind }) => kind)).toEqual(['other'])
    expect(problems.map(({ code }) => code)).toContain('text/long-passage-skipped')
  })
  it('says that a text is empty', () => expect(read(' \n ').problems.map(({ code }) => code)).toEqual(['document/empty']))
  it('says that a language is not read', () =>
    expect(read('Die Polizei teilte mit, dass zwei Menschen verletzt wurden und nicht mehr.').problems.map(({ code }) => code)).toEqual([
      'language/not-read',
    ]))
})
