import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Hono } from 'hono'
import { ENGINE, findDocuments } from '../../src/actions/find-documents.ts'
import { readerHere } from '../../src/actions/reader.ts'
import { loadAssets } from '../../src/assets/load.ts'
import { openLedger } from '../../src/ledger/ledger.ts'
import { createApp } from '../../src/server/app.ts'
import { type Desk, toDesk } from '../../src/server/desk.ts'
import { readPages } from '../../src/server/pages.ts'

export const PAGES = resolve(import.meta.dirname, '../../dist/web')

/** The server's app on a ledger of its own, with the real engine; `close` takes the ledger away again. */
export type OpenApp = Readonly<{ app: Hono; desk: Desk; close: () => Promise<void> }>

export const openApp = async ({
  maxBody,
  needsToken = false,
}: Readonly<{ maxBody?: number; needsToken?: boolean }> = {}): Promise<OpenApp> => {
  const home = await mkdtemp(join(tmpdir(), 'casus-web-'))
  // What mkdtemp makes is closed to the account that PostgreSQL runs under when the tests run as root.
  await chmod(home, 0o711)
  const ledger = await openLedger({ folder: join(home, 'data') })
  const desk = toDesk({ ledger, engine: ENGINE, find: findDocuments(readerHere(loadAssets())) })
  const app = createApp({ desk, pages: readPages(PAGES), operator: 'tester', needsToken, ...(maxBody === undefined ? {} : { maxBody }) })
  const close = async (): Promise<void> => {
    await ledger.close()
    await rm(home, { recursive: true, force: true })
  }
  return { app, desk, close }
}
