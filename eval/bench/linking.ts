/**
 * Linking: how long grouping takes as documents grow in number, beside reading them; and how well copies are told from other texts, on
 * texts made from real ones by trimming, reordering and changing figures. Uses the corpora beside the checkout; without them it says so.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadAssets } from '../../src/assets/load.ts'
import { readLine } from '../../src/cli/read-line.ts'
import { groupCopies } from '../../src/engine/incidents/copies/group-copies.ts'
import { type Linkable, linkDocuments, toLinkable } from '../../src/engine/incidents/linking/link-documents.ts'

const DOCUMENTS = 400
const COPIES = 400
const LEAST_WORDS = 120

const file = resolve(import.meta.dirname, '../../../shared/corpora/gun-violence/input.jsonl')
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const seconds = (work: () => void): number => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u)

/** What an outlet makes of a wire report: cut by a third, its sentences in another order, a word here and there replaced. */
const MADE: Readonly<Record<string, (text: string) => string>> = {
  trimmed: (text) => {
    const sentences = sentencesOf(text)
    return sentences.slice(0, Math.ceil((sentences.length * 2) / 3)).join(' ')
  },
  reordered: (text) => [...sentencesOf(text).slice(2), ...sentencesOf(text).slice(0, 2)].join(' '),
  rewritten: (text) =>
    text
      .split(' ')
      .map((word, i) => (i % 14 === 13 ? 'meanwhile' : word))
      .join(' '),
}

const changeFigures = (text: string): string => text.replaceAll(/\b\d{1,2}\b/g, (figure) => String(Number(figure) + 3))

const measureCopies = (texts: readonly string[]): void => {
  for (const [name, make] of Object.entries(MADE)) {
    const all = texts.flatMap((text, i) => [
      { key: `${i} a`, text },
      { key: `${i} b`, text: make(text) },
    ])
    const groups = groupCopies(all)
    let right = 0
    let wrong = 0
    texts.forEach((_, i) => {
      if (groups[2 * i] === groups[2 * i + 1]) right++
      if (groups[2 * i] !== 2 * i && groups[2 * i] !== 2 * i + 1) wrong++
    })
    say(
      `copies, ${name.padEnd(10)} recall ${((100 * right) / texts.length).toFixed(1)} %, joined with another text ${wrong} of ${texts.length}`,
    )
  }
  const figured = texts.filter((text) => changeFigures(text) !== text)
  const groups = groupCopies(
    figured.flatMap((text, i) => [
      { key: `${i} a`, text },
      { key: `${i} b`, text: changeFigures(text) },
    ]),
  )
  const folded = figured.filter((_, i) => groups[2 * i] === groups[2 * i + 1]).length
  say(`other figures in the same words: ${folded} of ${figured.length} folded (none should be)`)
}

if (!existsSync(file)) say(`linking: ${join('..', 'shared', 'corpora', 'gun-violence')} is not there; nothing measured`)
else {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const assets = loadAssets()
  const documents: Linkable[] = []
  const reading = seconds(() => {
    for (const line of lines.slice(0, DOCUMENTS)) {
      const read = readLine(line, assets)
      if ('document' in read) documents.push(toLinkable(read))
    }
  })
  say(`reading ${DOCUMENTS} documents: ${reading.toFixed(1)} s on one core`)
  linkDocuments(documents)
  for (const n of [DOCUMENTS / 4, DOCUMENTS / 2, DOCUMENTS]) {
    const took = seconds(() => linkDocuments(documents.slice(0, n)))
    say(
      `linking ${n} documents: ${took.toFixed(2)} s, ${((1000 * took) / n).toFixed(2)} ms each, ${((100 * took) / reading).toFixed(1)} % of reading ${DOCUMENTS}`,
    )
  }
  // One text of each site's template is enough: the corpus itself holds reprints.
  const seen = new Set<string>()
  const texts = lines.flatMap((line) => {
    const { text, url } = JSON.parse(line) as { text: string; url?: string }
    const site = url ? new URL(url).host : text.slice(0, 40)
    if (seen.has(site) || text.split(/\s+/).length < LEAST_WORDS) return []
    seen.add(site)
    return [text]
  })
  measureCopies(texts.slice(0, COPIES))
}
