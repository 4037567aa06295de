import { describe, expect, it } from 'vitest'
import { moodOf } from './mood.ts'
import { toParsedText } from './parsed-example.ts'

const PLAIN = { negated: false, modal: null, conditional: false, counterfactual: false, infinitive: false }
const cases = [
  ['attacked', {}, 'They/PRP/2/nsubj attacked/VBD/0/root'],
  ['attack', { negated: true }, "They/PRP/4/nsubj did/VBD/4/aux n't/RB/4/advmod attack/VB/0/root"],
  ['hurt', { negated: true }, 'No/DT/2/det one/NN/4/nsubj:pass was/VBD/4/aux:pass hurt/VBN/0/root'],
  ['attack', { modal: 'may' }, 'They/PRP/3/nsubj may/MD/3/aux attack/VB/0/root'],
  ['kill', { modal: 'may' }, 'They/PRP/3/nsubj may/MD/3/aux attack/VB/0/root and/CC/5/cc kill/VB/3/conj'],
  ['died', { modal: 'could', counterfactual: true }, 'Many/JJ/4/nsubj could/MD/4/aux have/VB/4/aux died/VBN/0/root'],
  ['attack', { conditional: true }, 'If/IN/3/mark they/PRP/3/nsubj attack/VBP/5/advcl we/PRP/5/nsubj leave/VBP/0/root'],
  ['leave', { conditional: true }, 'If/IN/3/mark they/PRP/3/nsubj attack/VBP/5/advcl we/PRP/5/nsubj leave/VBP/0/root'],
  ['take', { infinitive: true }, 'Rebels/NNS/2/nsubj tried/VBD/0/root to/TO/4/mark take/VB/2/xcomp it/PRP/4/obj'],
] as const

describe('moodOf', () => {
  it.each(cases)('%s %j', (verb, mood, line) => {
    const parsed = toParsedText([line])
    expect(moodOf(parsed, parsed.tokens.find(({ text }) => text === verb)!)).toEqual({ ...PLAIN, ...mood })
  })
})
