/** Counts how often the blocks of the engine run for each input at two sizes, and prints the counts: run as a program of its own. */
import { Session } from 'node:inspector/promises'
import { loadAssets } from '../../src/assets/load.ts'
import { extract } from '../../src/engine/extract.ts'
import { INPUTS } from './inputs.ts'

const SMALL = 4_000
const FACTOR = 10

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
const assets = loadAssets()

/** Executions of every block below src/engine since the last call. */
const takeCount = async (): Promise<number> => {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  let count = 0
  for (const { url, functions } of result)
    if (url.includes('/src/engine/')) for (const { ranges } of functions) for (const range of ranges) count += range.count
  return count
}

const counts: Record<string, readonly [small: number, large: number]> = {}
for (const [name, make] of Object.entries(INPUTS)) {
  const work: number[] = []
  for (const size of [SMALL, SMALL * FACTOR]) {
    await takeCount()
    extract({ id: `sha256:${name}`, facts: {}, ...make(size) }, assets)
    work.push(await takeCount())
  }
  counts[name] = [work[0]!, work[1]!]
}
process.stdout.write(JSON.stringify(counts))
