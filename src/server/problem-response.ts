import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ZodError } from 'zod'
import { CasusError, type Problem, type ProblemCode, problem } from '../model/problem.ts'

const STATUS: Readonly<Partial<Record<ProblemCode, ContentfulStatusCode>>> = {
  'request/invalid': 400,
  'request/no-token': 401,
  'request/not-allowed': 403,
  'request/not-found': 404,
  'request/too-large': 413,
  'ledger/not-found': 404,
  'ledger/unavailable': 503,
  'ledger/in-use': 503,
  'internal/unexpected': 500,
}

/** The one shape in which anything that went wrong leaves the server. */
export type ProblemBody = Readonly<{ problem: Problem }>

/** Answers with a problem; one that has no status of its own is the caller's to mend. */
export const toProblemResponse = (c: Context, found: Problem, status: ContentfulStatusCode = STATUS[found.code] ?? 422): Response =>
  c.json({ problem: found } satisfies ProblemBody, status)

const firstIssue = ({ issues: [issue] }: ZodError): string =>
  issue ? `${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${issue.message}` : 'The request does not have the expected shape.'

/** Turns whatever was thrown into a problem; what nobody foresaw is logged and not shown. */
export const onError = (error: unknown, c: Context): Response => {
  if (error instanceof CasusError) return toProblemResponse(c, error.problem)
  if (error instanceof ZodError) return toProblemResponse(c, problem('request/invalid', firstIssue(error)))
  if (error instanceof SyntaxError) return toProblemResponse(c, problem('request/invalid', 'The body is not JSON.'))
  if (error instanceof HTTPException)
    return toProblemResponse(
      c,
      problem(error.status === 413 ? 'request/too-large' : 'request/invalid', error.message),
      error.status as ContentfulStatusCode,
    )
  console.error(error)
  return toProblemResponse(c, problem('internal/unexpected', 'Something went wrong. The server’s output has the details.'))
}
