import type { Migration } from 'kysely/migration'
import { firstForm } from './0001-first-form.ts'
import { judgementLinks } from './0002-judgements.ts'
import { cardLists } from './0003-card-lists.ts'
import { leases } from './0004-leases.ts'
import { custody } from './0005-custody.ts'
import { inbox } from './0007-inbox.ts'
import { sourceKeys } from './0008-source-keys.ts'
import { versions } from './0009-versions.ts'
import { cardKeys } from './0010-card-keys.ts'
import { grid } from './0011-grid.ts'
import { tokens } from './0012-tokens.ts'

/** Every change to the tables, by name, in order. A published one is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-form': firstForm,
  '0002-judgements': judgementLinks,
  '0003-card-lists': cardLists,
  '0004-leases': leases,
  '0005-custody': custody,
  '0007-inbox': inbox,
  '0008-source-keys': sourceKeys,
  '0009-versions': versions,
  '0010-card-keys': cardKeys,
  '0011-grid': grid,
  '0012-tokens': tokens,
}
