import { expect, it } from 'vitest'
import type { DocumentListView, SourceListView, SourceView } from '../../src/server/wire.ts'
import { openVisit } from './visit.ts'

const visit = openVisit()

it('lists the documents with what was read in each and whose text they share', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/incidents`)
  await page.getByRole('navigation').getByRole('link', { name: 'Documents', exact: true }).click()
  await page.locator('.doc-line').first().waitFor()
  const { documents } = await visit.ask<DocumentListView>('/documents.json')
  expect(await page.locator('.doc-line').count()).toBe(documents.length)
  expect(documents.filter(({ shared }) => shared).map(({ shared }) => shared!.isFirst)).toContain(false)
  await page.getByText('its text stood elsewhere before').waitFor()
  await page.getByLabel('Search').fill('notebook')
  await page.waitForURL(/q=notebook/)
})

it('goes from a source to the documents that quote it', async () => {
  const { page } = visit
  const { sources } = await visit.ask<SourceListView>('/sources.json?role=speaker')
  const quoted = sources.find(({ quotedIn }) => quotedIn > 0)!
  await page.goto(`${visit.url}/sources?role=speaker`)
  await page.locator('.source-line', { hasText: quoted.name }).first().click()
  await page.getByRole('heading', { name: quoted.name, level: 1 }).waitFor()
  await page.getByRole('link', { name: 'documents that quote it' }).click()
  await page.waitForURL(/speaker=/)
  await page.locator('.doc-line').first().waitFor()
  expect(await page.locator('.doc-line').count()).toBe(quoted.quotedIn)
})

it('sets a figure beside those that others gave later, without a grade', async () => {
  const { page } = visit
  const { sources } = await visit.ask<SourceListView>('/sources.json')
  const views = await Promise.all(
    sources.map(({ key }) => visit.ask<SourceView>(`/sources/${encodeURIComponent(key.replaceAll(' ', '_'))}.json`)),
  )
  const told = views.find(({ figures }) => figures.length > 0)!
  await page.goto(`${visit.url}/sources/${encodeURIComponent(told.key.replaceAll(' ', '_'))}`)
  const row = page.locator('.then').first()
  await row.waitFor()
  expect(await row.locator('.then-own').textContent()).toContain(told.figures[0]!.own.words)
  await row.locator('.then-own a').click()
  await page.waitForURL(/\/documents\/.+claim=/)
  await page.locator('.note.is-selected').waitFor()
})
