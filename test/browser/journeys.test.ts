import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { IncidentListView, IncidentView } from '../../src/server/wire.ts'
import { startChromium } from './chromium.ts'
import { type ExampleSite, openExampleSite } from './example-site.ts'

let site: ExampleSite
let browser: Browser
let page: Page
let errors: string[]

beforeAll(async () => {
  ;[site, browser] = await Promise.all([openExampleSite(), startChromium()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(async () => {
  errors = []
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
})
afterEach(async () => {
  await page.context().close()
  expect(errors).toEqual([])
})

const ask = async <Answer>(path: string): Promise<Answer> => (await (await fetch(`${site.url}${path}`)).json()) as Answer

/** The incident of the example that most is said of. */
const findIncident = async (): Promise<string> => {
  const { incidents } = await ask<IncidentListView>('/incidents.json?q=Kramatorsk')
  return [...incidents].sort((a, b) => b.claims - a.claims)[0]!.id
}

const openIncident = async (): Promise<void> => {
  await page.goto(`${site.url}/incidents`)
  await page.locator(`.lines .line[href="/incidents/${await findIncident()}"]`).click()
  await page.getByRole('heading', { name: 'Who says what' }).waitFor()
}

const selectWords = (words: string): Promise<void> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.text')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return
    }
    throw new Error(`not on the page: ${wanted}`)
  }, words)

it('goes from the list to an incident, from a cell to the words in the document', async () => {
  await openIncident()
  const cell = page.locator('.cell-words').first()
  const words = (await cell.textContent())!.split(' … ')[0]!
  await cell.click()
  await page.waitForURL(/\/documents\/.+claim=/)
  const highlighted = page.locator('.text mark.is-selected')
  await highlighted.first().waitFor()
  expect((await highlighted.allTextContents()).join('').replace(/\s+/g, ' ')).toContain(words)
  expect(await highlighted.first().evaluate((mark) => mark.getBoundingClientRect().top)).toBeLessThan(900)
})

it('shows the sentence and the chain of speakers when a cell is pointed at or reached by keyboard', async () => {
  await openIncident()
  const { matrix } = await ask<IncidentView>(`/incidents/${await findIncident()}.json`)
  const attributed = matrix.rows.flatMap(({ cells }) => cells.flatMap(({ entries }) => entries)).find(({ speaker }) => speaker !== null)
  const cell = page.locator(`.cell-words[href*="claim=${encodeURIComponent(attributed!.id)}"]`)
  await cell.focus()
  const tip = page.locator('.tip').first()
  await tip.waitFor()
  expect(await tip.textContent()).toContain('→')
  expect(await tip.locator('b').first().textContent()).toBeTruthy()
})

it('says why a figure is what it is, and closes again by keyboard', async () => {
  await openIncident()
  await page
    .getByRole('button', { name: /^why\? killed/ })
    .first()
    .click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Used', { exact: true }).waitFor()
  expect(await sheet.textContent()).toMatch(/independent origins?/)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
})

it('sets rival values side by side', async () => {
  await openIncident()
  await page
    .getByRole('button', { name: /differs on/ })
    .first()
    .click()
  const accounts = page.getByRole('dialog').locator('.accounts > li')
  await accounts.first().waitFor()
  expect(await accounts.count()).toBeGreaterThan(1)
})

it('turns origins into documents and back', async () => {
  await openIncident()
  const heads = page.locator('.matrix thead th')
  const origins = await heads.allTextContents()
  await page.getByLabel('documents that print it').check()
  await page.locator('.matrix thead th', { hasText: 'Missiles hit crowded railway station' }).waitFor()
  await page.getByLabel('whom it comes from').check()
  expect(await heads.allTextContents()).toEqual(origins)
})

it('keeps its filters in the address', async () => {
  await page.goto(`${site.url}/incidents?type=Protests`)
  await page.getByText('Nothing fits these filters').waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.locator('.lines .line').first().waitFor()
  await page.getByLabel('Search').fill('Kramatorsk')
  await page.waitForURL(/q=Kramatorsk/)
  await page.reload()
  expect(await page.getByLabel('Search').inputValue()).toBe('Kramatorsk')
})

it('reads a pasted text, and its incident appears in the list', async () => {
  await page.goto(`${site.url}/add`)
  await page
    .getByLabel('Text of the article, statement or post')
    .fill('Bomb kills seven in Gao\n\nGAO, Mali, 2 June 2020 - A roadside bomb killed seven soldiers near Gao on Tuesday, the army said.')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('button', { name: 'Keep 1 document' }).click()
  const link = page.locator('.add-item a[href^="/incidents/"]').first()
  const title = (await link.textContent())!
  await page.getByRole('link', { name: 'Incidents' }).first().click()
  await page.locator('.line-what', { hasText: title }).first().waitFor()
})

it('says what to do with a file that cannot be read, and reads the next one', async () => {
  await page.goto(`${site.url}/add`)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      { name: 'good.txt', mimeType: 'text/plain', buffer: Buffer.from('Two people were killed in Mopti on 4 June 2020, police said.') },
    ])
  await page.getByText('document/empty').waitFor()
  await page.getByRole('button', { name: 'Keep 1 document' }).click()
  await page.locator('.add-item.is-done', { hasText: 'good.txt' }).waitFor()
})

describe('on a document', () => {
  const openDocument = async (): Promise<void> => {
    await openIncident()
    await page.locator('.cell-words').first().click()
    await page.locator('.note.is-selected').waitFor()
  }

  it('a claim is accepted and the judgement undone', async () => {
    await openDocument()
    const note = page.locator('.note.is-selected')
    await note.getByRole('button', { name: 'Accept' }).click()
    await note.getByText('accepted by tester').waitFor()
    await note.getByRole('button', { name: 'Undo' }).click()
    await note.getByRole('button', { name: 'Accept' }).waitFor()
  })

  it('a figure is edited with the keyboard', async () => {
    await openIncident()
    await page.locator('.matrix tbody tr', { hasText: 'Killed' }).first().locator('.cell-words').first().click()
    await page.locator('.note.is-selected').waitFor()
    await page.keyboard.press('e')
    await page.getByRole('dialog').getByLabel('At most').fill('777')
    await page.keyboard.press('Enter')
    await page.locator('.note.is-selected').getByText('edited by tester').waitFor()
    expect(await page.locator('.note.is-selected .note-value').textContent()).toContain('777')
    await page.locator('.note.is-selected').getByRole('button', { name: 'Undo' }).click()
    await page.locator('.note.is-selected').getByRole('button', { name: 'Edit' }).waitFor()
  })

  it('n and p go from claim to claim', async () => {
    await openDocument()
    const before = page.url()
    await page.keyboard.press('n')
    await page.waitForURL((url) => url.href !== before)
    await page.keyboard.press('p')
    await page.waitForURL(before)
  })

  it('selected words become a claim', async () => {
    await page.goto(site.documents.get('1-wire.txt')!)
    await page.locator('.text').waitFor()
    await selectWords('trains to safer parts')
    await page.keyboard.press('c')
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('What the words say').selectOption('motive')
    await sheet.getByLabel('Who says it').selectOption('own')
    await sheet.getByRole('button', { name: 'Keep this claim' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.locator('.note.is-selected').getByText('marked by hand').waitFor()
    expect(await page.locator('.text mark.is-selected').first().textContent()).toBe('trains to safer parts')
  })

  it('comments stand apart, closed, in their thread', async () => {
    await page.goto(site.documents.get('5-notebook-with-thread.txt')!)
    const comments = page.locator('.comments')
    await comments.waitFor()
    expect(await comments.getByText('Reader 2').isVisible()).toBe(false)
    await comments.locator('summary').click()
    expect(await comments.locator('ol ol').getByText('Reader 2').isVisible()).toBe(true)
    expect(await page.locator('.text').textContent()).not.toContain('Reader 1')
    expect(await page.locator('.lost-embed').count()).toBe(1)
  })
})

it('teaches where there is nothing', async () => {
  await page.goto(`${site.url}/incidents/none`)
  await page.getByRole('heading', { name: 'Nothing is kept under this address' }).waitFor()
  errors = errors.filter((error) => !error.includes('404'))
})
