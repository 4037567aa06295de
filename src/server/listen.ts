import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { CasusError } from '../model/problem.ts'

/** A server that answers, and the way to end it. */
export type Listening = Readonly<{ url: string; port: number; close: () => Promise<void> }>

const toUrl = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** Opens a port for the app; port 0 takes any free one. Throws `request/invalid` when the port is taken or not allowed. */
export const listen = (app: Hono, { host, port }: Readonly<{ host: string; port: number }>): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
      resolve({
        url: toUrl(host, address.port),
        port: address.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? `port ${port} is taken: choose another with --port` : error.message
      reject(new CasusError('request/invalid', `The server could not start: ${why}`, { cause: error }))
    })
  })
