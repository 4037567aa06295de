import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RULES } from '../src/engine/config.ts'
import { PROBLEMS } from '../src/model/problem.ts'
import { createApp } from '../src/server/app.ts'
import { ROUTES } from './reference-routes.ts'
import { SETTINGS } from './reference-settings.ts'
import { root } from './steps.ts'

/** The pages of `docs/reference` that are generated: file name → Markdown. The same tree gives the same bytes. */

const NOTE = '<!-- Written by `node bin/task reference` from the source. Do not edit: change the source and run it again. -->'

const page = (title: string, lines: readonly string[]): string => `${[NOTE, '', `# ${title}`, '', ...lines].join('\n').trimEnd()}\n`

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ')
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(...head),
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map((cells) => row(...cells)),
]

const toProblems = (): string =>
  page('Problems', [
    'What could not be read or done is said with a stable code: in the `problems` of an analysis, on the terminal, and as',
    '`{"problem": {"code", "message", "start"?, "end"?}}` over HTTP. A code keeps its meaning. `start` and `end` point into the',
    'document’s text, where there is a place to point at. `internal/unexpected` aside, none of them is a fault of the program.',
    '',
    ...table(
      ['code', 'what it says, and what to do'],
      Object.entries(PROBLEMS).map(([code, about]) => [`\`${code}\``, about]),
    ),
  ])

const help = (...args: readonly string[]): string => {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'src/cli/main.ts'), ...args, '--help'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`casus ${args.join(' ')} --help ended with ${status}: ${stderr}`)
  return stdout.trimEnd()
}

/** The commands of `casus`, as its own help lists them. */
export const listCommands = (): readonly string[] => [...help().matchAll(/^ {2}([a-z]+) +\S/gm)].map(([, name]) => name!)

const fenced = (words: string): readonly string[] => ['```text', words, '```', '']

const toCommands = (): string =>
  page('Commands', [
    'In a checkout the command is `bin/casus`; it needs no build. What each command says of itself with `--help`:',
    '',
    ...fenced(help()),
    ...listCommands().flatMap((name) => [`## casus ${name}`, '', ...fenced(help(name))]),
    '## Exit status',
    '',
    ...table(
      ['status', 'meaning'],
      [
        ['0', 'done'],
        ['1', 'a document could not be read, or the ledger not opened; the other documents were read'],
        ['2', 'the command was not understood'],
        ['130', 'stopped on request, after the document under way; the same command goes on from there'],
      ],
    ),
  ])

const listOf = (texts: readonly string[]): readonly string[] => texts.map((text) => `  - ${text.replaceAll('\n', ' ⏎ ')}`)

const toRules = (): string => {
  const count = RULES.reduce((sum, { rules }) => sum + rules.length, 0)
  return page('Rules', [
    `The engine’s ${count} named rules, in the order in which they run. What a rule finds is marked «…» in its examples; in its`,
    'counter-examples it finds nothing. They are its tests. The names stand in a claim’s `because`, beside names of forms that are',
    'read off the parse without a rule of their own (`act/…`, `figure/…`, `modality/…`, `type/…`, `blame/…`).',
    '',
    ...RULES.flatMap(({ name, about, kind, rules }) => [
      `## ${name}`,
      '',
      `${about[0]!.toUpperCase()}${about.slice(1)}.${kind === 'exclusion' ? ' Here an example holds what is left out, and a counter-example what stays.' : ''}`,
      '',
      ...rules.flatMap((rule) => [
        `### ${rule.name}`,
        '',
        rule.about,
        '',
        `- ${kind === 'exclusion' ? 'leaves out' : 'finds'}`,
        ...listOf(rule.examples),
        `- ${kind === 'exclusion' ? 'keeps' : 'not in'}`,
        ...listOf(rule.counterExamples),
        '',
      ]),
    ]),
  ])
}

/** Every address that the server answers, as "METHOD path", in the order in which it tries them. */
export const listRoutes = (): readonly string[] => {
  const none = undefined as never
  const app = createApp({ desk: none, pages: none, operator: 'nobody' })
  return [...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))]
}

const readable = (path: string): string => path.replace(/:file\{[^}]+json\}/, ':id.json')

const toRoutes = (): string => {
  const known = new Map(Object.entries(ROUTES))
  const rows = listRoutes().map((route) => {
    const about = known.get(route)
    if (!about) throw new Error(`tools/reference-routes.ts does not tell of ${route}`)
    const [method, path] = route.split(' ') as [string, string]
    return { method, path: readable(path), ...about }
  })
  const inGroup = (group: string): readonly (readonly string[])[] =>
    rows.filter((one) => one.group === group).map(({ method, path, about, twins = '' }) => [`\`${method} ${path}\``, about, twins])
  return page('Routes', [
    'The server (`casus serve`) answers on `http://127.0.0.1:4780` unless told otherwise. Every page has a machine twin. There are no',
    'accounts: whoever can reach the address can read and change the ledger.',
    '',
    '## Pages',
    '',
    ...table(['route', 'what', 'twins'], inGroup('page')),
    '',
    '## Data',
    '',
    ...table(
      ['route', 'what'],
      inGroup('data').map((cells) => cells.slice(0, 2)),
    ),
    '',
    'The three lists take the same query:',
    '',
    ...table(
      ['parameter', 'meaning'],
      [
        ['`q`', 'words in titles, places, parties and documents'],
        ['`type`', 'an event type or sub-type, spelled as ACLED does'],
        ['`country`', 'two capitals (ISO 3166-1)'],
        ['`status`', '`happened`, `attempted`, `threatened`, `planned` or `hypothetical`'],
        ['`from`, `to`', 'days, both included: `2021-05-03`'],
        ['`actor`', 'a party’s key (`actor:us`) or a part of its name: doer, target, or who takes a position'],
        ['`weapon`', 'a sort of weapon: `drone`, `small-arms`'],
        ['`killed_min`, `killed_max`', 'the range of killed that is stated reaches into this one'],
        ['`differs`', '`any`, `none`, or an attribute that sources differ on: `killed`'],
        ['`origins`', 'at least so many origins'],
        ['`box`', 'a window of the map, `west,south,east,north` in degrees'],
        [
          '`order`',
          '`date` (newest first, the default), `updated` (last changed first), `killed` or `origins` (most first), `place` (by name)',
        ],
        ['`limit`', '1 to 500 (50 unless told) for the JSON list; the CSV and GeoJSON lists hold all, up to 100,000'],
        ['`after`', 'the `next` of the page before'],
      ],
    ),
    '',
    '## Changes',
    '',
    ...table(
      ['route', 'what'],
      inGroup('change').map((cells) => cells.slice(0, 2)),
    ),
    '',
    'Bodies are JSON (`Content-Type: application/json`) unless said otherwise, 64 MB at most. A change from a page of another origin',
    'is refused (403), and so is a request under a host name that is not this machine’s (421).',
    '',
    '## What goes wrong',
    '',
    'Every failure is `{"problem": {"code", "message"}}` with a code of [problems.md](problems.md): 400 for a request of the wrong shape,',
    '404 for what is not there, 413 for what is too large, 422 for what could not be done, 503 while the ledger cannot be reached, 500',
    'for what nobody foresaw.',
  ])
}

const CODE = ['src', 'tools', 'bin', 'test', 'train', 'eval']

/** Environment variables that the code of the tree reads; PATH aside, which it only passes on. */
export const listVariables = (): readonly string[] => {
  const found = new Set<string>()
  for (const folder of CODE)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (name.includes('node_modules') || !/(?:\.[jt]sx?|^casus|^task)$/.test(name)) continue
      for (const [, variable] of readFileSync(join(root, folder, name), 'utf8').matchAll(/\benv\.([A-Z][A-Z_]+)\b/g)) found.add(variable!)
    }
  found.delete('PATH')
  return [...found].sort()
}

const toSettings = (): string => {
  const variables = listVariables()
  const missing = variables.filter((name) => !Object.hasOwn(SETTINGS.variables, name))
  if (missing.length > 0) throw new Error(`tools/reference-settings.ts does not tell of ${missing.join(', ')}`)
  const rows = (entries: Readonly<Record<string, string>>): readonly (readonly string[])[] =>
    Object.entries(entries).map(([name, about]) => [`\`${name}\``, about])
  return page('Settings', [
    'There is no settings file. What can be set is set by an option of the command ([commands.md](commands.md)) or by the environment;',
    'an option goes before the environment.',
    '',
    '## Environment',
    '',
    ...table(['variable', 'meaning'], rows(SETTINGS.variables)),
    '',
    '## The npm scripts and their options',
    '',
    ...table(['command', 'meaning'], rows(SETTINGS.scripts)),
    '',
    '## Limits',
    '',
    ...table(['what', 'how much'], Object.entries(SETTINGS.limits)),
  ])
}

/** Every generated page, by its file name in `docs/reference`. */
export const renderReference = (): Readonly<Record<string, string>> => ({
  'commands.md': toCommands(),
  'problems.md': toProblems(),
  'routes.md': toRoutes(),
  'rules.md': toRules(),
  'settings.md': toSettings(),
})
