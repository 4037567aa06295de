import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findRun, type Scores, toAccuracyTable } from '../eval/table.ts'
import { RULES } from '../src/engine/config.ts'
import { PROBLEMS } from '../src/model/problem.ts'
import type { Analysis } from '../src/model/reading.ts'
import { listQuery } from '../src/server/incident-query.ts'
import { listCommands, listRoutes, listVariables, renderReference } from '../tools/reference-pages.ts'
import { ROUTES } from '../tools/reference-routes.ts'
import { SETTINGS } from '../tools/reference-settings.ts'

/** The docs tell of what there is, and of nothing else. */

const root = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const listFolders = (path: string): readonly string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
const listFiles = (path: string): readonly string[] =>
  readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))

const PAGES = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'eval', 'models', 'gazetteer', 'examples'].flatMap(listFiles).filter((name) => name.endsWith('.md')),
]

describe('the reference', () => {
  const pages = renderReference()

  it.each(Object.keys(pages))('%s is what the source says: else run "node bin/task reference"', (name) =>
    expect(read(`docs/reference/${name}`)).toBe(pages[name]),
  )

  it('tells of every command', () => {
    const terminal = read('docs/using/terminal.md')
    expect(listCommands().filter((name) => !pages['commands.md']!.includes(`## casus ${name}\n`))).toEqual([])
    expect(listCommands().filter((name) => !terminal.includes(`bin/casus ${name}`))).toEqual([])
  })

  it('tells of every route and of no other', () => expect(Object.keys(ROUTES).sort()).toEqual([...listRoutes()].sort()))

  it('tells of every parameter of the lists', () =>
    expect(Object.keys(listQuery.shape).filter((name) => !pages['routes.md']!.includes(`\`${name}\``))).toEqual([]))

  it('tells of every environment variable and of no other', () => expect(Object.keys(SETTINGS.variables)).toEqual(listVariables()))

  it('tells of every npm script, and CONTRIBUTING.md too', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const spoken = Object.keys(scripts).map((name) => (name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`))
    expect(spoken.filter((name) => !Object.hasOwn(SETTINGS.scripts, name))).toEqual([])
    expect(spoken.filter((name) => !read('CONTRIBUTING.md').includes(`\`${name}\``))).toEqual([])
  })

  it('tells of every rule that has a name and counter-examples', () => {
    const known = new Set(RULES.flatMap(({ rules }) => rules.map(({ name }) => name)))
    const written = listFiles('src/engine')
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(read)
      .filter((code) => code.includes('counterExamples: ['))
      .flatMap((code) => [...code.matchAll(/\bname: '([a-z]+\/[a-z\d-]+)'/g)].map(([, name]) => name!))
    expect(written.length).toBeGreaterThan(0)
    expect(written.filter((name) => !known.has(name))).toEqual([])
  })

  it('tells of every field of an analysis', () => {
    const page = read('docs/reference/analysis.md')
    const fields = ['actor', 'claim', 'document', 'incident', 'mention', 'passage', 'problem', 'reading', 'span', 'statement']
      .map((name) => read(`src/model/${name}.ts`).replace(/export type (?:Actor|ActorTie|DocumentFacts) = [\s\S]*?\n\}?>?\n/g, ''))
      .flatMap((code) => [...code.matchAll(/(?:^ +|[{;] )([a-z]\w+)\??: (?!\()(?=[A-Z[{'a-z])/gm)].map(([, name]) => name!))
    expect(fields.length).toBeGreaterThan(60)
    expect([...new Set(fields)].filter((name) => !new RegExp(`\`${name}[\`:]`).test(page))).toEqual([])
  })

  it('shows an analysis whose spans stand in its text', () => {
    const [, json] = /```json\n([\s\S]*?)\n```/.exec(read('docs/reference/analysis.md'))!
    const { document, claims } = JSON.parse(json!) as Analysis
    const words = claims.flatMap(({ spans }) => spans.map(({ start, end }) => document.text.slice(start, end)))
    expect(words.length).toBeGreaterThan(0)
    expect(words.filter((one) => one.trim() === '')).toEqual([])
  })

  it('tells of every policy', () => {
    const policies = readdirSync(join(root, 'src/publish/estimate')).filter((name) => !name.includes('.test.'))
    expect(policies.filter((name) => !read('docs/reference/policies.md').includes(`## \`${name.replace('.ts', '')}\``))).toEqual([])
  })
})

describe('the guides', () => {
  it('name only problem codes that there are', () => {
    const named = PAGES.flatMap((name) => [
      ...read(name).matchAll(/`((?:document|text|html|pdf|mail|warc|language|input|ledger|request|internal)\/[a-z-]+)`/g),
    ]).map(([, code]) => code!)
    expect(named.filter((code) => !Object.hasOwn(PROBLEMS, code) && !existsSync(join(root, 'src', code)))).toEqual([])
  })

  it('link to pages and pictures that there are', () => {
    const broken = PAGES.flatMap((name) =>
      [...read(name).matchAll(/\]\(([^)\s#]+)[^)]*\)|src="([^"]+)"/g)]
        .map(([, link, src]) => (link ?? src)!)
        .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(resolve(root, dirname(name), link)))
        .map((link) => `${name}: ${link}`),
    )
    expect(broken).toEqual([])
  })

  it('show every screenshot in the README', () =>
    expect(readdirSync(join(root, 'docs/screenshots')).filter((name) => !read('README.md').includes(`(docs/screenshots/${name})`))).toEqual(
      [],
    ))
})

describe('ARCHITECTURE.md', () => {
  const map = read('ARCHITECTURE.md')
  const isMapped = (folder: string): boolean => map.includes(`\`${folder}\``) || map.includes(`\`${folder}/\``)

  it('has every folder', () => {
    const ignored = new Set([...read('.gitignore').matchAll(/^\/?([a-z_]+)\/$/gm)].map(([, name]) => name))
    const folders = [
      ...listFolders('.').filter((name) => !name.startsWith('.') && !ignored.has(name)),
      ...listFolders('src').map((name) => `src/${name}`),
      ...listFolders('src/engine').map((name) => `src/engine/${name}`),
    ].filter((name) => listFiles(name).length > 0)
    expect(folders.filter((name) => !isMapped(name))).toEqual([])
  })

  it('has no folder that is not there', () => {
    const named = [...map.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([\w/]+?)\/?`/g)]).map(([, name]) => name!)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([])
  })
})

describe('the glossary', () => {
  const terms = [...read('docs/glossary.md').matchAll(/^\| ([^|]+?) \| (.+) \|$/gm)].map(([, term]) => term!).slice(1)

  it('is in order, each term once', () => {
    const inOrder = [...new Set(terms)].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    expect(terms).toEqual(inOrder)
  })

  it('has every noun of the model', () => {
    const nouns = readdirSync(join(root, 'src/model'))
      .filter((name) => !name.includes('.test.'))
      .map((name) => name.replace('.ts', '').replaceAll('-', ' '))
    expect(nouns.filter((noun) => !terms.includes(noun))).toEqual([])
  })
})

it('decision records are numbered without a gap', () => {
  const names = readdirSync(join(root, 'docs/decisions')).sort()
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, i) => i + 1))
  expect(names.filter((name, i) => !read(`docs/decisions/${name}`).startsWith(`# ${i + 1}. `))).toEqual([])
})

it('the accuracy table shows what was measured last: else run "npm run score"', () => {
  const page = read('eval/README.md')
  const scores = existsSync(join(root, 'eval/scores.json')) ? (JSON.parse(read('eval/scores.json')) as Scores) : {}
  const run = findRun(scores)
  expect(page).toContain(run ? toAccuracyTable(run) : '<!-- table -->')
})
