import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium } from './chromium.ts'
import { type ExampleSite, openExampleSite } from './example-site.ts'

let site: ExampleSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([openExampleSite(), startChromium()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const paths = async (): Promise<Readonly<Record<string, string>>> => {
  const { incidents } = (await (await fetch(`${site.url}/incidents.json?q=Kramatorsk`)).json()) as { incidents: readonly { id: string }[] }
  const id = incidents[0]!.id
  const { documents } = (await (await fetch(`${site.url}/incidents/${id}.json`)).json()) as {
    documents: readonly { document: { id: string } }[]
  }
  return {
    list: '/incidents',
    empty: '/incidents?q=nothing-of-the-kind',
    incident: `/incidents/${id}`,
    document: `/documents/${documents[0]!.document.id}`,
    add: '/add',
    documents: '/documents',
    sources: '/sources',
    source: `/sources/${encodeURIComponent('words:example_wire')}`,
    actors: '/actors',
    actor: '/actors/us',
    method: '/method',
    settings: '/settings',
    filters: '/incidents?differs=any&origins=1',
    map: '/incidents?view=map',
    timeline: '/incidents?view=timeline',
    review: '/review',
    compare: `/compare?incident=${id}`,
    victims: '/victims',
    grid: '/grid',
  }
}

const PAGES = [
  'list',
  'empty',
  'incident',
  'document',
  'add',
  'documents',
  'sources',
  'source',
  'actors',
  'actor',
  'method',
  'settings',
  'filters',
  'map',
  'timeline',
  'review',
  'compare',
  'victims',
  'grid',
] as const

const visit = async (name: string, { width, scheme }: Readonly<{ width: number; scheme: 'light' | 'dark' }>): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(site.url + (await paths())[name])
  await page.locator('h1, .teach h2').first().waitFor()
  return page
}

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each(PAGES)('axe finds nothing serious on the page "%s"', async (name) => {
    const page = await visit(name, { width: 1440, scheme })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    await page.context().close()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})

describe.each([320, 390, 1024, 2560])('at %i px', (width) => {
  it.each(PAGES)('the page "%s" is no wider than the window', async (name) => {
    const page = await visit(name, { width, scheme: 'light' })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await page.context().close()
    expect(over).toBeLessThanOrEqual(0)
  })
})

it('is dark where the system is dark, unless a person chose otherwise, and remembers that', async () => {
  const page = await visit('list', { width: 1440, scheme: 'dark' })
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await paper()
  await page.getByLabel('Colours').selectOption('light')
  const light = await paper()
  expect(light).not.toBe(dark)
  await page.reload()
  expect(await paper()).toBe(light)
  await page.context().close()
})

/** The map's own code comes after the page. */
const isOfMap = (url: string): boolean => /\/(?:incident-map|maplibre-gl-worker)-/.test(url)

it('loads at most 250 kB of script before the map', async () => {
  const page = await (await browser.newContext()).newPage()
  let bytes = 0
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script' && !isOfMap(response.url()))
      bytes += Number((await response.request().sizes()).responseBodySize)
  })
  await page.goto(`${site.url}/incidents`, { waitUntil: 'networkidle' })
  await page.context().close()
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(250_000)
})
