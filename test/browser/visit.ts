import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { IncidentListView, IncidentView } from '../../src/server/wire.ts'
import { startChromium } from './chromium.ts'
import { type ExampleSite, openExampleSite } from './example-site.ts'

/** A served example and a fresh window for each test of a file; a test fails when its page says anything to the console. */
export type Visit = Readonly<{
  readonly page: Page
  readonly url: string
  readonly token: string | null
  readonly documents: ExampleSite['documents']
  /** Errors that a test expects are taken out by it. */
  forgive: (words: string) => void
  ask: <Answer>(path: string) => Promise<Answer>
  /** The incident of the example that most is said of. */
  findIncident: () => Promise<string>
  getIncident: () => Promise<IncidentView>
  /** Another window on the same site, with storage of its own: another person's. */
  another: () => Promise<Page>
}>

export const openVisit = (options: Parameters<typeof openExampleSite>[0] = {}): Visit => {
  let site: ExampleSite
  let browser: Browser
  let page: Page
  let errors: string[] = []
  let forgiven: string[] = []
  const open = async (): Promise<Page> => {
    const opened = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })).newPage()
    opened.on('pageerror', (error) => errors.push(error.message))
    opened.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    return opened
  }
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([openExampleSite(options), startChromium()])
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  beforeEach(async () => {
    errors = []
    forgiven = []
    page = await open()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    expect(errors.filter((error) => !forgiven.some((words) => error.includes(words)))).toEqual([])
  })
  const ask = async <Answer>(path: string): Promise<Answer> => (await (await fetch(`${site.url}${path}`)).json()) as Answer
  const findIncident = async (): Promise<string> => {
    const { incidents } = await ask<IncidentListView>('/incidents.json?q=Kramatorsk')
    return [...incidents].sort((a, b) => b.claims - a.claims)[0]!.id
  }
  return {
    get page() {
      return page
    },
    get url() {
      return site.url
    },
    get token() {
      return site.token
    },
    get documents() {
      return site.documents
    },
    forgive: (words) => forgiven.push(words),
    ask,
    findIncident,
    getIncident: async () => ask(`/incidents/${await findIncident()}.json`),
    another: open,
  }
}
