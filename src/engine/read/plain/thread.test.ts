import { describe, expect, it } from 'vitest'
import { readDocument } from '../read.ts'

const STORY =
  'Two hurt in Northport\n\nTwo men were hurt when a shell fell near the bridge on Monday, the mayor of Northport said. Nobody knew who had fired it.\n\nThe army said it had no units near the town. "We fired nothing at all," its spokesman told reporters in the capital, and hung up.\n\nThe bridge was shut for the night and opened again in the morning.\n\n'

const read = (below: string) => readDocument({ id: 'sha256:0', facts: {}, text: STORY + below }).document
const comments = (below: string) => {
  const { passages, text } = read(below)
  return passages.filter(({ kind }) => kind === 'comment').map(({ author, start, end }) => [author, text.slice(start, end)])
}
const TWO = [
  ['Anna K.', 'I heard three.'],
  ['river_man', 'My uncle saw 30 dead.'],
]

describe('a thread in plain text', () => {
  it.each([
    [
      'names and how long ago',
      'Comments (2)\n\nAnna K., 2 hours ago\nI heard three.\nReply\n\nriver_man, 1 day ago\nMy uncle saw 30 dead.\nReply',
    ],
    [
      'names, and below them how long ago',
      '2 Comments\n\nAnna K.\n2 hours ago\nI heard three.\n\nriver_man\n1h ago\nMy uncle saw 30 dead.',
    ],
    ['points', '2 comments\n\nAnna K. 12 points 3 hours ago\nI heard three.\n\nriver_man 1 point 2 hours ago\nMy uncle saw 30 dead.'],
    ['what they said', '2 responses to “Two hurt in Northport”\n\nAnna K. says:\nI heard three.\n\nriver_man says:\nMy uncle saw 30 dead.'],
    ['said...', '2 comments:\n\nAnna K. said...\nI heard three.\n\nriver_man said...\nMy uncle saw 30 dead.'],
    ['a name before a colon', 'Comments:\n\nAnna K.: I heard three.\nriver_man: My uncle saw 30 dead.'],
    ['names alone before a colon', 'Comments\n\nAnna K.:\nI heard three.\n\n    river_man:\n    My uncle saw 30 dead.'],
    ['dates', 'Reader comments\n\nAnna K. (3 May 2019):\nI heard three.\n\nriver_man | 4 May 2019, 10:12\nMy uncle saw 30 dead.'],
    [
      'signatures below',
      'Comments\n\nI heard three.\nPosted by: Anna K. | May 3, 2019 at 10:12 AM\n\nMy uncle saw 30 dead.\nPosted by: river_man | May 4, 2019 at 10:12 AM',
    ],
    [
      'nothing but how long ago, without a heading',
      'Anna K. · 2 hours ago\nI heard three.\n\nriver_man · 1 hour ago\nMy uncle saw 30 dead.',
    ],
  ])('is read by %s', (_, below) => expect(comments(below)).toEqual(TWO))

  it('is kept apart where it is counted but names nobody', () =>
    expect(comments('Comments (2)\n\nI heard three.\n\nMy uncle saw 30 dead.')).toEqual([
      [undefined, 'I heard three.'],
      [undefined, 'My uncle saw 30 dead.'],
    ]))

  it('knows an answer by whom it answers', () => {
    const { passages } = read(
      'Comments (3)\n\nAnna K., 3 hours ago\nI heard three.\n\nriver_man, 2 hours ago\nReplying to @Anna K.\nMy uncle saw 30 dead.\n\nJoe replying to river_man\nWho is your uncle?',
    )
    const [first, second, third] = passages.filter(({ kind }) => kind === 'comment')
    expect(second).toMatchObject({ author: 'river_man', parent: first!.id, depth: 1 })
    expect(third).toMatchObject({ author: 'Joe', parent: second!.id, depth: 2 })
  })

  it('takes a button for nobody', () =>
    expect(comments('Comments (1)\n\nReply to Anna\nMo (March 6, 2019)\nNo, six.')).toEqual([['Mo', 'No, six.']]))

  it('keeps what is quoted and what has a colon in the comment that says it', () =>
    expect(
      comments(
        'Comments (2)\n\nAnna K., 2 hours ago\n> Nobody knew who had fired it\nSource: my brother.\n\nJoe, 1 hour ago\nI saw it yesterday\nand the day before.',
      ),
    ).toEqual([
      ['Anna K.', '> Nobody knew who had fired it\nSource: my brother.'],
      ['Joe', 'I saw it yesterday\nand the day before.'],
    ]))

  it('ends where the page goes on', () =>
    expect(comments('Comments (1)\n\nAnna K., 2 hours ago\nI heard three.\n\nLeave a reply\n\nCopyright Example Media.')).toEqual([
      ['Anna K.', 'I heard three.'],
    ]))

  it.each([
    ['a count at the head of the page', ''],
    ['what officials say', 'Responses\n\nThe army: nothing was fired.\nThe mayor: two were hurt.'],
    ['reports of what was said', 'The mayor said on 3 May 2019 that two were hurt.\n\nThe army said on 4 May 2019 that none were.'],
    ['what happened how long ago', 'Two soldiers were killed 2 hours ago\n\nThree more were hurt 1 hour ago'],
    ['a speaker before a colon', 'Mayor: Two were hurt.\n\nArmy: None were.'],
    ['his comments', 'Comments by the mayor were not to be had.\n\nThe army, 2 hours ago by road, sent nobody.'],
  ])('is not %s', (_, below) => expect(comments(below)).toEqual([]))

  it('is no link above the story', () => {
    const text = `Two hurt in Northport\n\n5 comments\n\n${STORY.split('\n\n').slice(1).join('\n\n')}`
    const kinds = readDocument({ id: 'sha256:0', facts: {}, text }).document.passages.map(({ kind }) => kind)
    expect(kinds).not.toContain('comment')
    expect(kinds.filter((kind) => kind === 'paragraph')).toHaveLength(3)
  })
})

it('reads whom a comment answers behind an arrow', () => {
  const { passages, text } = read(
    '2 Comments\n\nriver_man • 2 days ago\nMy uncle saw 30 dead.\n\nAnna K. > river_man • a day ago\nI heard three.',
  )
  const [first, second] = passages.filter(({ kind }) => kind === 'comment')
  expect([first?.author, second?.author, second?.parent]).toEqual(['river_man', 'Anna K.', first?.id])
  expect(second && text.slice(second.start, second.end)).toBe('I heard three.')
})
