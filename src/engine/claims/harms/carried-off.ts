import { KIN } from '../../mentions/party/nouns.ts'
import { phraseAfter } from '../chunks.ts'
import { agentsOf, caseOf, conjuncts, isPassive, joinedWith, objectsOf, subjectOf } from '../grammar.ts'
import { meansPeople } from '../people.ts'
import type { View } from '../view.ts'
import { type Found, harmRule } from './reading.ts'

const CARRYING = /^(?:take|lead|carry|march|drag|drive|haul|spirit|bundle|cart|whisk)$/
const GOING = /^(?:go|make|get|run|ride|flee|leave|escape|disappear|vanish)$/
const AWAY = /^(?:away|off)$/
/** Those who take people away without abducting them. */
const LAWFUL =
  /^(?:police|policeman|officer|constable|deputy|steward|usher|guard|security|paramedic|medic|ambulance|nurse|doctor|firefighter|rescuer|bus|mother|father|parent|helicopter|river|flood|water|wave|current|agent|sheriff)$/
const CARED = /^(?:hospital|clinic|ambulance|treatment|stretcher|safety|court|custody|morgue)$/

/** Those whom gunmen take along with them. */
const heldBy = (view: View, doers: readonly number[], taken: readonly number[]): readonly Found[] => {
  const isLawful = doers.some((doer) => LAWFUL.test(view.tokens[doer]!.lemma))
  const people = taken.filter((head) => meansPeople(view, head) === true && !KIN.has(view.tokens[head]!.lemma))
  return people.length > 0 && doers.length > 0 && !isLawful ? [{ harm: 'captured', patients: people, agents: doers }] : []
}

/** "led his two assistants away", "22 people have been taken away by men in plain clothes", "went away with eight women". */
export const carriedOff = harmRule({
  name: 'harm/carried-off',
  about: 'Somebody takes, leads or drags people away, or goes off with them, and is no keeper of order.',
  at: (view, i): readonly Found[] => {
    const { tokens } = view
    const token = tokens[i]!
    if (token.upos !== 'VERB') return []
    const away = tokens.slice(i + 1, i + 8).find(({ lower, sentence }) => sentence === token.sentence && AWAY.test(lower))?.i
    if (away === undefined) return []
    const words = tokens.slice(i + 1, away + 8).filter(({ sentence }) => sentence === token.sentence)
    if (words.some(({ lemma }) => CARED.test(lemma))) return []
    const subject = subjectOf(view, i)
    const subjects = subject === undefined ? [] : conjuncts(view, subject)
    if (GOING.test(token.lemma) && tokens[away + 1]?.lower === 'with') {
      const head = phraseAfter(view, away + 1)
      return head === undefined
        ? []
        : heldBy(
            view,
            subjects,
            joinedWith(view, head).filter((one) => one >= head),
          )
    }
    if (!CARRYING.test(token.lemma)) return []
    if (isPassive(view, i)) return heldBy(view, agentsOf(view, i), subjects)
    const objects = objectsOf(view, i).filter((head) => caseOf(view, head) === '')
    return heldBy(view, subjects, objects)
  },
  examples: [
    'Armed men shot the driver and led his two «assistants» away.',
    'She says 22 «people» have been taken away by men in civilian clothes.',
    'The raiders went away with eight «women» and 200 cows.',
  ],
  counterExamples: [
    'A man who shouted was led away by stewards.',
    'The thieves made off with a car.',
    'Two men were taken away by ambulance.',
    'He took his children away to the sea by bus.',
  ],
})
