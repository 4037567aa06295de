import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/engine/read/read.ts'

/**
 * Pages and texts one can look at, each with what is read from it. After a wanted change, `CASUS_GOLDEN=write` in the environment
 * writes the expectations anew; look at the difference before keeping it.
 */
const FOLDER = import.meta.dirname

const summary = (name: string) => {
  const folder = join(FOLDER, name)
  const file = readdirSync(folder).find((one) => one.startsWith('source.'))!
  const source = readFileSync(join(folder, file), 'utf8')
  const { document, problems } = readDocument({
    id: 'sha256:0',
    facts: {},
    ...(file.endsWith('.html') ? { html: source } : { text: source }),
  })
  const { title, standfirst, byline, published, url, language, issuer, version, text, passages } = document
  return {
    title,
    standfirst,
    byline,
    published,
    url,
    language,
    issuer,
    version,
    problems: problems.map(({ code }) => code),
    passages: passages.map(({ start, end, ...rest }) => ({
      ...rest,
      words: rest.missing ? `${text.slice(Math.max(0, start - 24), start)}|` : text.slice(start, end),
    })),
  }
}

describe('reading', () => {
  const cases = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  it.each(cases.map(({ name }) => name))('%s', (name) => {
    const expected = join(FOLDER, name, 'expected.json')
    const found = summary(name)
    if (process.env.CASUS_GOLDEN === 'write') writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`)
    expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})
