import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { IncidentListView, IncidentMapView } from '../../src/server/wire.ts'
import { startChromium } from './chromium.ts'
import { type ExampleSite, openExampleSite } from './example-site.ts'

let site: ExampleSite
let browser: Browser
let page: Page
let errors: string[]

/** Incidents apart in place, time, weapon and toll, beside the example's. */
const REPORTS = [
  'Bomb kills seven in Gao\n\nGAO, Mali, 2 June 2020 - A roadside bomb killed seven soldiers near Gao on Tuesday, the army said.',
  'Gunmen kill two in Mopti\n\nMOPTI, Mali, 4 March 2021 - Gunmen shot dead two farmers in Mopti on Thursday, police said.',
]

const openPage = async (width: number): Promise<Page> => {
  const opened = await (await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })).newPage()
  opened.on('pageerror', (error) => errors.push(error.message))
  opened.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return opened
}

beforeAll(async () => {
  ;[site, browser] = await Promise.all([openExampleSite(), startChromium()])
  for (const text of REPORTS)
    await fetch(`${site.url}/api/documents`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
    })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(async () => {
  errors = []
  page = await openPage(1440)
})
afterEach(async () => {
  await page.context().close()
  expect(errors).toEqual([])
})

const ask = async <Answer>(path: string): Promise<Answer> => (await (await fetch(`${site.url}${path}`)).json()) as Answer
const titles = (): Promise<string[]> => page.locator('.lines .line-what').allTextContents()

it('shows the same incidents as list, map and timeline', async () => {
  await page.goto(`${site.url}/incidents`)
  await page.locator('.lines .line').first().waitFor()
  await page.locator('.map-box canvas').waitFor()
  await page.locator('.time-bar').first().waitFor()
  const { incidents } = await ask<IncidentListView>('/incidents.json')
  expect(await page.locator('.time-bar').count()).toBe(incidents.filter(({ date }) => date).length)
  const { total, unplaced, marks } = await ask<IncidentMapView>('/map.json?zoom=3')
  expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(total - unplaced)
})

it('narrows all three with one set of filters that the address keeps', async () => {
  await page.goto(`${site.url}/incidents`)
  await page.getByRole('button', { name: 'More filters' }).click()
  await page.getByLabel('At least', { exact: true }).fill('5')
  await page.waitForURL(/killed_min=5/)
  await page.getByRole('combobox', { name: 'Country' }).selectOption('ML')
  await page.waitForURL(/country=ML/)
  await page.waitForFunction(() => document.querySelectorAll('.lines .line').length === 1)
  expect((await titles())[0]).toMatch(/Gao/)
  await page.waitForFunction(() => document.querySelectorAll('.time-bar').length === 1)
  await page.reload()
  await page.waitForFunction(() => document.querySelectorAll('.lines .line').length === 1)
  await page.getByRole('button', { name: 'Remove: 5 or more killed' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.lines .line').length === 2)
  expect(await page.getByRole('link', { name: 'CSV' }).getAttribute('href')).toContain('country=ML')
})

it('narrows to an actor by a part of its name, and to incidents that sources differ on', async () => {
  await page.goto(`${site.url}/incidents?actor=gunm`)
  await page.waitForFunction(() => document.querySelectorAll('.lines .line').length === 1)
  expect((await titles())[0]).toMatch(/Mopti/)
  const { incidents } = await ask<IncidentListView>('/incidents.json?differs=any')
  expect(incidents.length).toBeGreaterThan(0)
  expect(incidents.every(({ differs }) => differs.length > 0)).toBe(true)
})

it('chooses days by dragging across the timeline, and lets go of them again', async () => {
  await page.goto(`${site.url}/incidents`)
  const box = (await page.locator('.time-box svg').boundingBox())!
  await page.mouse.move(box.x + 8, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + 16, { steps: 4 })
  await page.mouse.up()
  await page.waitForURL(/from=20\d\d-.*to=20\d\d-/)
  await page.getByRole('button', { name: 'All dates' }).click()
  await page.waitForURL((url) => !url.search.includes('from='))
})

it('lets the list follow the map', async () => {
  await page.goto(`${site.url}/incidents`)
  await page.getByLabel('List follows the map').check()
  await page.waitForURL(/box=/)
  await page.getByRole('button', { name: 'Remove: In the map’s window' }).waitFor()
  const { incidents } = await ask<IncidentListView>('/incidents.json?box=-5,13,0,17')
  expect(incidents.length).toBe(2)
})

it('marks in the map and the timeline what is pointed at in the list', async () => {
  await page.goto(`${site.url}/incidents`)
  await page.locator('.lines .line', { hasText: 'Gao' }).hover()
  await page.locator('.time-bar.is-lit').waitFor()
  expect(await page.locator('.time-bar.is-lit title').textContent()).toMatch(/Gao/)
})

it('shows one pane at a time where there is little width, with the filters in a sheet', async () => {
  await page.context().close()
  page = await openPage(390)
  await page.goto(`${site.url}/incidents`)
  await page.locator('.lines .line').first().waitFor()
  expect(await page.locator('.time-box').count()).toBe(0)
  await page.getByText('Timeline', { exact: true }).click()
  await page.waitForURL(/view=timeline/)
  await page.locator('.time-bar').first().waitFor()
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('dialog').getByLabel('Country').selectOption('ML')
  await page.getByRole('button', { name: 'Show what fits' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.time-bar').length === 2)
})

it('goes out as every claim with its words, and in the columns that others know', async () => {
  await page.goto(`${site.url}/incidents?q=Kramatorsk`)
  await page.getByRole('button', { name: 'Other files' }).click()
  const sheet = page.getByRole('dialog')
  expect(await sheet.getByRole('link', { name: 'Every claim' }).getAttribute('href')).toBe('/claims.csv?q=Kramatorsk')
  await sheet.getByLabel('With claims that nobody has checked').check()
  expect(await sheet.getByRole('link', { name: 'ACLED’s columns' }).getAttribute('href')).toBe(
    '/exports/acled.csv?q=Kramatorsk&unchecked=1',
  )
})
