import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CasusError } from '../../model/problem.ts'

/** What signs heads of the history: an Ed25519 key, its public half as base64 of its DER form. */
export type Signer = Readonly<{
  key: string
  sign: (head: Head) => string
  /** Public keys whose signatures are taken for good here: its own, and those of backups that were restored. */
  trusted: readonly string[]
  /** Takes other keys' signatures for good from now on. */
  trust: (keys: readonly string[]) => Promise<void>
}>

/** The last entry of a history at some moment. */
export type Head = Readonly<{ collection: number; seq: number; hash: string }>

const KEY_FILE = 'signing-key.pem'
const PUBLIC_FILE = 'signing-key.pub.pem'
/** A public key a line, base64. */
const TRUSTED_FILE = 'trusted-keys.txt'

const toMessage = ({ collection, seq, hash }: Head): Buffer => Buffer.from(`casus head ${collection} ${seq} ${hash}`)

const toPublic = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' }).toString('base64')

const toSigner = (key: KeyObject): Signer => ({
  key: toPublic(key),
  sign: (head) => sign(null, toMessage(head), key).toString('base64'),
  trusted: [toPublic(key)],
  trust: async () => undefined,
})

/** How a key is called where people compare it: the first 16 bytes of its SHA-256, in hex. */
export const fingerprintOf = (key: string): string => createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32)

export const isSigned = (head: Head, key: string, signature: string): boolean => {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' })
    return verify(null, toMessage(head), publicKey, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

const unusable = (file: string, error: unknown): CasusError =>
  new CasusError('custody/bad-key', `${file} is not an Ed25519 key that can be read: ${(error as Error).message}`, { cause: error })

/** A signer from a key file (PEM). Throws `custody/bad-key`. */
export const readSigner = async (file: string): Promise<Signer> => {
  try {
    const key = createPrivateKey(await readFile(file))
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`it is of the kind ${key.asymmetricKeyType}`)
    return toSigner(key)
  } catch (error) {
    throw unusable(file, error)
  }
}

/** The public key in a file, private or public. Throws `custody/bad-key`. */
export const readPublicKey = async (file: string): Promise<string> => {
  try {
    return toPublic(createPublicKey(await readFile(file)))
  } catch (error) {
    throw unusable(file, error)
  }
}

/** The signer of the ledger in a folder; makes its key at first use. Null where another user's key cannot be read. */
export const openSigner = async (folder: string): Promise<Signer | null> => {
  const file = join(folder, KEY_FILE)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  try {
    // Made whole or not at all, and never over one that is there.
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    await writeFile(join(folder, PUBLIC_FILE), publicKey.export({ type: 'spki', format: 'pem' }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return null
  }
  const text = await readFile(file).catch(() => null)
  if (text === null) return null
  const signer = await readSigner(file)
  const others = (await readFile(join(folder, TRUSTED_FILE), 'utf8').catch(() => '')).split('\n').filter(Boolean)
  const trust = async (keys: readonly string[]): Promise<void> => {
    await writeFile(join(folder, TRUSTED_FILE), `${[...new Set([...others, ...keys])].join('\n')}\n`)
  }
  return { ...signer, trusted: [signer.key, ...others], trust }
}
