import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')

const readTexts = (): readonly string[] => {
  const corpora = ['gun-violence', 'muc4', 'polnear'].map((name) => join(root, '../shared/corpora', name, 'input.jsonl')).filter(existsSync)
  if (corpora.length > 0)
    return corpora.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n', 700)
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { text: string }).text),
    )
  const folder = join(root, 'examples', 'kramatorsk')
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return Array.from({ length: 200 }, (_, i) => [...all.slice(i % all.length), ...all, ...all].join('\n\n'))
}

/** The beginning of a text, of so many words; undefined where it is shorter. */
const cut = (text: string, words: number): string | undefined => {
  let n = 0
  for (const match of text.matchAll(/\S+/g)) if (++n === words) return text.slice(0, match.index + match[0].length)
  return undefined
}

/** Articles of so many words, from the corpora beside the checkout where they are, else from the bundled example. */
export const listArticles = (count: number, words: number): readonly string[] => {
  const texts = readTexts().flatMap((text) => cut(text, words) ?? [])
  const step = Math.max(1, Math.floor(texts.length / count))
  return texts.filter((_, i) => i % step === 0).slice(0, count)
}
