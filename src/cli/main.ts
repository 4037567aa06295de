import { CasusError } from '../model/problem.ts'

/** A command of the terminal: what it is for, and where its code is. Loaded when called, so that `extract` never loads the database. */
type Command = Readonly<{ about: string; load: () => Promise<Readonly<{ run: (args: readonly string[]) => Promise<number> }>> }>

const COMMANDS: Readonly<Record<string, Command>> = {
  extract: { about: 'read documents and say what happened according to whom', load: () => import('./extract.ts') },
  link: { about: 'say which documents tell of the same incidents', load: () => import('./link.ts') },
  add: { about: 'read documents and keep them in the ledger', load: () => import('./add.ts') },
  list: { about: 'list the incidents of the ledger', load: () => import('./list.ts') },
  show: { about: 'show an incident or a document of the ledger', load: () => import('./show.ts') },
  load: { about: 'keep what casus extract --jsonl wrote, without reading it again', load: () => import('./load.ts') },
  reread: { about: 'read documents again with this version, and show what it says otherwise', load: () => import('./reread.ts') },
  worker: { about: 'add documents that wait in the queue of a database', load: () => import('./run-worker.ts') },
  work: { about: 'say what waits in the queue, and put what failed back into it', load: () => import('./work.ts') },
  verify: { about: 'check that nothing kept was changed: the ledger, a backup, an evidence bundle', load: () => import('./verify.ts') },
  evidence: { about: 'write what the ledger holds of some documents to a file anybody can check', load: () => import('./evidence.ts') },
  backup: { about: 'write the whole ledger to a file', load: () => import('./backup.ts') },
  restore: { about: 'put a backup into an empty ledger', load: () => import('./restore.ts') },
  serve: { about: 'serve the pages of the ledger', load: () => import('./serve.ts') },
}

const usage = (): string =>
  [
    'Usage: casus <command> [arguments]',
    '',
    ...Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`),
    '',
    'casus <command> --help says more.',
    '',
  ].join('\n')

const main = async (args: readonly string[]): Promise<number> => {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage())
    return name === undefined ? 1 : 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    process.stderr.write(`casus: there is no command "${name}"\n\n${usage()}`)
    return 2
  }
  return (await command.load()).run(rest)
}

// A reader that goes away ("| head") ends the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const said =
    error instanceof CasusError ? `${error.problem.code}: ${error.message}` : error instanceof Error ? error.message : String(error)
  process.stderr.write(`casus: ${said}\n`)
  process.exitCode = 1
}
