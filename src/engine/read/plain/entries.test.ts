import { describe, expect, it } from 'vitest'
import { readDocument } from '../read.ts'

const parts = (text: string) => {
  const { document } = readDocument({ id: 'sha256:0', facts: {}, text })
  return document.passages.map(({ kind, start, end }) => [kind, document.text.slice(start, end)])
}
const labels = (text: string) =>
  parts(text)
    .filter(([kind]) => kind === 'dateline')
    .map(([, words]) => words)

const HEAD = 'Daily report\n\n'

describe('splitEntries', () => {
  it.each([
    ['capitals', '1. NORTHPORT: Two people were killed.\n\n2. LAKE CITY: Nobody was hurt.', ['NORTHPORT', 'LAKE CITY']],
    ['a name and a dash', '- Northport region — two killed\n- Lake City — nobody hurt', ['Northport region', 'Lake City']],
    [
      'days, with addresses',
      'Monday. High St., 9:40 p.m. Robbery. A man was hurt.\n\nTuesday. Quiet. Nobody called.',
      ['Monday. High St., 9:40 p.m.', 'Tuesday'],
    ],
    ['clocks', '21:40 The governor spoke of two dead.\n\n20.15 Shots were heard.', ['21:40', '20.15']],
    ['clocks on lines of their own', '9:40 pm\nThe governor spoke of two dead.\n\n8:15 pm\nShots were heard.', ['9:40 pm', '8:15 pm']],
    ['headings', 'NORTHPORT\nTwo people were killed on Monday.\n\nLAKE CITY\nNobody was hurt on Monday.', ['NORTHPORT', 'LAKE CITY']],
    ['headings that are names of places', 'Lakes State\nTwo were killed.\n\nNorthport\nNobody was hurt.', ['Lakes State', 'Northport']],
    [
      'parts of the land',
      'Northport direction: two were killed.\n\nLake City direction: nobody was hurt.',
      ['Northport direction', 'Lake City direction'],
    ],
    ['names with their districts', '- Northport, Old Town: two killed\n- Lake City: nobody hurt', ['Northport, Old Town', 'Lake City']],
    ['a dateline further down', 'Two were hurt.\n\nLAKE CITY, Nov. 18 — A driver was freed today.', ['LAKE CITY, Nov. 18 —']],
  ])('parts labels from what they label: %s', (_, body, expected) => expect(labels(HEAD + body)).toEqual(expected))

  it.each([
    ['a label that no other part has', 'The mayor spoke on Monday.\n\nNORTHPORT: Two people were killed.'],
    ['those who speak', '- Police: two dead\n- Army: nobody hurt'],
    ['names that come again', '- Smith: two dead\n- Jones: none\n- Smith: two\n- Jones: none\n- Smith: two'],
    ['times within a sentence', '21:40 was when it began.\n\n20:15 and later, shots were heard.'],
    ['headings that are phrases', 'A night of fear\n\nTwo were killed.\n\nWhat comes next\n\nNobody knows.'],
    ['names before a colon in prose', 'Miller: two were killed.\n\nSmith: nobody was hurt.'],
    ['questions', 'QUESTION: Are there more?\n\nANSWER: There are not.'],
    ['items without labels', '1. At dawn our units attacked the post.\n\n2. The two prisoners are well.'],
    ['a text all in capitals', 'TWO MEN: ONE OF THEM OLD - DIED.\n\nTHREE MEN: ALL OF THEM YOUNG - LIVED.'],
  ])('leaves alone %s', (_, body) => expect(labels(HEAD + body)).toEqual([]))

  it('keeps what is labelled as an item, and a live entry as a paragraph', () => {
    expect(parts(`${HEAD}NORTHPORT. Two people were killed.\n\nLAKE CITY. Nobody was hurt.`).map(([kind]) => kind)).toEqual([
      'headline',
      'dateline',
      'list-item',
      'dateline',
      'list-item',
    ])
    expect(parts(`${HEAD}21:40 Two were killed.\n\n20:15 Shots were heard.`).map(([kind]) => kind)).toEqual([
      'headline',
      'dateline',
      'paragraph',
      'dateline',
      'paragraph',
    ])
  })
})
