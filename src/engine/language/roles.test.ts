import { describe, expect, it } from 'vitest'
import { toParsedText } from './parsed-example.ts'
import { rolesOf } from './roles.ts'

/** The verb asked about, who does it, to whom, and the sentence. */
const cases: readonly (readonly [verb: string, agents: string, patients: string, line: string])[] = [
  ['shelled', 'army', 'town', 'The/DT/2/det army/NN/3/nsubj shelled/VBD/0/root the/DT/5/det town/NN/3/obj'],
  [
    'killed',
    'gunmen',
    'men women',
    'Men/NNS/5/nsubj:pass and/CC/3/cc women/NNS/1/conj were/VBD/5/aux:pass killed/VBN/0/root by/IN/7/case gunmen/NNS/5/obl:agent',
  ],
  [
    'killed',
    'rebels',
    'guard',
    'Rebels/NNS/2/nsubj attacked/VBD/0/root the/DT/4/det post/NN/2/obj and/CC/6/cc killed/VBD/2/conj a/DT/8/det guard/NN/6/obj',
  ],
  ['take', 'rebels', 'town', 'Rebels/NNS/2/nsubj tried/VBD/0/root to/TO/4/mark take/VB/2/xcomp the/DT/6/det town/NN/4/obj'],
  ['leave', 'families', '', 'Soldiers/NNS/2/nsubj forced/VBD/0/root families/NNS/2/obj to/TO/5/mark leave/VB/2/xcomp'],
  [
    'firing',
    'soldiers',
    'rockets',
    'Officials/NNS/2/nsubj accused/VBD/0/root soldiers/NNS/2/obj of/IN/5/mark firing/VBG/2/advcl rockets/NNS/5/obj',
  ],
  ['fired', 'men', '', 'The/DT/2/det men/NNS/5/nsubj who/WP/4/nsubj fired/VBD/2/acl:relcl fled/VBD/0/root'],
  ['hit', 'they', 'house', 'the/DT/2/det house/NN/5/nsubj they/PRP/4/nsubj hit/VBD/2/acl:relcl burned/VBD/0/root'],
  ['killed', 'militia', 'people', 'people/NNS/0/root killed/VBN/1/acl by/IN/5/case a/DT/5/det militia/NN/2/obl:agent'],
  ['killing', 'army', 'six', 'The/DT/2/det army/NN/3/nsubj attacked/VBD/0/root ,/,/5/punct killing/VBG/3/advcl six/CD/5/obj'],
  [
    'destroyed',
    'army',
    'bridge',
    'The/DT/2/det army/NN/3/nsubj shelled/VBD/0/root and/CC/5/cc destroyed/VBD/3/conj a/DT/7/det bridge/NN/5/obj',
  ],
  [
    'shelled',
    'army',
    'bridge',
    'The/DT/2/det army/NN/3/nsubj shelled/VBD/0/root and/CC/5/cc destroyed/VBD/3/conj a/DT/7/det bridge/NN/5/obj',
  ],
]

describe('rolesOf', () => {
  it.each(cases)('%s: %s → %s', (verb, agents, patients, line) => {
    const parsed = toParsedText([line])
    const roles = rolesOf(parsed, parsed.tokens.find(({ text }) => text === verb)!)
    const words = (tokens: readonly { lower: string }[]): string => tokens.map(({ lower }) => lower).join(' ')
    expect([words(roles.agents), words(roles.patients)]).toEqual([agents, patients])
  })
})
