/** `npm run screenshots`: takes the pictures in docs/screenshots anew, from the bundled example on a temporary ledger. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startChromium } from '../test/browser/chromium.ts'
import { openExampleSite } from '../test/browser/example-site.ts'
import { root } from './steps.ts'

const FOLDER = join(root, 'docs', 'screenshots')
const SIZES = [
  { name: 'wide', width: 1440, height: 960 },
  { name: 'narrow', width: 390, height: 844 },
] as const
const SCHEMES = ['light', 'dark'] as const

const site = await openExampleSite()
const browser = await startChromium()

/** The incident that most is said of, and the claim on the document's page that the picture points at. */
const toIncident = async (page: Page): Promise<void> => {
  const { incidents } = (await (await fetch(`${site.url}/incidents.json`)).json()) as {
    incidents: readonly { id: string; claims: number }[]
  }
  const [most] = [...incidents].sort((a, b) => b.claims - a.claims)
  await page.goto(`${site.url}/incidents/${most!.id}`)
  await page.locator('.matrix, .matrix-list').first().waitFor()
}

const toDocument = async (page: Page): Promise<void> => {
  await page.goto(site.documents.get('1-wire.txt')!)
  await page.locator('.note-toll .note-words').first().click()
  await page.locator('.note.is-selected').waitFor()
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.mouse.move(0, 0)
}

const toList = async (page: Page): Promise<void> => {
  await page.goto(`${site.url}/incidents`)
  await page.locator('.lines .line').first().waitFor()
}

const PAGES = { list: toList, incident: toIncident, document: toDocument }

try {
  await mkdir(FOLDER, { recursive: true })
  for (const { name, width, height } of SIZES)
    for (const scheme of SCHEMES) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const [title, go] of Object.entries(PAGES)) {
        await go(page)
        await page.evaluate(() => document.fonts.ready)
        const path = join(FOLDER, `${title}-${name}-${scheme}.png`)
        await page.screenshot({ path })
        process.stdout.write(`${path}\n`)
      }
      await context.close()
    }
} finally {
  await browser.close()
  await site.close()
}
