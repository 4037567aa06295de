/** Whether an error says that the ledger itself is in trouble: the next document would fare no better. By codes of PostgreSQL and of the system. */
export const isLedgerTrouble = (error: unknown): boolean => {
  const code = String((error as { code?: unknown }).code ?? '')
  return (
    /^(?:08|53|57|58|XX)/.test(code) || /^E(?:CONN|PIPE|NOENT|NOSPC)/.test(code) || /Connection terminated/.test((error as Error).message)
  )
}
