import type { PolicyName } from '../../model/judgement.ts'
import { acled } from '../estimate/acled.ts'
import { airwars } from '../estimate/airwars.ts'
import { ibc } from '../estimate/ibc.ts'
import { latest } from '../estimate/latest.ts'
import { range } from '../estimate/range.ts'
import { ucdp } from '../estimate/ucdp.ts'
import type { Account } from './account.ts'
import type { PolicyView } from './estimate.ts'

/** Every policy by its name. */
const POLICY: Readonly<Record<PolicyName, (account: Account) => PolicyView>> = { range, acled, ucdp, ibc, airwars, latest }

/** What each policy says of an incident. */
export const policyViews = (account: Account): readonly PolicyView[] => Object.values(POLICY).map((policy) => policy(account))
