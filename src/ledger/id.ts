import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base 32: no letters that look like digits, safe in addresses and file names. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const toBase32 = (bytes: Uint8Array, length: number): string => {
  let out = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += ALPHABET[(value >>> bits) & 31]
    }
    value &= 0xff
  }
  return out.slice(0, length)
}

export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

/** 100 bits: among a billion documents the chance that any two share an id is below one in a trillion. */
const hashed = (prefix: string, ...parts: readonly string[]): string =>
  prefix + toBase32(createHash('sha256').update(parts.join('\0')).digest(), 20)

/** A document: these bytes from this source. The same again gives the same id. */
export const toDocumentId = (content: string, source: string): string => hashed('d', content, source)

/** An incident of the ledger: named after the document that first spoke of it. */
export const toIncidentId = (document: string, reading: number, local: string): string => hashed('i', document, String(reading), local)

/** An incident that a split made: named after the judgement. */
export const toSplitId = (judgement: string): string => hashed('i', judgement)

/** A claim of the ledger: `d0123….1.c4`. */
export const toClaimId = (document: string, reading: number, id: string): string => `${document}.${reading}.${id}`

const CLAIM_ID = /^(d[0-9a-z]{20})\.(\d{1,9})\.([A-Za-z0-9_-]{1,40})$/

export const findClaimKey = (id: string): Readonly<{ document: string; reading: number; id: string }> | undefined => {
  const match = CLAIM_ID.exec(id)
  return match ? { document: match[1]!, reading: Number(match[2]), id: match[3]! } : undefined
}

const MS_BYTES = 6

/** An id for an act (a capture, a link, a judgement): 48 bits of time, so that they sort as they were made, and 80 of chance. */
export const newId = (prefix: string): string => {
  const bytes = new Uint8Array(16)
  const now = Buffer.alloc(8)
  now.writeBigUInt64BE(BigInt(Date.now()))
  bytes.set(now.subarray(8 - MS_BYTES))
  bytes.set(randomBytes(16 - MS_BYTES), MS_BYTES)
  return prefix + toBase32(bytes, 26)
}
