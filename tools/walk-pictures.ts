/** `node tools/walk-pictures.ts`: takes the pictures of docs/using/walk-through.md anew, from the bundled example on a temporary ledger. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startChromium } from '../test/browser/chromium.ts'
import { openExampleSite } from '../test/browser/example-site.ts'
import { WALK } from '../test/browser/walk.ts'
import { root } from './steps.ts'

const FOLDER = join(root, 'docs', 'using', 'walk')
const [site, browser] = await Promise.all([openExampleSite(), startChromium()])
try {
  await mkdir(FOLDER, { recursive: true })
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage()
  for (const { name, run } of WALK) {
    await run(page, site.url)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(FOLDER, `${name}.png`) })
    process.stdout.write(`${name}\n`)
  }
} finally {
  await browser.close()
  await site.close()
}
