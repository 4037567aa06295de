import { parseArgs } from 'node:util'
import { type IncidentFilter, listIncidents } from '../actions/list-incidents.ts'
import { type IncidentLine, toIncidentListView } from '../publish/incident-list-view.ts'
import { LEDGER_HELP, LEDGER_OPTION, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus list [--json] [options]

Lists the incidents of the ledger, newest first.

  --from DAY --to DAY   those of these days, both included (YYYY-MM-DD)
  --type TYPE           an event type or sub-type, spelled as ACLED does
  --country CODE        two letters (ISO 3166-1)
  --search WORDS        words in titles, places, parties and documents
  --order ORDER         date (the day, newest first), updated (last changed first), killed or origins (most first) or place (by name)
  --limit N             at most N of them (1–500, 50 unless told)
  --after CURSOR        the page after; the cursor is given at the end of the page before
  --json                one JSON object, as GET /incidents.json gives it: {"incidents": […], "next": cursor or null}
${LEDGER_HELP}`

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      ...LEDGER_OPTION,
      from: { type: 'string' },
      to: { type: 'string' },
      type: { type: 'string' },
      country: { type: 'string' },
      search: { type: 'string', short: 's' },
      order: { type: 'string' },
      limit: { type: 'string' },
      after: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })

type Values = ReturnType<typeof parse>['values']

const toFilter = ({ search, limit, order, ledger: _, json: __, help: ___, ...rest }: Values): IncidentFilter => ({
  ...rest,
  ...(search === undefined ? {} : { q: search }),
  ...(order === undefined ? {} : { order: order as 'date' }),
  ...(limit === undefined ? {} : { limit: Number(limit) }),
})

const toText = ({ id, date, place, title, killed, wounded, differs, documents, origins, checked, claims }: IncidentLine): string => {
  const where = place ? [place.name, place.country].filter(Boolean).join(', ') : 'no place'
  const toll = [killed && `killed ${killed.short}`, wounded && `wounded ${wounded.short}`].filter(Boolean).join(' · ') || 'no toll'
  const mark = differs.length > 0 ? ' ◆' : ''
  const sources = `${documents} ${documents === 1 ? 'document' : 'documents'}, ${origins} ${origins === 1 ? 'origin' : 'origins'}`
  return `${date?.words ?? 'no date'} · ${where} · ${toll}${mark}\n  ${title}\n  ${id} · ${sources} · ${checked} of ${claims} checked\n`
}

/** `casus list`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parse(args)
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const page = await withLedger(values.ledger, (ledger) => listIncidents(ledger, toFilter(values)))
  const view = toIncidentListView(page)
  if (values.json) {
    process.stdout.write(`${JSON.stringify(view, null, 2)}\n`)
    return 0
  }
  const { incidents, next } = view
  if (incidents.length === 0) process.stdout.write('No incidents. "casus add FILE" reads documents into the ledger.\n')
  process.stdout.write(incidents.map(toText).join('\n'))
  if (next !== null) process.stdout.write(`\nMore: --after ${next}\n`)
  return 0
}
