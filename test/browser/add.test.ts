import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, it } from 'vitest'
import type { DocumentListView, IncidentListView } from '../../src/server/wire.ts'
import { openVisit } from './visit.ts'

const visit = openVisit()

const raid = (place: string, killed: string): string =>
  `Gunmen kill ${killed} in ${place}\n\n${place.toUpperCase()}, Mali, 4 March 2021 - Gunmen shot dead ${killed} farmers in ${place} on Thursday, police said.`

const ARABIC =
  'انفجار في الموصل\n\nالموصل، العراق - قتل خمسة أشخاص في انفجار سيارة مفخخة في الموصل يوم الاثنين، بحسب الشرطة، وأصيب عشرة آخرون.'

const textFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

const open = async (...files: readonly ReturnType<typeof textFile>[]): Promise<void> => {
  await visit.page.goto(`${visit.url}/add`)
  if (files.length > 0) await visit.page.locator('input[type=file]').first().setInputFiles(files)
}

const item = (words: string) => visit.page.locator('.add-item', { hasText: words })
const keep = (n: number) => visit.page.getByRole('button', { name: n === 1 ? 'Keep 1 document' : `Keep ${n} documents` })
const countIncidents = async (q: string): Promise<number> => (await visit.ask<IncidentListView>(`/incidents.json?q=${q}`)).incidents.length

it('shows what was found in many documents at once, and keeps nothing before it is told to', async () => {
  await open(
    textFile('a.txt', raid('Mopti', 'two')),
    textFile('b.txt', `${raid('Mopti', 'three')} More was not known.`),
    textFile('c.txt', raid('Segou', 'five')),
  )
  await item('c.txt').getByText('New incident').waitFor()
  await item('b.txt').getByText('Joins the new incident').waitFor()
  expect(await countIncidents('Mopti')).toBe(0)
  await keep(3).click()
  await item('c.txt').getByText('kept', { exact: true }).waitFor()
  expect([await countIncidents('Mopti'), await countIncidents('Segou')]).toEqual([1, 1])
})

it('puts a document apart where the person says that it tells of something else', async () => {
  await open(textFile('d.txt', raid('Gao', 'nine')), textFile('e.txt', `${raid('Gao', 'nine')} The mayor was not there.`))
  await item('e.txt').locator('summary').click()
  await item('e.txt').getByLabel('something else').check()
  await keep(2).click()
  await visit.page.locator('.add-item.is-done').nth(1).getByText('New incident', { exact: true }).waitFor()
  expect(await countIncidents('Gao')).toBe(2)
})

it('tells of known copies and of what is here already, and leaves out what the person does not want', async () => {
  const text = raid('Tessalit', 'six')
  await open(textFile('f.txt', text))
  await keep(1).click()
  await visit.page.getByText('kept', { exact: true }).waitFor()
  await open(textFile('same.txt', text), textFile('copy.txt', `${text} The report could not be confirmed.`))
  await item('same.txt').getByText('Here already: nothing is added.').waitFor()
  expect(await item('copy.txt').locator('.tray-copy').textContent()).toMatch(/\d+ % of its text .*Gunmen kill six in Tessalit/)
  await item('copy.txt').getByRole('button', { name: 'Leave out' }).click()
  await keep(1).click()
  await item('same.txt').getByText('already here: nothing was added').waitFor()
  expect((await visit.ask<DocumentListView>('/documents.json?q=Tessalit')).documents).toHaveLength(1)
})

it('says in a banner which language is not read, and leads to marking by hand', async () => {
  await open(textFile('arabic.txt', ARABIC))
  const banner = visit.page.locator('.tray-banner')
  await banner.waitFor()
  expect(await banner.textContent()).toContain('Arabic')
  await keep(1).click()
  await visit.page.getByRole('link', { name: 'Mark it by hand' }).click()
  await visit.page.waitForURL(/\/documents\//)
  await visit.page.getByText('The machine does not read this language').waitFor()
})

it('takes a folder with the folders in it, and lists what failed with what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'casus-folder-'))
  try {
    await mkdir(join(folder, 'inner'))
    await writeFile(join(folder, 'inner', 'good.txt'), raid('Kidal', 'four'))
    await writeFile(join(folder, 'inner', '.hidden'), 'nobody’s')
    await writeFile(join(folder, 'empty.txt'), '')
    await visit.page.goto(`${visit.url}/add`)
    await visit.page.locator('input[type=file]').nth(1).setInputFiles(folder)
    const failures = visit.page.locator('.tray-failures')
    await failures.getByText('document/empty').waitFor()
    expect(await failures.textContent()).toContain('Check that the right file was given')
    await item('inner/good.txt').locator('.tray-incident').waitFor()
    await keep(1).waitFor()
  } finally {
    await rm(folder, { recursive: true })
  }
})

it('holds the tray while the person looks elsewhere', async () => {
  await open(textFile('g.txt', raid('Timbuktu', 'eight')))
  await keep(1).waitFor()
  await visit.page.getByRole('link', { name: 'Incidents' }).first().click()
  await visit.page.getByRole('link', { name: 'Add documents' }).click()
  await keep(1).waitFor()
})

it.each(['light', 'dark'] as const)('has nothing serious for axe in a full tray, in %s, and fits a phone', async (colorScheme) => {
  const { page } = visit
  await page.emulateMedia({ colorScheme })
  const place = colorScheme === 'light' ? 'Ansongo' : 'Menaka'
  await open(
    textFile('h.txt', raid(place, 'two')),
    textFile('i.txt', `${raid(place, 'two')} Nobody else was there.`),
    textFile('j.txt', ''),
    textFile('k.txt', ARABIC.replace('خمسة', 'ستة')),
  )
  await item('i.txt').locator('summary').click()
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
  ).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
})
