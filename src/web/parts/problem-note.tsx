import { Link } from '@tanstack/react-router'
import { ProblemError } from '../api.ts'
import { texts } from '../texts.ts'
import { SignIn } from './sign-in.tsx'

/** Says what went wrong and what to do, in place of a page. */
export const ProblemNote = ({ error, retry }: Readonly<{ error: unknown; retry?: () => void }>) => {
  const problem = error instanceof ProblemError ? error.problem : { code: 'internal/unexpected', message: String(error) }
  if (problem.code === 'request/no-token') return <SignIn />
  const isMissing = problem.code === 'ledger/not-found' || problem.code === 'request/not-found'
  return (
    <section className="teach" role="alert">
      <h1>{isMissing ? texts.problem.notFoundHeading : texts.problem.heading}</h1>
      <p>{isMissing ? texts.problem.notFound : problem.message}</p>
      <p className="teach-code">{problem.code}</p>
      <p className="teach-actions">
        {retry && !isMissing && (
          <button type="button" className="button" onClick={retry}>
            {texts.retry}
          </button>
        )}
        <Link to="/incidents" className="button">
          {texts.problem.back}
        </Link>
      </p>
    </section>
  )
}

export const NotFound = () => <ProblemNote error={new ProblemError({ code: 'request/not-found', message: '' })} />

/** A quiet line while something is on its way. */
export const Loading = () => (
  <p className="loading" role="status">
    {texts.loading}
  </p>
)
