/** What a file is, told from its bytes before its name: names are often wrong. */
export type Format = 'text' | 'html' | 'pdf' | 'mail' | 'warc' | 'gzip' | 'binary'

const SAMPLE = 64_000
const HTML =
  /^\s{0,2000}(?:<\?xml[^>]{0,300}\?>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200}){0,5}<(?:!doctype\s{1,5}html|html|head|body|article|main|title|meta|link|script|style|div|section|table|p|h1|h2)\b/i
const TAGS = /<\/?(?:p|div|span|br|a|h[1-6]|ul|li|table|article|section|blockquote)\b[^<>]{0,300}>/gi
const HEADER =
  /^(?:received|return-path|delivered-to|mime-version|message-id|subject|from|to|date|content-type|x-[\w-]{1,40}|dkim-signature|reply-to|cc):\s?/i

/** The share of a sample that no text has: control characters other than white space and escape. */
const strangeShare = (sample: Uint8Array): number => {
  let strange = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127) strange++
  return sample.length === 0 ? 0 : strange / sample.length
}

const isWide = (sample: Uint8Array): boolean => {
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return true
  let [even, odd] = [0, 0]
  for (let i = 0; i + 1 < Math.min(sample.length, 4_096); i += 2) {
    if (sample[i] === 0) even++
    if (sample[i + 1] === 0) odd++
  }
  const half = Math.min(sample.length, 4_096) / 2
  return half >= 2 && Math.max(even, odd) > half * 0.6 && Math.min(even, odd) < half * 0.05
}

/** Do the first lines look like a letter's headers: several of them, one naming the sender or the way it came? */
const isMail = (start: string): boolean => {
  const lines = start.split(/\r?\n/, 60)
  let headers = 0
  let telling = false
  for (const line of lines) {
    if (line === '') break
    if (/^\s/.test(line) && headers > 0) continue
    if (!HEADER.test(line)) return headers >= 3 && telling && /^[\w-]{2,60}:/.test(line)
    headers++
    telling ||=
      /^(?:received|message-id|mime-version|return-path|delivered-to|dkim-signature)/i.test(line) ||
      (/^from:/i.test(line) && /@/.test(line))
  }
  return headers >= 3 && telling
}

/** Tells the format; `fileName` and `contentType` decide only between formats that the bytes allow. */
export const findFormat = (bytes: Uint8Array, { fileName = '', contentType = '' }: { fileName?: string; contentType?: string }): Format => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  if (start.slice(0, 1_024).includes('%PDF-')) return 'pdf'
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip'
  if (/^\s{0,10}WARC\/[01]\.\d/.test(start)) return 'warc'
  const sample = bytes.subarray(0, SAMPLE)
  if (!isWide(sample) && strangeShare(sample) > 0.02) return 'binary'
  if (/\.eml$/i.test(fileName) || /^message\/rfc822/i.test(contentType) || isMail(start)) return 'mail'
  if (HTML.test(start.replaceAll('\0', '').replace(/^(?:ï»¿|ÿþ|þÿ)/, ''))) return 'html'
  const named = /\.(?:x?html?|php|aspx?)$/i.test(fileName) || /^(?:text\/html|application\/xhtml)/i.test(contentType)
  return named && (start.replaceAll('\0', '').match(TAGS)?.length ?? 0) > 0 ? 'html' : 'text'
}
