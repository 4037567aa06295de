/** What a token lets its holder do: look, judge and mark claims, add documents, give out and revoke tokens. */
export const SCOPES = ['read', 'judge', 'add', 'manage'] as const
export type Scope = (typeof SCOPES)[number]

/** A token as the ledger keeps it: never the token itself, only its SHA-256 (hex). `name`: whose judgements these are. */
export type TokenValue = Readonly<{ name: string; scopes: readonly Scope[]; hash: string }>

/** A token as people see it; `revoked`: by whom and when (UTC). */
export type TokenRecord = Omit<TokenValue, 'hash'> &
  Readonly<{ id: string; by: string; at: string; revoked: Readonly<{ by: string; at: string }> | null }>
