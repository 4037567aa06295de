import { expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()
const DEED = 'A shell killed five people in the town of Derna on Sunday. '

const read = (text: string) => {
  const { document, mentions, statements, claims } = extract({ id: 'sha256:positions', text, facts: {} }, assets)
  const words = (span: { start: number; end: number } | null | undefined): string => (span ? wordsOf(document.text, span) : '')
  const mention = (id: string): string => words(mentions.find((one) => one.id === id))
  return claims.flatMap(({ value, statement }) =>
    'answer' in value
      ? [`${mention(value.party)} ${value.answer}, by ${words(statements.find(({ id }) => id === statement)?.source) || 'the document'}`]
      : [],
  )
}

it.each([
  ['The army denied that it had shelled the town.', 'The army denies, by The army'],
  ['The army spoke on Monday. It denied any role in the attack.', 'The army denies, by It'],
  ['The Northern Front claimed the attack in a message.', 'The Northern Front claims-credit, by The Northern Front'],
  ['Police are investigating the attack.', 'Police investigating, by the document'],
])('%s', (text, expected) => {
  expect(read(DEED + text)).toContain(expected)
})
