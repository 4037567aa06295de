import { describe, expect, it } from 'vitest'
import { readDocument } from '../read.ts'
import { isLostEmbed } from './lost.ts'

describe('isLostEmbed', () => {
  it.each([
    '[embedded post not captured]',
    '[photo]',
    '[photo: the wreck of the car]',
    '[Embedded content]',
    '<video>',
    '[tweet deleted]',
    'View this post on Instagram',
    'A post shared by Example News (@example)',
    'This video is unavailable',
    'This content is not available in your region.',
    'Video unavailable',
    'Your browser does not support the video tag.',
    'To view this video please enable JavaScript',
    'Tweet by @example_news',
    'Twitter post by Example News',
    'WATCH: How the bridge fell',
    'Video | The night in Northport',
    'https://twitter.com/example/status/123456789',
    'https://t.me/example/1234',
    'pic.twitter.com/AbC123',
  ])('%s', (line) => expect(isLostEmbed(line)).toBe(true))

  it.each([
    'The video is unavailable to the court, the judge said.',
    'This post was shelled on Monday.',
    'The post was removed from the hill by soldiers.',
    'View from the bridge',
    'Watch: two men were killed. Nobody saw it.',
    '[Editor’s note: names were changed]',
    '(Photo by Jane Example)',
    'https://www.example.org/news/1234',
    'Post 12 was overrun.',
    'Media were kept away.',
    '[The mayor] was not there.',
  ])('%s is none', (line) => expect(isLostEmbed(line)).toBe(false))
})

describe('a lost embed in plain text', () => {
  const HEAD = 'Two hurt in Northport\n\nTwo men were hurt on Monday, the mayor said.\n\n'
  const lost = (below: string) => {
    const { passages, text } = readDocument({ id: 'sha256:0', facts: {}, text: HEAD + below }).document
    return passages.filter(({ missing }) => missing).map(({ start }) => text.slice(HEAD.length, start))
  }
  const kinds = (below: string) => readDocument({ id: 'sha256:0', facts: {}, text: HEAD + below }).document.passages.slice(2)

  it('stands right after the words that bring it in', () =>
    expect(lost('The army posted this:\n\n[embedded post not captured]\n\nThe mayor went home.')).toEqual(['The army posted this:']))
  it('stands where its own line is, where nothing brings it in', () =>
    expect(lost('The mayor went home.\n\nView this post on Instagram\n\nA post shared by Example\n\nNobody else spoke.')).toEqual([
      'The mayor went home.\n\nView this post on Instagram',
    ]))
  it('may end a paragraph', () =>
    expect(lost('A clip shows the bridge: [video]\n\nThe mayor went home.')).toEqual(['A clip shows the bridge:']))
  it('makes no quote of what follows', () =>
    expect(
      kinds('The army said in a post:\n\n[tweet]\n\nThe mayor went home.').map(({ kind, missing }) => (missing ? `${kind}!` : kind)),
    ).toEqual(['paragraph', 'embed!', 'other', 'paragraph']))
  it('is told of once', () => expect(lost('Footage of the blast:\n\nThis video is unavailable\n\nThe mayor went home.')).toHaveLength(1))
  it('is none where words in brackets are the writer’s', () => expect(lost('"[The bridge] fell," said the mayor.')).toEqual([]))
})
