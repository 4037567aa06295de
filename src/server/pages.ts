import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

type Encoding = 'br' | 'gzip' | 'identity'
type Body = Uint8Array<ArrayBuffer>

/** The built pages, held in memory by address: nothing else of the disk can be asked for. */
export type Pages = Readonly<{ find: (path: string, accepted: string) => Response | undefined; index: (accepted: string) => Response }>

const compressors: Readonly<Record<Encoding, (body: Body) => Body>> = {
  br: (body) => new Uint8Array(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
  gzip: (body) => new Uint8Array(gzipSync(body)),
  identity: (body) => body,
}

const pick = (accepted: string): Encoding => (/\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity')

/** Files whose name carries their hash never change; the others are asked for each time. */
const cacheOf = (path: string): string => (path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')

const NOT_BUILT = 'The web pages are not built. Run "npm start", or "npx vite build", and load this page again.\n'

const toServed = (path: string, body: Body): ((accepted: string) => Response) => {
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const made = new Map<Encoding, Body>()
  return (accepted) => {
    const encoding = type.startsWith('image/png') ? 'identity' : pick(accepted)
    const bytes = made.get(encoding) ?? compressors[encoding](body)
    made.set(encoding, bytes)
    return new Response(bytes, {
      headers: {
        'Content-Type': type,
        'Cache-Control': cacheOf(path),
        Vary: 'Accept-Encoding',
        ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      },
    })
  }
}

const listFiles = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !/(?:^|[\\/])\./.test(name) && statSync(join(folder, name)).isFile(),
    )
  } catch {
    return []
  }
}

/** Reads the built pages from a folder; without them every page says what to do. */
export const readPages = (folder: string): Pages => {
  const served = new Map(
    listFiles(folder).map((name) => {
      const path = `/${name.replaceAll('\\', '/')}`
      return [path, toServed(path, new Uint8Array(readFileSync(join(folder, name))))]
    }),
  )
  const index = served.get('/index.html')
  return {
    find: (path, accepted) => served.get(path)?.(accepted),
    index: (accepted) =>
      index?.(accepted) ?? new Response(NOT_BUILT, { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8' } }),
  }
}
