/**
 * How well copies are told from reports of their own: `node eval/copies.ts [documents]`. The set is made from the development reports
 * beside the checkout by what happens to a text on its way from one outlet to another: cut at the end, cut to its beginning and some of the rest,
 * paragraphs in another order, words changed here and there with a new headline and credit line; and, as what is no copy, the same report
 * with its figures changed, and every other report. Prints pair precision and recall, and what was missed.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { groupCopies } from '../src/engine/incidents/copies/group-copies.ts'

const CORPUS = resolve(import.meta.dirname, '../../shared/corpora/muc4/input.jsonl')

type Made = Readonly<{ key: string; of: string; how: string; text: string }>

/** A generator of numbers in [0, 1) that are the same on every run (mulberry32). */
const randomOf = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const shuffle = <Item>(items: readonly Item[], random: () => number): readonly Item[] =>
  items
    .map((item) => [random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)

const SWAPS: Readonly<Record<string, string>> = {
  said: 'stated',
  big: 'large',
  began: 'started',
  also: 'likewise',
  about: 'around',
  several: 'some',
  against: 'versus',
  however: 'yet',
  near: 'close to',
  during: 'in the course of',
  after: 'following',
  killed: 'slain',
  attack: 'assault',
  police: 'officers',
}

const words = (text: string): readonly string[] => text.split(/(\s+)/)

/** One word in `every` that is no figure is left out or changed, and what a copy editor changes everywhere. */
const rewrite = (text: string, every: number, random: () => number): string =>
  words(text)
    .map((word) =>
      /^\s+$|\d/.test(word) ? word : random() < 1 / every ? (SWAPS[word.toLowerCase()] ?? '') : (SWAPS[word.toLowerCase()] ?? word),
    )
    .join('')

const sentences = (text: string): readonly string[] => text.split(/(?<=[.!?]["”’)]?\s)(?=\S)/)

const NUMBER = /\b\d{1,3}\b/g

const makeOf = (key: string, text: string, random: () => number): readonly Made[] => {
  const own = sentences(text)
  const cut = own.slice(0, Math.ceil(own.length * 0.6)).join('')
  const picked = own.filter((_, i) => i < 3 || random() < 0.6).join('')
  const changed = text.replace(NUMBER, (n) => String(Number(n) + 3))
  const made: Made[] = [
    { key: `${key} original`, of: key, how: 'original', text },
    { key: `${key} cut`, of: key, how: 'cut', text: cut },
    { key: `${key} picked`, of: key, how: 'picked', text: picked },
    { key: `${key} reordered`, of: key, how: 'reordered', text: shuffle(own, random).join(' ') },
    {
      key: `${key} rewritten`,
      of: key,
      how: 'rewritten',
      text: `Fresh details on the day's news\nBy our staff and agencies\n${rewrite(text, 14, random)}`,
    },
  ]
  // A text cut before its figures is as much a copy of the one as of the other: nothing can be said of it.
  const tells = [cut, picked].every((part) => part.replace(NUMBER, (n) => String(Number(n) + 3)) !== part)
  return !tells ? made : [...made, { key: `${key} figures`, of: `${key} figures`, how: 'figures', text: changed }]
}

/** Reports shorter than this have no passage to recognise. */
const LEAST_WORDS = 80

const load = (most: number): readonly Made[] => {
  const random = randomOf(20261122)
  const reports = readFileSync(CORPUS, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Readonly<{ id: string; text: string }>)
    .filter(({ text }) => text.split(/\s+/).length >= LEAST_WORDS)
  return shuffle(reports, random)
    .slice(0, most)
    .flatMap(({ id, text }) => makeOf(id, text, random))
}

const made = load(Number(process.argv[2] ?? 300))
const groups = groupCopies(made)
let right = 0
let wrong = 0
let missed = 0
const misses = new Map<string, number>()
const count = (name: string): void => void misses.set(name, (misses.get(name) ?? 0) + 1)
made.forEach((a, i) => {
  for (let j = i + 1; j < made.length; j++) {
    const b = made[j]!
    const same = a.of === b.of
    const joined = groups[i] === groups[j]
    if (same && joined) right++
    else if (joined) {
      wrong++
      count(`wrong ${a.of.split(' ')[0] === b.of.split(' ')[0] ? `${a.how}-${b.how}` : 'another report'}`)
    } else if (same) {
      missed++
      count(`missed ${a.how}-${b.how}`)
    }
  }
})
const per = (n: number, of: number): number => Math.round((1000 * n) / Math.max(1, of)) / 10
console.log(
  JSON.stringify({
    measure: 'copies',
    texts: made.length,
    p: per(right, right + wrong),
    r: per(right, right + missed),
    misses: Object.fromEntries(misses),
  }),
)
