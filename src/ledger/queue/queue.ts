import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import { CasusError, type Problem } from '../../model/problem.ts'
import { newId } from '../id.ts'
import type { Ledger } from '../ledger.ts'
import type { InboxRow } from '../rows.ts'
import { toJson } from '../text.ts'

/** Where pg-boss keeps its tables, and what the queues are called: one of work, one of what could not be done. */
const SCHEMA = 'casus_queue'
const WORK = 'add'
const DEAD = 'add-failed'

/** How work is tried again: times, and seconds between (doubled each time, up to the most). */
type QueueOptions = Readonly<{
  retries?: number
  delaySeconds?: number
  mostDelaySeconds?: number
  /** A worker that gave no sign for so long is taken for dead, and its work goes to others. */
  silenceSeconds?: number
}>

const USUAL = { retries: 5, delaySeconds: 2, mostDelaySeconds: 600, silenceSeconds: 30 } as const

/** One input to add: `request` as the caller put it in, without its bytes. */
export type WorkItem = Readonly<{ id: string; bytes: Uint8Array; request: unknown }>

/** Work that could not be done, for a person to read and try again. */
type FailedWork = Readonly<{ id: string; at: string; request: unknown; why: unknown }>

export type WorkState = Readonly<{ waiting: number; active: number; failed: readonly FailedWork[] }>

/** What a job carries: where its bytes lie. */
type Job = Readonly<{ collection: number; inbox: string }>

/** The durable queue of a ledger in a database. */
export type Queue = Readonly<{
  /** Puts inputs into the queue, all or none; they are kept once this comes back. */
  send: (inputs: readonly Omit<WorkItem, 'id'>[]) => Promise<void>
  /** Takes up to `most` items; each is this worker's until it says what became of it, or is silent for too long. */
  take: (most: number) => Promise<readonly WorkItem[]>
  /** Says that some items are still being worked on. */
  touch: (ids: readonly string[]) => Promise<void>
  done: (id: string) => Promise<void>
  /** `forGood`: trying again would change nothing. */
  fail: (id: string, problems: readonly Problem[], options: Readonly<{ forGood: boolean }>) => Promise<void>
  state: () => Promise<WorkState>
  /** Puts what failed back into the queue. Throws `ledger/not-found`. */
  retry: (id: string) => Promise<void>
  close: () => Promise<void>
}>

const noQueue = (): never => {
  throw new CasusError('work/no-queue', 'This ledger lies in a folder and has no queue; set DATABASE_URL to use one.')
}

const open = async (databaseUrl: string, options: Required<QueueOptions>): Promise<PgBoss> => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'casus queue',
    schema: SCHEMA,
    max: 3,
    schedule: false,
    superviseIntervalSeconds: Math.min(30, options.silenceSeconds),
    monitorIntervalSeconds: Math.min(30, options.silenceSeconds),
  })
  // Told of where the call fails that needs the database; without a listener it would end the process.
  boss.on('error', () => undefined)
  await boss.start()
  await boss.createQueue(DEAD, { retentionSeconds: 365 * 86_400, deleteAfterSeconds: 0 })
  await boss.createQueue(WORK, {
    deadLetter: DEAD,
    retryLimit: options.retries,
    retryDelay: options.delaySeconds,
    retryBackoff: true,
    retryDelayMax: options.mostDelaySeconds,
    heartbeatSeconds: options.silenceSeconds,
    expireInSeconds: 6 * 3600,
    retentionSeconds: 365 * 86_400,
  })
  return boss
}

const listInputs = async ({ db, collection }: Ledger, ids: readonly string[]): Promise<ReadonlyMap<string, InboxRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'request', 'why'])
    .where('collection', '=', collection)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row as InboxRow]))
}

/** Failed work that is listed at a time, oldest first. */
const MOST_LISTED = 500

/** Opens the queue of a ledger. Throws `work/no-queue` where the ledger lies in a folder. */
export const openQueue = async (ledger: Ledger, options: QueueOptions = {}): Promise<Queue> => {
  const { db, collection, databaseUrl } = ledger
  const boss = await open(databaseUrl ?? noQueue(), { ...USUAL, ...options })
  const jobs = new Map<string, Job>()

  const send: Queue['send'] = (inputs) =>
    db.transaction().execute(async (trx) => {
      const at = new Date().toISOString()
      const rows = inputs.map(({ bytes, request }) => ({
        collection,
        id: newId('q'),
        bytes: Buffer.from(bytes),
        request: toJson(request),
        at,
      }))
      if (rows.length === 0) return
      await trx.insertInto('inbox').values(rows).execute()
      const data = rows.map(({ id }) => ({ data: { collection, inbox: id } satisfies Job }))
      await boss.insert(WORK, data, { db: fromKysely(trx) })
    })

  const load = async (id: string): Promise<WorkItem | undefined> => {
    const { inbox, collection: own } = jobs.get(id)!
    const row = await db
      .selectFrom('inbox')
      .select(['bytes', 'request'])
      .where('collection', '=', own)
      .where('id', '=', inbox)
      .executeTakeFirst()
    return row && { id, ...row }
  }

  const take: Queue['take'] = async (most) => {
    const items: WorkItem[] = []
    for (const { id, data } of await boss.fetch<Job>(WORK, { batchSize: most })) {
      jobs.set(id, data)
      const item = await load(id)
      if (item) items.push(item)
      // Done by a worker that was taken for dead while it was only slow.
      else await done(id)
    }
    return items
  }

  /** Ends a job and its bytes together, so that neither is left without the other. */
  const done = (id: string): Promise<void> =>
    db.transaction().execute(async (trx) => {
      const { inbox, collection: own } = jobs.get(id)!
      await trx.deleteFrom('inbox').where('collection', '=', own).where('id', '=', inbox).execute()
      await boss.complete(WORK, id, null, { db: fromKysely(trx) })
      jobs.delete(id)
    })

  const fail: Queue['fail'] = (id, problems, { forGood }) =>
    db.transaction().execute(async (trx) => {
      const own = { db: fromKysely(trx) }
      const job = jobs.get(id)!
      await trx
        .updateTable('inbox')
        .set({ why: JSON.stringify(problems) })
        .where('collection', '=', job.collection)
        .where('id', '=', job.inbox)
        .execute()
      if (forGood) {
        await boss.insert(DEAD, [{ data: job }], own)
        await boss.complete(WORK, id, null, own)
      } else await boss.fail(WORK, id, null, own)
      jobs.delete(id)
    })

  const state = async (): Promise<WorkState> => {
    // Counted afresh: pg-boss's own counts may be a minute old.
    const counts = await sql<{ waiting: number; active: number }>`
      SELECT count(*) FILTER (WHERE state < 'active') AS waiting, count(*) FILTER (WHERE state = 'active') AS active
      FROM ${sql.table(`${SCHEMA}.job`)} WHERE name = ${WORK} AND data @> ${JSON.stringify({ collection })}::jsonb`.execute(db)
    const dead = await boss.findJobs<Job>(DEAD, { limit: MOST_LISTED, queued: true, data: { collection } })
    const ids = dead.map(({ data }) => data.inbox)
    const inputs = await listInputs(ledger, ids)
    return {
      ...counts.rows[0]!,
      failed: dead.map(({ id, createdOn, data }) => ({
        id,
        at: new Date(createdOn).toISOString(),
        request: inputs.get(data.inbox)?.request ?? null,
        why: inputs.get(data.inbox)?.why ?? null,
      })),
    }
  }

  const retry: Queue['retry'] = (id) =>
    db.transaction().execute(async (trx) => {
      const own = { db: fromKysely(trx) }
      const [dead] = /^[0-9a-f-]{36}$/.test(id) ? await boss.findJobs<Job>(DEAD, { id }) : []
      if (!dead || dead.data.collection !== collection)
        throw new CasusError('ledger/not-found', `There is no failed work ${id.slice(0, 60)}.`)
      await boss.insert(WORK, [{ data: { collection, inbox: dead.data.inbox } satisfies Job }], own)
      await boss.deleteJob(DEAD, id, own)
    })

  return {
    send,
    take,
    touch: async (ids) => {
      if (ids.length > 0) await boss.touch(WORK, [...ids])
    },
    done,
    fail,
    state,
    retry,
    close: () => boss.stop({ graceful: true, close: true, timeout: 5_000 }),
  }
}
