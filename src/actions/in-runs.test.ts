import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inRuns } from './in-runs.ts'

const gather = async <Result>(runs: AsyncIterable<readonly Result[]>): Promise<readonly (readonly Result[])[]> => {
  const all: (readonly Result[])[] = []
  for await (const run of runs) all.push(run)
  return all
}

it('keeps the order, whatever is done first', async () => {
  const runs = await gather(inRuns([30, 1, 20, 2], (ms) => sleep(ms, ms), { width: 4, longest: 4 }))
  expect(runs.flat()).toEqual([30, 1, 20, 2])
  expect(runs[0]!.length).toBeGreaterThan(1)
})

it('has no more under way or waiting than its width, and no run longer than the longest', async () => {
  let under = 0
  let most = 0
  const act = async (n: number) => {
    most = Math.max(most, ++under)
    await sleep(1)
    return n
  }
  const items = Array.from({ length: 20 }, (_, n) => n)
  const seen: number[] = []
  for await (const run of inRuns(items, act, { width: 5, longest: 2 })) {
    expect(run.length).toBeLessThanOrEqual(2)
    await sleep(2)
    under -= run.length
    seen.push(...run)
  }
  expect(seen).toEqual(items)
  expect(most).toBeLessThanOrEqual(7)
})

it('gives what came before a failure, of an item or of the source, and then throws', async () => {
  const act = async (n: number) => {
    if (n === 2) throw new Error('two')
    return n
  }
  const seen: number[] = []
  const run = async (items: Iterable<number> | AsyncIterable<number>) => {
    for await (const some of inRuns(items, act, { width: 2, longest: 1 })) seen.push(...some)
  }
  await expect(run([0, 1, 2, 3])).rejects.toThrow('two')
  const broken = async function* () {
    yield 7
    throw new Error('source')
  }
  await expect(run(broken())).rejects.toThrow('source')
  expect(seen).toEqual([0, 1, 7])
})

it('gives nothing for nothing', async () => {
  expect(await gather(inRuns([], async (n: number) => n, { width: 2, longest: 2 }))).toEqual([])
})
