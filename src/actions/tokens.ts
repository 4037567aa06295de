import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId, sha256 } from '../ledger/id.ts'
import { listJudgementsOf } from '../ledger/judgements.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { write } from '../ledger/write.ts'
import type { Scope, TokenRecord, TokenValue } from '../model/access-token.ts'
import type { Judgement } from '../model/judgement.ts'
import { keepJudgement } from './keep-judgement.ts'
import { withdrawJudgement } from './withdraw-judgement.ts'

type NewToken = Readonly<{ name: string; scopes: readonly Scope[]; by: string }>

const toRecord = ({ id, value, by, at, withdrawn }: Judgement): TokenRecord => {
  const { name, scopes } = value as TokenValue
  return { id, name, scopes, by, at, revoked: withdrawn && { by: withdrawn.by, at: withdrawn.at } }
}

/** Makes a token: 256 bits of chance, given out here once and kept only as its SHA-256. */
export const makeToken = (ledger: Ledger, { name, scopes, by }: NewToken): Promise<Readonly<{ secret: string; token: TokenRecord }>> =>
  write(ledger, async (writer) => {
    const secret = `casus_${randomBytes(32).toString('base64url')}`
    const value: TokenValue = { name, scopes, hash: sha256(secret) }
    return { secret, token: toRecord(await keepJudgement(writer, { kind: 'token', target: newId('t'), value, by })) }
  })

/** Every token that was ever given out, newest first. */
export const listTokens = async ({ db, collection }: Ledger): Promise<readonly TokenRecord[]> =>
  (await listJudgementsOf({ db, collection }, ['token'])).map(toRecord).toReversed()

/** Whose token this is, if it stands. */
export const findToken = async ({ db, collection }: Ledger, secret: string): Promise<Pick<TokenValue, 'name' | 'scopes'> | undefined> => {
  const { rows } = await sql<{ value: TokenValue }>`
    SELECT j.value FROM judgements j WHERE j.collection = ${collection} AND j.kind = 'token' AND j.value->>'hash' = ${sha256(secret)}
    AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = j.collection AND w.target = j.id)`.execute(db)
  const found = rows[0]?.value
  return found && { name: found.name, scopes: found.scopes }
}

/** Revokes a token: from now on it opens nothing. Throws `ledger/not-found`, `request/invalid`. */
export const revokeToken = async (ledger: Ledger, id: string, by: string): Promise<TokenRecord> =>
  toRecord(await withdrawJudgement(ledger, { judgement: id, by, token: true }))
