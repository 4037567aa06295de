import { expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()
const DEED = 'A bomb killed five people in Quetta on Sunday. '

const called = (text: string): readonly string[] => {
  const { document, statements, claims } = extract({ id: 'sha256:called', text: DEED + text, facts: {} }, assets)
  return claims.flatMap(({ attribute, value, statement }) => {
    const source = statements.find(({ id }) => id === statement)?.source
    return attribute === 'characterisation' && 'text' in value ? [`${source ? wordsOf(document.text, source) : '-'}: ${value.text}`] : []
  })
}

it.each([
  ['The army dismissed the reports on the attack as "fanciful rumours".', 'The army: fanciful rumours'],
  ['The governor called the attack self-defence.', 'The governor: self-defence'],
  ['"This is a magnicide," the president said of the attack.', 'the president: a magnicide'],
  ['The army said it had struck "a gathering of nationalists".', 'The army: a gathering of nationalists'],
  ['"The terrorists want people to stay at home," the minister said.', 'the minister: terrorists'],
  ['The army says the raid was one of its "defensive" strikes.', 'The army: defensive strikes'],
  ['The group said the attack avenged the slaughter of seven herders.', 'The group: slaughter'],
  ['The army said its soldiers had fired in self-defence.', 'The army: self-defence'],
  ['There is only one word for it: slaughter.', '-: slaughter'],
  ['The word for what they did is murder.', '-: murder'],
  ['The mayor described the attack as a robbery.', 'The mayor: a robbery'],
  ['Police are treating the attack as a hate crime.', 'Police: hate crime'],
  ['The president spoke of "barbaric acts".', 'The president: barbaric acts'],
  ['The minister said the attack was "the work of foreign criminals".', 'The minister: the work of foreign criminals'],
  ['The ministry said the attack showed "the inhuman cruelty of the enemy".', 'The ministry: the inhuman cruelty of the enemy'],
])('%s', (text, expected) => {
  expect(called(text)).toContain(expected)
})

it.each([
  'The army said it had struck "a number of houses".',
  'The agency said "several other people" were hurt.',
  'The army dismissed three officers as commanders.',
  'She teaches self-defence classes in the town.',
  'Prosecutors opened a murder investigation.',
  'The Abu Obaid massacre was remembered on Monday, the mayor said.',
])('calls nothing anything: %s', (text) => {
  expect(called(text)).toEqual([])
})
