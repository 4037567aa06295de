import type { Seen } from '../src/engine/language/features.ts'
import { mayFollow, nameFeatures } from '../src/engine/language/names.ts'
import { learn, newTrainer, scoreFeatures, type Trainer } from './linear.ts'
import { random, shuffle } from './random.ts'

export const NAME_CLASSES = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG'] as const
export type NameExample = Readonly<{ seen: Seen; tags: Int32Array; gold: Int32Array }>

export const trainNames = (examples: readonly NameExample[], rounds: number): Trainer => {
  const trainer = newTrainer(NAME_CLASSES.length)
  const next = random(23)
  const features = new Int32Array(64)
  const scores = new Float64Array(NAME_CLASSES.length)
  for (let round = 0; round < rounds; round += 1) {
    for (const { seen, tags, gold } of shuffle(examples, next)) {
      const names = new Int32Array(seen.n)
      for (let i = 0; i < seen.n; i += 1) {
        const count = nameFeatures(seen, tags, names, i, features)
        scoreFeatures(trainer, features, count, scores)
        let guess = 0
        for (let c = 1; c < scores.length; c += 1) {
          if (scores[c]! > scores[guess]! && mayFollow(NAME_CLASSES, i > 0 ? names[i - 1]! : 0, c)) guess = c
        }
        if (guess !== gold[i]) learn(trainer, features, count, gold[i]!, guess)
        names[i] = guess
        trainer.now += 1
      }
    }
  }
  return trainer
}
