import { type Problem, problem } from '../../../model/problem.ts'

export type Decoded = Readonly<{ text: string; problems: readonly Problem[] }>

const decode = (bytes: Uint8Array, label: string): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
const isKnown = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

/** A byte-order mark settles the matter. */
const markOf = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

const SAMPLE = 4_096

/** UTF-16 without a mark: every other byte of Western text is zero. */
const findUtf16 = (bytes: Uint8Array): string | undefined => {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 4) return undefined
  let [even, odd] = [0, 0]
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.6 && odd < half * 0.05 ? 'utf-16be' : undefined
}

const DECLARED =
  /<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w:.-]{2,40})|<\?xml[^>]{0,120}?encoding\s{0,3}=\s{0,3}["']([\w:.-]{2,40})/i

/** The encoding that a page declares in its first bytes. */
export const declaredIn = (bytes: Uint8Array): string | undefined => {
  const found = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE)))
  return found?.[1] ?? found?.[2]
}

export const charsetOf = (contentType: string | undefined): string | undefined =>
  /charset\s{0,3}=\s{0,3}["']?([\w:.-]{2,40})/i.exec(contentType ?? '')?.[1]

/** How many characters of more than one byte are well-formed UTF-8, and how many bytes are not. */
const countUtf8 = (bytes: Uint8Array): { good: number; bad: number } => {
  let [good, bad] = [0, 0]
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    const follow = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0
    let n = 0
    while (n < follow && (bytes[i + n + 1]! & 0xc0) === 0x80) n++
    if (follow > 0 && n === follow) {
      good++
      i += follow
    } else bad++
  }
  return { good, bad }
}

const SINGLE = ['windows-1252', 'windows-1251', 'windows-1256', 'windows-1253', 'windows-1255'] as const
const LETTERS = /[a-zA-Z]/g
const OWN: Readonly<Record<(typeof SINGLE)[number], RegExp>> = {
  'windows-1252': /[À-ÖØ-öø-ÿŠšŽžŒœŸ‘’“”–—…€]/g,
  'windows-1251': /[а-яё]/g,
  'windows-1256': /[\u0621-\u064a]/g,
  'windows-1253': /[α-ωά-ώ]/g,
  'windows-1255': /[א-ת]/g,
}

/** The single-byte encoding whose letters a text has: another script's where hardly any Latin letters stand between them. */
const guessSingle = (bytes: Uint8Array): string => {
  const sample = bytes.subarray(0, 20_000)
  const latin = new TextDecoder('windows-1252').decode(sample)
  let high = 0
  for (const byte of sample) if (byte >= 0xc0) high++
  if (high < (latin.match(LETTERS)?.length ?? 0)) return 'windows-1252'
  let best: string = 'windows-1252'
  let most = -1
  for (const label of SINGLE.slice(1)) {
    const own = new TextDecoder(label).decode(sample).match(OWN[label])?.length ?? 0
    if (own > most) [best, most] = [label, own]
  }
  return best
}

/** Bytes as text: by their mark, else by the declared encoding, else by the encoding that they fit. */
export const decodeText = (bytes: Uint8Array, declared: string | undefined): Decoded => {
  const mark = markOf(bytes)
  if (mark) return { text: new TextDecoder(mark).decode(bytes), problems: [] }
  const wide = findUtf16(bytes)
  if (wide)
    return { text: new TextDecoder(wide).decode(bytes), problems: declared && !/^utf-?16/i.test(declared) ? [wrong(declared, wide)] : [] }
  const unknown = declared !== undefined && !isKnown(declared)
  const problems: Problem[] = unknown ? [problem('text/unknown-encoding', `The encoding "${declared}" is unknown.`)] : []
  const { good, bad } = countUtf8(bytes)
  const utf8 = decode(bytes, 'utf-8')
  const isUtf8 = declared === undefined || unknown || /^utf-?8$/i.test(declared)
  if (utf8 !== undefined && (isUtf8 || good > 0))
    return { text: utf8, problems: isUtf8 || (good === 0 && bad === 0) ? problems : [...problems, wrong(declared, 'UTF-8')] }
  if (!isUtf8) {
    const text = decode(bytes, declared)
    if (text !== undefined) return { text, problems }
  }
  // A few broken bytes in UTF-8 (a cut in the middle of a letter) are no other encoding.
  if (good > bad * 10)
    return {
      text: new TextDecoder('utf-8').decode(bytes),
      problems: [...problems, wrong(declared ?? 'UTF-8', 'UTF-8 with broken characters')],
    }
  const label = guessSingle(bytes)
  return { text: new TextDecoder(label).decode(bytes), problems: [...problems, wrong(declared ?? 'UTF-8', label)] }
}

const wrong = (declared: string, used: string): Problem =>
  problem('text/wrong-encoding', `The bytes are not ${declared}; they were read as ${used}.`)
