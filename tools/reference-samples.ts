import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAssets } from '../src/assets/load.ts'
import { extract } from '../src/engine/extract.ts'
import type { Analysis } from '../src/model/reading.ts'
import { root } from './steps.ts'

/** Two sentences that show most parts of an analysis in little space. */
export const SAMPLE = {
  id: 'sample',
  published: '2021-05-03',
  text: 'At least 12 people were killed near Gao on Sunday, the health ministry said. The Northern Front denied the attack.',
} as const

const replaceBetween = (file: string, mark: string, block: string): void => {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const [open, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
  const from = text.indexOf(open)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${file} has no place for ${mark}`)
  writeFileSync(path, `${text.slice(0, from + open.length)}\n\n${block}\n\n${text.slice(to)}`)
}

const account = (file: string): string => {
  const { stdout } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'src/cli/main.ts'), 'extract', file],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return stdout
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
}

/** JSON with one part of the analysis to a line. */
const toLines = (analysis: Analysis): string => {
  const part = ([name, value]: readonly [string, unknown]): string =>
    Array.isArray(value) && value.length > 0
      ? `"${name}": [\n    ${value.map((item) => JSON.stringify(item)).join(',\n    ')}\n  ]`
      : `"${name}": ${JSON.stringify(value)}`
  return `{\n  ${Object.entries(analysis).map(part).join(',\n  ')}\n}`
}

/** Real runs, between their marks: they change with the engine, so no test holds them to the letter. */
export const renewSamples = (): void => {
  replaceBetween(
    'README.md',
    'account',
    `\`\`\`text\n$ bin/casus extract examples/kramatorsk/1-wire.txt\n\n${account('examples/kramatorsk/1-wire.txt')}\n\`\`\``,
  )
  const { id, published, text } = SAMPLE
  const analysis = extract({ id: `sha256:${'0'.repeat(64)}`, facts: { id, published }, text }, loadAssets())
  replaceBetween('docs/reference/analysis.md', 'sample', `\`\`\`json\n${toLines(analysis)}\n\`\`\``)
}
