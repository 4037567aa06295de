import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { signIn } from '../lists-api.ts'
import { texts } from '../texts.ts'

const words = texts.access

/** Asks for the token of this person; the browser keeps it where scripts cannot read it. */
export const SignIn = () => {
  const queries = useQueryClient()
  const send = useMutation({ mutationFn: signIn, onSuccess: () => queries.resetQueries() })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send.mutate(String(new FormData(event.currentTarget).get('token') ?? ''))
  }
  return (
    <section className="teach">
      <h1>{words.heading}</h1>
      <p>{words.note}</p>
      <form className="form" onSubmit={onSubmit}>
        <label className="field">
          <span>{words.token}</span>
          <input name="token" type="password" required maxLength={200} autoComplete="current-password" />
        </label>
        {send.error && <p role="alert">{send.error.message}</p>}
        <button type="submit" className="button is-main" disabled={send.isPending}>
          {words.signIn}
        </button>
      </form>
    </section>
  )
}
