import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { SCOPES } from '../../model/access-token.ts'
import type { Scope, TokenRecord } from '../../server/wire.ts'
import { getSession, listTokens, makeToken, revokeToken, signOut } from '../lists-api.ts'
import { texts } from '../texts.ts'

const words = texts.access

/** Makes a token and shows it this once. */
const NewToken = () => {
  const queries = useQueryClient()
  const make = useMutation({ mutationFn: makeToken, onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }) })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    make.mutate({ name: String(form.get('name') ?? ''), scopes: form.getAll('scope').map(String) as Scope[] })
  }
  return (
    <form className="form token-new" onSubmit={onSubmit}>
      <label className="field">
        <span>{words.name}</span>
        <input name="name" required maxLength={100} />
      </label>
      <fieldset className="facts-fields">
        <legend>{words.scopesLabel}</legend>
        {SCOPES.map((scope) => (
          <label key={scope} className="check">
            <input type="checkbox" name="scope" value={scope} defaultChecked={scope === 'read'} /> {words.scopes[scope]}
          </label>
        ))}
      </fieldset>
      {make.error && <p role="alert">{make.error.message}</p>}
      <button type="submit" className="button" disabled={make.isPending}>
        {words.make}
      </button>
      {make.data && (
        <p role="status">
          {words.once} <code className="token-secret">{make.data.secret}</code>
        </p>
      )}
    </form>
  )
}

const Token = ({ token }: Readonly<{ token: TokenRecord }>) => {
  const queries = useQueryClient()
  const revoke = useMutation({ mutationFn: revokeToken, onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }) })
  const { id, name, scopes, by, at, revoked } = token
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {scopes.map((scope) => words.scopes[scope]).join(', ')} <span className="soft">{words.madeBy(by, at.slice(0, 10))}</span>{' '}
        {revoked ? (
          <span className="soft">{words.revokedBy(revoked.by, revoked.at.slice(0, 10))}</span>
        ) : (
          <button type="button" className="button is-quiet is-small" disabled={revoke.isPending} onClick={() => revoke.mutate(id)}>
            {words.revoke}
            <span className="sr-only">: {name}</span>
          </button>
        )}
      </dd>
    </div>
  )
}

const You = () => {
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['session'], queryFn: getSession })
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => queries.resetQueries() })
  if (!data) return null
  return (
    <p className="section-note">
      {data.required ? words.required : words.open}{' '}
      {data.name && (
        <>
          {words.you(data.name)}{' '}
          <button type="button" className="button is-quiet is-small" onClick={() => leave.mutate()}>
            {words.signOut}
          </button>
        </>
      )}
    </p>
  )
}

/** Who holds a token and what for; new ones, and taking them away. */
export const TokenSettings = () => {
  const { data, error } = useQuery({ queryKey: ['tokens'], queryFn: listTokens, retry: false })
  return (
    <section>
      <h2>{words.tokens}</h2>
      <You />
      {error && <p className="soft">{error.message}</p>}
      {data && (
        <>
          {data.tokens.length > 0 && (
            <dl className="method-terms">
              {data.tokens.map((token) => (
                <Token key={token.id} token={token} />
              ))}
            </dl>
          )}
          <NewToken />
        </>
      )}
    </section>
  )
}
