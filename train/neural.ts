import type { Lexicon } from '../src/engine/language/lexicon.ts'
import { BUCKET_ROWS, ROWS_PER_WORD } from '../src/engine/language/lexicon.ts'
import type { NetShape } from '../src/engine/language/shape.ts'
import { type Classes, type Dress, type Example, indexClasses, toLesson } from './lessons.ts'
import { type Lesson, type NetTrainer, newNetTrainer } from './net.ts'
import { random, shuffle } from './random.ts'

export type Course = Readonly<{
  examples: readonly Example[]
  classes: Classes
  lexicon: Lexicon
  counts: ReadonlyMap<string, number>
  words: readonly string[]
  vectors: Int8Array
  vectorScale: number
  shape: NetShape
  batchWords: number
  rounds: number
  rate: number
  dropout: number
  say: (line: string) => void
  each?: (trainer: NetTrainer, round: number) => void
}>

const LONGEST = 200

/** Trains the net: rounds over all examples, each time dressed anew, with a rate that rises shortly and then falls to nothing. */
export const trainNet = (course: Course): NetTrainer => {
  const { examples, lexicon, shape, batchWords, rounds, rate, say } = course
  const trainer = newNetTrainer({
    shape,
    learnedRows: lexicon.learned + 1 + BUCKET_ROWS,
    vectors: course.vectors,
    vectorScale: course.vectorScale,
    dropout: course.dropout,
    nameClasses: course.classes.names.length,
  })
  const next = random(7)
  const index = indexClasses(course.classes)
  // Rare words are now and then hidden, so that the unknown word's row learns what to do.
  const hide = course.words.slice(0, lexicon.learned).map((word) => 0.5 / (0.5 + (course.counts.get(word) ?? 1)))
  const usable = examples.filter(({ forms }) => forms.length <= LONGEST)
  const total = usable.reduce((sum, { forms }) => sum + forms.length, 0)
  const allSteps = Math.ceil((total * rounds) / batchWords)
  let done = 0
  for (let round = 0; round < rounds; round += 1) {
    let loss = 0
    let words = 0
    for (const batch of toBatches(shuffle(usable, next), batchWords)) {
      const lessons = batch.map((example) => hideWords(toLesson(example, index, lexicon, chooseDress(next())), hide, next))
      const progress = done / allSteps
      const pace = rate * Math.min(1, (done + 1) / 300) * Math.max(0.01, 1 - progress)
      const size = lessons.reduce((sum, lesson) => sum + lesson.n, 0)
      loss += trainer.step(lessons, pace) * size
      words += size
      done += size / batchWords
    }
    say(`round ${round + 1} of ${rounds}: loss ${(loss / words).toFixed(4)}`)
    course.each?.(trainer, round)
  }
  return trainer
}

/** Mostly as written; now and then as a text in capitals, a headline or careless writing has it. */
const chooseDress = (chance: number): Dress => (chance < 0.14 ? 'shouted' : chance < 0.17 ? 'title' : chance < 0.2 ? 'low' : 'as-written')

const toBatches = (examples: readonly Example[], most: number): readonly (readonly Example[])[] => {
  const batches: Example[][] = []
  let words = most
  for (const example of examples) {
    if (words >= most) {
      batches.push([])
      words = 0
    }
    batches.at(-1)!.push(example)
    words += example.forms.length
  }
  return batches
}

const hideWords = (lesson: Lesson, hide: readonly number[], next: () => number): Lesson => {
  for (let i = 0; i < lesson.n; i += 1) {
    const row = lesson.rows[i * ROWS_PER_WORD]!
    if (row > 0 && next() < hide[row - 1]!) {
      lesson.rows[i * ROWS_PER_WORD] = 0
      if (next() < 0.3) lesson.vectors[i] = -1
    }
  }
  return lesson
}
