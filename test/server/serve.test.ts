import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import type { IncidentListView } from '../../src/server/wire.ts'

const root = resolve(import.meta.dirname, '../..')

it('casus serve gives an empty ledger the example, says where it is and where the data lies, and stops when told', async () => {
  const home = await mkdtemp(join(tmpdir(), 'casus-serve-'))
  await chmod(home, 0o711)
  const args = ['src/cli/main.ts', 'serve', '--port', '0', '--ledger', join(home, 'data'), '--example', 'examples/kramatorsk']
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const lines: string[] = []
    const ended = new Promise<number | null>((done) => child.on('close', done))
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line)
      if (line.startsWith('Stop')) break
    }
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(lines.join('\n'))?.[0]
    expect(lines.join('\n')).toContain(join(home, 'data'))
    const list = (await (await fetch(`${url}/incidents.json`)).json()) as IncidentListView
    expect(list.incidents.length).toBeGreaterThan(0)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  } finally {
    child.kill('SIGKILL')
    await rm(home, { recursive: true, force: true })
  }
})
