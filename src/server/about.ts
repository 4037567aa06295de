import { Hono } from 'hono'
import { METHOD } from '../publish/method.ts'
import type { Desk } from './desk.ts'

/** What this ledger counts and how, and what runs here. */
export const about = (desk: Desk): Hono => {
  const data = new Hono()
  data.get('/method.json', (c) => c.json(METHOD))
  data.get('/settings.json', async (c) => c.json(await desk.getSettings()))
  return data
}
