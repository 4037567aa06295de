import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newHome } from '../ledger/processes.ts'

const root = resolve(import.meta.dirname, '../..')
let home: string
const casus = async (...args: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'src/cli/main.ts'), ...args],
    {
      env: { PATH: process.env.PATH, CASUS_LEDGER: join(home, 'data') },
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  return stdout
}

beforeAll(async () => {
  home = await newHome()
})
afterAll(() => rm(home, { recursive: true, force: true }))

it('keeps what was read elsewhere, once, and tells of lines that are no analysis', async () => {
  const lines = [
    { id: 'a', text: 'Shells hit a market in Gorlova on 4 March 2021. At least 12 people were killed, the mayor said.', publisher: 'Post' },
    { id: 'b', text: 'Police in Lomna said two officers were shot dead on 9 May 2021.', url: 'https://a.example/2' },
  ]
  const input = join(home, 'in.jsonl')
  await writeFile(input, lines.map((line) => JSON.stringify(line)).join('\n'))
  const read = await casus('extract', '--jsonl', input)
  const file = join(home, 'read.jsonl')
  await writeFile(file, `${read}\nnonsense\n{"schema":"other"}\n`)
  const failure = await casus('load', file, '--json').catch((error) => error as { stdout: string; code: number })
  const { documents, problems } = JSON.parse((failure as { stdout: string }).stdout)
  expect(documents.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['new', 'new'])
  expect(problems.map(({ code }: { code: string }) => code)).toEqual(['input/not-json', 'input/bad-field'])
  await writeFile(file, read)
  expect(await casus('load', file, '--quiet')).toContain('0 documents added, 2 there already')
  expect(await casus('verify')).toContain('all as it was kept')
  expect(await readFile(join(home, 'data', 'signing-key.pub.pem'), 'utf8')).toContain('PUBLIC KEY')
})
