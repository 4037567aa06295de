import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openVisit } from './visit.ts'

const visit = openVisit()

const inArabic = async (width = 1440): Promise<Page> => {
  const { page } = visit
  await page.setViewportSize({ width, height: 900 })
  await page.addInitScript(() => localStorage.setItem('casus-language', 'ar'))
  return page
}

const listPaths = async (): Promise<readonly string[]> => [
  '/incidents',
  `/incidents/${await visit.findIncident()}`,
  visit.documents.get('1-wire.txt')!.replace(visit.url, ''),
  '/add',
  '/review',
  '/settings',
]

it('is switched to Arabic and back in the head of a page, and stays so', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/incidents`)
  await page.getByLabel('Language').selectOption('ar')
  await page.getByRole('heading', { level: 1, name: 'الحوادث' }).waitFor()
  await page.goto(`${visit.url}/add`)
  await page.getByRole('heading', { level: 1, name: 'إضافة وثائق' }).waitFor()
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['ar', 'rtl'])
  await page.getByLabel('اللغة').selectOption('en')
  await page.getByRole('heading', { level: 1, name: 'Add documents' }).waitFor()
})

it('mirrors the page in Arabic, and leaves the words of sources in their direction', async () => {
  const page = await inArabic()
  await page.goto(`${visit.url}/incidents/${await visit.findIncident()}`)
  const figure = page.locator('.figure').first()
  await figure.waitFor()
  const [name, nav] = await Promise.all([page.locator('.masthead-name').boundingBox(), page.locator('.masthead-nav').boundingBox()])
  expect(name!.x).toBeGreaterThan(nav!.x + nav!.width)
  expect(await page.locator('.figures dt').first().textContent()).toBe('القتلى')
  expect(await page.locator('.incident h1').evaluate((heading) => getComputedStyle(heading).direction)).toBe('ltr')
  await page.goto(visit.documents.get('1-wire.txt')!)
  const passage = page.locator('.passage').first()
  await passage.waitFor()
  expect(await passage.evaluate((words) => getComputedStyle(words).direction)).toBe('ltr')
})

it('shows source text that runs right to left so in an English page too', async () => {
  const { page } = visit
  const { documents } = (await (
    await fetch(`${visit.url}/api/documents`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'انفجار في الموصل\n\nالموصل، العراق - قتل خمسة أشخاص في انفجار في الموصل يوم الاثنين، بحسب الشرطة.' }),
    })
  ).json()) as { documents: readonly { document: string }[] }
  await page.goto(`${visit.url}/documents/${documents[0]!.document}`)
  const passage = page.locator('.passage').first()
  await passage.waitFor()
  expect(await passage.evaluate((words) => [getComputedStyle(words).direction, words.closest('[lang]')?.getAttribute('lang')])).toEqual([
    'rtl',
    'ar',
  ])
})

it('has nothing serious for axe in Arabic, and is no wider than a phone', async () => {
  const page = await inArabic()
  for (const path of await listPaths()) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(visit.url + path)
    await page.locator('h1, .teach h2').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(grave.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([path, over <= 0]).toEqual([path, true])
  }
})
