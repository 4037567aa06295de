import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { SCOPES } from '../../src/model/access-token.ts'
import { listen } from '../../src/server/listen.ts'
import type { AddResult } from '../../src/server/wire.ts'
import { openApp, PAGES } from '../server/open-app.ts'

const root = resolve(import.meta.dirname, '../..')
const EXAMPLE = join(root, 'examples', 'kramatorsk')

/** A served ledger that holds the bundled example. */
export type ExampleSite = Readonly<{
  url: string
  /** The address of a document's page by its file's name. */
  documents: ReadonlyMap<string, string>
  /** One that allows everything, where the site asks for tokens; it holds no documents. */
  token: string | null
  close: () => Promise<void>
}>

const addExample = async (url: string): Promise<ReadonlyMap<string, string>> => {
  const added = new Map<string, string>()
  for (const name of (await readdir(EXAMPLE)).sort()) {
    const form = new FormData()
    form.append('file', new File([await readFile(join(EXAMPLE, name))], name))
    const response = await fetch(`${url}/api/documents`, { method: 'POST', body: form })
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`)
    const { documents } = (await response.json()) as AddResult
    for (const { document } of documents) added.set(name, `${url}/documents/${document}`)
  }
  return added
}

/** Builds the pages if that was not done yet, and serves the bundled example on a temporary ledger. */
export const openExampleSite = async ({
  empty = false,
  needsToken = false,
}: Readonly<{ empty?: boolean; needsToken?: boolean }> = {}): Promise<ExampleSite> => {
  if (!existsSync(join(PAGES, 'index.html'))) await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  const { app, desk, close } = await openApp({ needsToken })
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  const token = needsToken ? (await desk.makeToken({ name: 'ana', scopes: SCOPES, by: 'tester' })).secret : null
  const documents = empty || needsToken ? new Map<string, string>() : await addExample(server.url)
  return {
    url: server.url,
    documents,
    token,
    close: async () => {
      await server.close()
      await close()
    },
  }
}
