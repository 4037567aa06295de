import type { Seen } from '../src/engine/language/features.ts'
import {
  apply,
  bestMove,
  isAllowed,
  isOver,
  LEFT,
  MAX_PARSE_FEATURES,
  type Moves,
  newState,
  parseFeatures,
  SHIFT,
  type State,
} from '../src/engine/language/parser.ts'
import type { Tree } from './conllu.ts'
import { learn, newTrainer, scoreFeatures, type Trainer } from './linear.ts'
import { random, shuffle } from './random.ts'

/** `heads` uses the sentence length for the root, as the parser does. */
export type ParseExample = Readonly<{ seen: Seen; tags: Int32Array; heads: Int32Array; labels: Int32Array }>

/** Shift, then a left and a right arc for each label seen. */
export const moveClasses = (trees: readonly Tree[]): readonly string[] => {
  const labels = [...new Set(trees.flatMap((tree) => tree.deprels))].sort()
  return ['S', ...labels.map((label) => `L ${label}`), ...labels.filter((label) => label !== 'root').map((label) => `R ${label}`)]
}

/** How many gold arcs a move puts out of reach (Goldberg and Nivre 2013, arc-hybrid). */
const costOf = (state: State, kind: number, gold: Int32Array): number => {
  const { n, stack, depth, next } = state
  let cost = 0
  if (kind === SHIFT) {
    for (let d = 0; d < depth; d += 1) {
      const item = stack[d]!
      if (gold[item] === next) cost += 1
      if (d < depth - 1 && gold[next] === item) cost += 1
    }
    return cost
  }
  const top = stack[depth - 1]!
  for (let b = next; b < n; b += 1) if (gold[b] === top) cost += 1
  if (kind === LEFT) {
    const head = gold[top]!
    if (head > next || (depth > 1 && head === stack[depth - 2])) cost += 1
  } else if (gold[top]! >= next) cost += 1
  return cost
}

/** Marks the moves that lose nothing: of the allowed kinds, those of least cost; an arc that gold has needs gold's label. */
const goodMoves = (state: State, moves: Moves, example: ParseExample, good: Uint8Array): void => {
  const costs = [0, 1, 2].map((kind) => (isAllowed(state, kind) ? costOf(state, kind, example.heads) : Number.POSITIVE_INFINITY))
  const least = Math.min(...costs)
  const top = state.depth > 0 ? state.stack[state.depth - 1]! : -1
  for (let c = 0; c < good.length; c += 1) {
    const kind = moves.kinds[c]!
    if (costs[kind] !== least) {
      good[c] = 0
      continue
    }
    if (kind === SHIFT) {
      good[c] = 1
      continue
    }
    const head = kind === LEFT ? state.next : state.stack[state.depth - 2]!
    good[c] = example.heads[top] !== head || moves.labelOf[c] === example.labels[top] ? 1 : 0
  }
}

export const trainParser = (examples: readonly ParseExample[], moves: Moves, rounds: number): Trainer => {
  const classes = moves.kinds.length
  const trainer = newTrainer(classes)
  const next = random(31)
  const features = new Int32Array(MAX_PARSE_FEATURES)
  const scores = new Float64Array(classes)
  const good = new Uint8Array(classes)
  for (let round = 0; round < rounds; round += 1) {
    for (const example of shuffle(examples, next)) {
      const state = newState(example.seen.n)
      while (!isOver(state)) {
        const count = parseFeatures(example.seen, example.tags, state, features)
        scoreFeatures(trainer, features, count, scores)
        goodMoves(state, moves, example, good)
        const guess = bestMove(state, moves, scores)
        let gold = -1
        for (let c = 0; c < classes; c += 1) if (good[c] === 1 && (gold === -1 || scores[c]! > scores[gold]!)) gold = c
        if (good[guess] === 0) learn(trainer, features, count, gold, guess)
        trainer.now += 1
        // Exploration: after the first round the parser mostly follows its own choice, right or wrong.
        apply(state, moves, round > 0 && next() < 0.9 ? guess : good[guess] === 1 ? guess : gold)
      }
    }
  }
  return trainer
}
