/** What could not be read or done: a stable code, what was wrong, and where. Codes are listed in `PROBLEMS`. */
export type Problem = Readonly<{ code: ProblemCode; message: string; start?: number; end?: number }>

/**
 * Every problem code there is, with what a person can do about it. Codes are stable: once published they keep their meaning.
 * A new code is added here first; the reference page is generated from this table.
 */
export const PROBLEMS = {
  'document/empty': 'The file holds no text. Check that the right file was given.',
  'document/too-large': 'The file is larger than the limit. Split it, or raise the limit.',
  'document/not-text': 'The bytes are neither text nor a format that Casus reads.',
  'document/unreadable': 'The file could not be opened. Check its path and permissions.',
  'document/unknown-format': 'The format is not one that Casus reads.',
  'text/replaced-characters': 'U+0000 and lone surrogates were replaced by U+FFFD, so that offsets stay valid.',
  'text/unknown-encoding': 'The declared encoding is unknown; the text was read as UTF-8.',
  'text/wrong-encoding': 'The bytes do not fit the declared encoding; the text was read in the encoding they do fit.',
  'text/long-passage-skipped': 'A passage is longer than any sentence can be; it was kept but not read.',
  'html/no-article': 'No article was found in the page; all visible text was kept.',
  'pdf/no-text': 'The PDF holds images only. Run it through a text recogniser first.',
  'pdf/encrypted': 'The PDF is encrypted. Save it without a password first.',
  'pdf/broken': 'The PDF could not be parsed.',
  'mail/broken': 'The message could not be parsed.',
  'warc/broken-record': 'A record of the archive could not be read; the others were.',
  'language/not-read': 'The engine does not read this language. The document is kept and can be marked by hand.',
  'input/not-json': 'The line is not a JSON object. Each line must be one.',
  'input/no-content': 'The line has neither "text" nor "html".',
  'input/bad-field': 'A field of the line has the wrong type.',
  'ledger/unavailable': 'The ledger could not be opened. The message says why.',
  'ledger/in-use': 'Another process holds the ledger and could not be joined.',
  'ledger/not-found': 'The ledger holds nothing under this identifier.',
  'ledger/not-writable': 'The ledger’s folder cannot be written to.',
  'work/no-queue': 'A ledger in a folder has no queue: its one process does the work itself. Set DATABASE_URL for a team of workers.',
  'custody/bad-key': 'The file does not hold an Ed25519 key that can be read.',
  'custody/chain-broken': 'An entry of the history is not as it was written, or does not follow the one before.',
  'custody/content-changed': 'Bytes or an analysis are not what their hash says: they were changed after they were kept.',
  'custody/row-changed': 'A row is not as the history says it was written.',
  'custody/row-missing': 'The history tells of a row that is not there.',
  'custody/row-unknown': 'There are rows that the history does not tell of.',
  'custody/bad-signature': 'A head of the history carries a signature that does not fit it, or that of another key.',
  'custody/head-missing': 'The history does not hold the entry that was noted as its head: it was cut off, or made anew.',
  'custody/unsigned': 'The end of the history is not signed: no key was at hand when it was written.',
  'custody/file-broken': 'The file is not a whole backup or evidence bundle of Casus.',
  'ledger/not-empty': 'A backup is restored into an empty ledger only.',
  'request/invalid': 'The request does not have the expected shape. The message names the field.',
  'request/not-found': 'There is no such page.',
  'request/no-token': 'This server asks for a token. Give one in the settings or as "Authorization: Bearer …".',
  'request/not-allowed': 'The token does not allow this. Ask who manages the tokens for one that does.',
  'request/too-large': 'The request is larger than the limit.',
  'internal/unexpected': 'Something went wrong that should not have. Please report it with the message.',
} as const satisfies Record<string, string>

export type ProblemCode = keyof typeof PROBLEMS

export const problem = (code: ProblemCode, message: string, at?: { start: number; end: number }): Problem =>
  at ? { code, message, start: at.start, end: at.end } : { code, message }

/** Thrown outside the engine only; the engine returns problems. */
export class CasusError extends Error {
  readonly problem: Problem
  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CasusError'
    this.problem = problem(code, message)
  }
}
