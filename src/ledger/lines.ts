import { StringDecoder } from 'node:string_decoder'

/**
 * The lines of JSON Lines in UTF-8, without their ends; a last line without an end counts. Only "\n" ends a line ("\r\n" too): JSON text may
 * hold U+2028 and U+2029 as they are, at which `node:readline` would cut.
 */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let parts: string[] = []
  for await (const chunk of input) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))).split(
      '\n',
    )
    parts.push(pieces[0]!)
    for (const piece of pieces.slice(1)) {
      yield withoutReturn(parts.join(''))
      parts = [piece]
    }
  }
  parts.push(decoder.end())
  const last = parts.join('')
  if (last !== '') yield withoutReturn(last)
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
