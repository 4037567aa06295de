import { afterAll, expect, it } from 'vitest'
import { loadAssets } from '../assets/load.ts'
import { readerHere } from './reader.ts'
import { openReaderThreads } from './reader-threads.ts'

const threads = openReaderThreads(2)
afterAll(() => threads.close())

const TEXT = 'Shells hit the market in Gorlova on Sunday. The mayor said at least 12 people were killed and 30 wounded.'
const input = (n: number) => ({ facts: { published: '2021-03-08' }, id: `sha256:${n}`, text: `${TEXT} ${n}.` })

it('says what a reader in this thread says, each question its own answer', async () => {
  const here = readerHere(loadAssets())
  const asked = Array.from({ length: 6 }, (_, n) => threads.read(input(n)))
  for (const [n, answer] of asked.entries()) expect(await answer).toEqual(await here.read(input(n)))
  const bytes = new TextEncoder().encode(TEXT)
  expect(await threads.open(bytes, { fileName: 'a.txt' })).toEqual(await here.open(bytes, { fileName: 'a.txt' }))
})

it('goes on after a question that fails', async () => {
  await expect(threads.read(null as never)).rejects.toThrow()
  expect((await threads.read(input(7))).document.text).toContain('Gorlova')
})

it('refuses questions once closed', async () => {
  const other = openReaderThreads(1)
  await other.close()
  await expect(other.read(input(1))).rejects.toThrow('closed')
})
