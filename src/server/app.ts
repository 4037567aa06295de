import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { CasusError, problem } from '../model/problem.ts'
import type { IncidentCard } from '../model/record.ts'
import { type ActorListView, toActorLine } from '../publish/actor-view.ts'
import { toDocumentView } from '../publish/document-view.ts'
import { toIncidentsCsv } from '../publish/export/incidents-csv.ts'
import { toIncidentsGeojson } from '../publish/export/incidents-geojson.ts'
import { toIncidentListView } from '../publish/incident-list-view.ts'
import { toIncidentView } from '../publish/incident-view.ts'
import { toSuggestionListView } from '../publish/suggestion-view.ts'
import { about } from './about.ts'
import { guardAccess } from './access.ts'
import { changes } from './changes.ts'
import type { Desk } from './desk.ts'
import { exports } from './exports.ts'
import { csv } from './files.ts'
import { grid } from './grid.ts'
import { guardOrigin, securityHeaders } from './guard.ts'
import { readListQuery, withoutAbsent } from './incident-query.ts'
import { listAll } from './list-all.ts'
import type { Pages } from './pages.ts'
import { onError, toProblemResponse } from './problem-response.ts'
import { type QueueDoor, queueRoutes } from './queue.ts'
import { actorQuery, dayQuery, isId, momentQuery, suggestionQuery } from './requests.ts'
import { sources } from './sources.ts'
import { surveys } from './surveys.ts'
import { tokens } from './tokens.ts'
import { versionRoutes } from './versions.ts'
import { work } from './work.ts'

export type AppOptions = Readonly<{
  desk: Desk
  pages: Pages
  /** Whose name judgements and hand-made claims carry. */
  operator: string
  /** Host names, beside `localhost` and addresses in figures, that the server answers to. */
  hosts?: readonly string[]
  /** Where documents wait for workers; left out: the server adds them itself. */
  queue?: QueueDoor
  /** Whether nothing is read or changed without a token. */
  needsToken?: boolean
  /** The largest body taken, in bytes. */
  maxBody?: number
}>

/** A recording's transcript or a long report with its pictures fits; a disk image does not. */
const MAX_BODY = 64 * 1024 * 1024

/** As many lines as one CSV or GeoJSON answer holds. */
const MOST_ROWS = 100_000

const listCards = (desk: Desk, filter: Parameters<Desk['listIncidents']>[0]): Promise<readonly IncidentCard[]> =>
  listAll(MOST_ROWS, (after) => desk.listIncidents({ ...filter, limit: 500, ...(after === undefined ? {} : { after }) }))

/** The identifier in a machine twin's address: `x.json` is the twin of `x`. */
const toId = (file: string): string => {
  const id = file.slice(0, -'.json'.length)
  if (!isId(id)) throw new CasusError('ledger/not-found', 'The ledger holds nothing under this identifier.')
  return id
}

/** The HTTP door: pages for people, their machine twins, and changes under `/api`. */
export const createApp = ({ desk, pages, operator, hosts = [], queue, needsToken = false, maxBody = MAX_BODY }: AppOptions): Hono => {
  const app = new Hono()
  app.onError(onError)
  app.notFound((c) => toProblemResponse(c, problem('request/not-found', 'There is no such page.')))
  app.use(securityHeaders)
  app.use(guardOrigin(hosts))
  app.use(guardAccess(desk, pages, needsToken))
  app.use(
    /* what is read is read afresh */ async (c, next) => {
      await next()
      if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
    },
  )

  const data = new Hono()
  data.use(compress())
  data.get('/incidents.json', async (c) => c.json(toIncidentListView(await desk.listIncidents(readListQuery(c.req.query())))))
  data.get('/incidents.csv', async (c) => {
    const cards = await listCards(desk, readListQuery(c.req.query()))
    return csv(c, 'incidents', toIncidentsCsv(cards))
  })
  data.get('/incidents.geojson', async (c) => {
    const cards = await listCards(desk, readListQuery(c.req.query()))
    return c.body(JSON.stringify(toIncidentsGeojson(cards)), 200, { 'Content-Type': 'application/geo+json' })
  })
  data.get('/incidents/:file{.+\\.json}', async (c) =>
    c.json(toIncidentView(await desk.getIncident(toId(c.req.param('file')), momentQuery.parse(c.req.query()).at ?? null))),
  )
  data.get('/suggestions.json', async (c) =>
    c.json(toSuggestionListView(await desk.listSuggestions(withoutAbsent(suggestionQuery.parse(c.req.query()))))),
  )
  data.get('/actors.json', (c) => {
    const { items, next } = desk.listActors(withoutAbsent(actorQuery.parse(c.req.query())))
    return c.json({ actors: items.map(toActorLine), next } satisfies ActorListView)
  })
  data.get('/actors/:file{.+\\.json}', async (c) =>
    c.json(await desk.getActor(toId(c.req.param('file')), dayQuery.parse(c.req.query()).on ?? null)),
  )
  data.get('/documents/:file{.+\\.json}', async (c) => c.json(toDocumentView(await desk.getDocument(toId(c.req.param('file'))))))
  data.route('/', exports(desk))
  data.route('/', surveys(desk))
  data.route('/', work(desk, operator))
  data.route('/', grid(desk))
  data.route('/', sources(desk))
  data.route('/', about(desk))
  app.route('/', data)

  app.use(
    '/api/*',
    bodyLimit({
      maxSize: maxBody,
      onError: (c) => toProblemResponse(c, problem('request/too-large', `The limit is ${Math.floor(maxBody / 1024 / 1024)} MB.`)),
    }),
  )
  app.route('/', versionRoutes(desk))
  app.route('/', tokens(desk, operator, needsToken))
  app.route('/', queueRoutes(queue))
  app.route('/api', changes(desk, operator, queue))

  app.get('/', (c) => c.redirect('/incidents'))
  for (const path of [
    '/incidents',
    '/incidents/:id',
    '/documents/:id',
    '/documents',
    '/sources',
    '/sources/:id',
    '/method',
    '/settings',
    '/add',
    '/suggestions',
    '/actors',
    '/actors/:id',
    '/review',
    '/compare',
    '/victims',
    '/grid',
  ])
    app.get(path, (c) => pages.index(c.req.header('accept-encoding') ?? ''))
  app.get('*', async (c, next) => pages.find(c.req.path, c.req.header('accept-encoding') ?? '') ?? (await next()))
  return app
}
