import { type ClusterOf, isShouted, type Seen, seeWords } from '../src/engine/language/features.ts'
import { tagFeatures } from '../src/engine/language/tagger.ts'
import type { Tree } from './conllu.ts'
import { learn, newTrainer, scoreFeatures, type Trainer } from './linear.ts'
import { random, shuffle } from './random.ts'

export type TagExample = Readonly<{ seen: Seen; gold: Int32Array }>

/** Words in capitals: what a sentence looks like in a text that shouts. */
export const shouted = (forms: readonly string[], clusterOf: ClusterOf): Seen => seeWords(forms, clusterOf, true)

export const tagClasses = (trees: readonly Tree[]): readonly string[] =>
  [...new Set(trees.flatMap((tree) => tree.forms.map((_, i) => `${tree.upos[i]} ${tree.xpos[i]}`)))].sort()

export const seeTree = (tree: Tree, clusterOf: ClusterOf): Seen => seeWords(tree.forms, clusterOf, isShouted(tree.forms))

export const trainTagger = (examples: readonly TagExample[], classes: number, rounds: number): Trainer => {
  const trainer = newTrainer(classes)
  const next = random(17)
  const features = new Int32Array(64)
  const scores = new Float64Array(classes)
  for (let round = 0; round < rounds; round += 1) {
    for (const { seen, gold } of shuffle(examples, next)) {
      const tags = new Int32Array(seen.n)
      for (let i = 0; i < seen.n; i += 1) {
        const count = tagFeatures(seen, tags, i, features)
        scoreFeatures(trainer, features, count, scores)
        const guess = best(scores)
        if (guess !== gold[i]) learn(trainer, features, count, gold[i]!, guess)
        tags[i] = guess
        trainer.now += 1
      }
    }
  }
  return trainer
}

export const best = (scores: ArrayLike<number>): number => {
  let top = 0
  for (let c = 1; c < scores.length; c += 1) if (scores[c]! > scores[top]!) top = c
  return top
}
