import { describe, expect, it } from 'vitest'
import { readDocument } from './read.ts'

const BEFORE = 'A headline of some words\n\nThe first paragraph tells what happened in the town on Sunday.'
const kinds = (...paragraphs: readonly string[]): readonly string[] =>
  readDocument({ id: 'sha256:0', facts: {}, text: [BEFORE, ...paragraphs].join('\n\n') })
    .document.passages.slice(2)
    .map(({ kind, missing }) => (missing ? 'lost' : kind))

describe('markIntroductions', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a quote up to its speaker',
      ['The Ministry said in a statement:', 'Two posts were hit.', 'Both burned down.', 'The Ministry did not say whose they were.'],
      ['paragraph', 'quote', 'quote', 'paragraph'],
    ],
    [
      'a quote up to a pronoun',
      ['The mayor wrote:', 'Two posts were hit.', 'He added that both burned down.'],
      ['paragraph', 'quote', 'paragraph'],
    ],
    [
      'a lost post before a report that goes on',
      ['A friend of the family wrote:', 'The group claimed the attack. "Our men are inside," its spokesman said.'],
      ['paragraph', 'lost', 'paragraph'],
    ],
    [
      'a letter in the first person',
      ['A friend of the family wrote:', 'We are told that nobody lived. "Go home," the police said.'],
      ['paragraph', 'quote'],
    ],
    [
      'a statement that names its speaker',
      ['The School District issued the following statement:', 'The School District mourns its own. Our thoughts are with them.'],
      ['paragraph', 'quote'],
    ],
    [
      'two reactions lost in a row',
      ['The army’s reaction:', 'The reaction in the capital:', 'The army is part of the armed forces of the country.'],
      ['paragraph', 'lost', 'paragraph', 'lost', 'paragraph'],
    ],
    ['a tweet lost at the end', ['The governor tweeted:'], ['paragraph', 'lost']],
    [
      'a post lost before prose that names its own source',
      ['The governor said in a post:', 'Two bridges were hit by shells, the regional staff said.', 'Trains stopped.'],
      ['paragraph', 'lost', 'paragraph', 'paragraph'],
    ],
    [
      'a post that is there',
      ['The governor said in a post:', 'Two bridges were hit by shells.', 'She said trains had stopped.'],
      ['paragraph', 'quote', 'paragraph'],
    ],
    ['a leaflet that is pointed at', ['Their leaflet is here:', 'The road was shut on Monday.'], ['paragraph', 'lost', 'paragraph']],
    ['names that are pointed at', ['The names he gave are below:', 'The road was shut.'], ['paragraph', 'lost', 'paragraph']],
    ['words that are pointed at', ['Their reply is below:', 'We did not do it.'], ['paragraph', 'quote']],
    ['one who is where others point', ['He is from here. This is known:', 'The road was shut.'], ['paragraph', 'paragraph']],
    ['a quote in quotation marks', ['The mayor said:', '“Two posts were hit.”'], ['paragraph', 'paragraph']],
    ['a list', ['Three things are known:', '- one', '- two'], ['paragraph', 'list-item', 'list-item']],
    [
      'prose after a colon that announces prose',
      ['This much is known so far about the raid:', 'The town was quiet on Monday.'],
      ['paragraph', 'paragraph'],
    ],
  ])('%s', (_, paragraphs, expected) => expect(kinds(...paragraphs)).toEqual(expected))
})
