import { cpus } from 'node:os'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { readDocument } from '../../src/engine/read/read.ts'

const SENTENCE = 'Shells fell on the market of the old town on Tuesday, and <a href="/x">the mayor</a> said that two people had been hurt. '
const PAGES = 30

/** A page as sites serve them: menus, an article with captions, a thread, lists of other stories, and scripts that make up most of it. */
const toPage = (n: number, times = 1): string => {
  const paragraphs = Array.from({ length: 14 * times }, (_, i) => `<p class="p${i}">${SENTENCE.repeat(2 + ((i + n) % 3))}</p>`)
  const comments = Array.from(
    { length: 20 * times },
    (_, i) =>
      `<li class="comment depth-1" id="comment-${i}"><div class="comment-author"><b class="fn">Reader ${i}</b></div><div class="comment-content"><p>${SENTENCE}</p></div></li>`,
  )
  const links = Array.from(
    { length: 120 * times },
    (_, i) => `<li class="menu-item"><a href="/s${i}">The title of story number ${i}</a></li>`,
  )
  const script = `<script>var data = ${JSON.stringify(Array.from({ length: 1_200 * times }, (_, i) => ({ id: i, name: 'slot', size: [300, 250] })))}</script>`
  return `<!doctype html><html><head><title>Shelling closes the market ${n}</title>${script}</head><body><nav><ul>${links.join('')}</ul></nav><main><article><h1>Shelling closes the market ${n}</h1><div class="meta">By Jane Example | 3 March 2021</div><div class="body">${paragraphs.join('')}</div></article><div id="comments"><ol class="comment-list">${comments.join('')}</ol></div></main><aside class="related"><ul>${links.join('')}</ul></aside><footer>Imprint</footer></body></html>`
}

/** Seconds of processor time: on a busy machine the clock measures the neighbours. */
const timeOf = (run: () => unknown): number => {
  const from = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

const readAll = (pages: readonly string[]): void => {
  for (const html of pages) readDocument({ id: 'sha256:0', facts: {}, html })
}
const readWithPeer = (pages: readonly string[]): void => {
  for (const html of pages) new Readability(parseHTML(html).document as unknown as Document).parse()
}

export type ReadingBench = Readonly<{
  machine: string
  kilobytes: number
  /** Pages a second: ours with comments, roles and offsets; the peer's article alone. */
  casus: number
  linkedomWithReadability: number
  /** How many times longer a page of ten times the size takes. */
  growth: number
  /** Megabytes of plain text a second. */
  plainMegabytes: number
}>

export const benchReading = (): ReadingBench => {
  const pages = Array.from({ length: PAGES }, (_, n) => toPage(n))
  const large = [toPage(0, 10), toPage(1, 10), toPage(2, 10)]
  const text = 'Shells fell on the market of the old town on Tuesday, and the mayor said that two people had been hurt.\n\n'.repeat(50_000)
  readAll(pages)
  readWithPeer(pages)
  const casus = timeOf(() => readAll(pages))
  const peer = timeOf(() => readWithPeer(pages))
  const plain = timeOf(() => readDocument({ id: 'sha256:0', facts: {}, text }))
  const round = (n: number): number => Math.round(n * 10) / 10
  return {
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`,
    kilobytes: Math.round(pages.reduce((sum, { length }) => sum + length, 0) / PAGES / 1_000),
    casus: round(PAGES / casus),
    linkedomWithReadability: round(PAGES / peer),
    growth: round(timeOf(() => readAll(large)) / large.length / (casus / PAGES)),
    plainMegabytes: round(text.length / 1e6 / plain),
  }
}

if (import.meta.main) console.log(JSON.stringify(benchReading(), null, 2))
