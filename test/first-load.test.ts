import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { firstLoad } from '../tools/first-load.ts'

it('counts the scripts that a page asks for at once, compressed, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-pages-'))
  try {
    const files = { 'theme.js': 'theme()', 'main.js': 'main()'.repeat(500), 'part.js': 'part()'.repeat(300) }
    for (const [name, text] of Object.entries({ ...files, 'later.js': 'later()', 'page.css': 'p {}' }))
      writeFileSync(join(folder, name), text)
    writeFileSync(
      join(folder, 'index.html'),
      `<script src="/theme.js"></script><script type="module" crossorigin src="/main.js"></script>
       <link rel="modulepreload" crossorigin href="/part.js"><link rel="stylesheet" href="/page.css">`,
    )
    expect(firstLoad(folder)).toBe(Object.values(files).reduce((sum, text) => sum + gzipSync(text).length, 0))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
