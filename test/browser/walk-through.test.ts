import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { openVisit } from './visit.ts'
import { WALK } from './walk.ts'

const visit = openVisit()
const DOC = join(resolve(import.meta.dirname, '../..'), 'docs', 'using', 'walk-through.md')

it('goes the way that docs/using/walk-through.md tells of, step by step', async () => {
  for (const { run } of WALK) await run(visit.page, visit.url)
})

it('is told of in the same order, with a picture of every step', async () => {
  const doc = await readFile(DOC, 'utf8')
  const told = [...doc.matchAll(/walk\/([a-z]+)\.png/g)].map(([, name]) => name)
  expect(told).toEqual(WALK.map(({ name }) => name))
})
