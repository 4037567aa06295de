import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../read.ts'
import { readBytes } from './bytes.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
const gzip = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  )

/** A PDF of one page with the given drawing commands; `encrypt` adds a lock whose password nobody knows. */
const toPdf = (drawing: string, encrypt = ''): Uint8Array => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(encrypt ? [encrypt] : []),
  ]
  let text = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [i, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${encrypt ? '/Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]' : ''} >>\nstartxref\n${table}\n%%EOF`
  return latin1(text)
}
const LOCK = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`

const warc = (records: readonly { url: string; type: string; body: string; status?: string }[]): Uint8Array =>
  utf8(
    records
      .map(({ url, type, body, status = '200 OK' }) => {
        const http = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`
        return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:${url.length}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${utf8(http).length}\r\n\r\n${http}\r\n\r\n`
      })
      .join(''),
  )

const one = async (bytes: Uint8Array, facts = {}) => {
  const [reading] = await readBytes(bytes, facts)
  return { content: reading!.content, codes: reading!.problems.map(({ code }) => code), facts: reading!.facts }
}

describe('readBytes', () => {
  it.each<[string, Uint8Array, object, string[]]>([
    ['an empty file', new Uint8Array(), {}, ['document/empty']],
    ['white space', utf8(' \n\t'), {}, ['document/empty']],
    ['a picture', Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 32), {}, ['document/not-text']],
    ['a scan without text', toPdf('0 0 612 792 re f'), {}, ['pdf/no-text']],
    ['an encrypted PDF', toPdf('BT /F1 12 Tf 72 700 Td (Two people were hurt.) Tj ET', LOCK), {}, ['pdf/encrypted']],
    ['a broken PDF', utf8('%PDF-1.4\nnothing more'), {}, ['pdf/broken']],
    ['broken gzip', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), {}, ['document/not-text']],
    ['an archive without pages', warc([{ url: 'http://a.example/x.png', type: 'image/png', body: 'x' }]), {}, ['document/empty']],
  ])('%s gives no content and says why', async (_, bytes, facts, expected) => {
    const { content, codes } = await one(bytes, facts)
    expect(content).toBeNull()
    expect(codes).toEqual(expected)
  })

  it.each<[string, Uint8Array, object, string, string[]]>([
    ['UTF-8 with a mark', utf8('\uFEFFThe café burned.'), {}, 'The café burned.', []],
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, 0x48, 0, 0x69, 0]), {}, 'Hi', []],
    [
      'UTF-16 without one',
      Uint8Array.from('The bridge was hit.'.split('').flatMap((c) => [c.charCodeAt(0), 0])),
      {},
      'The bridge was hit.',
      [],
    ],
    ['Latin-1 taken for UTF-8', latin1('The caf\xe9 burned.'), {}, 'The café burned.', ['text/wrong-encoding']],
    [
      'UTF-8 declared as Latin-1',
      utf8('The café burned.'),
      { contentType: 'text/plain; charset=iso-8859-1' },
      'The café burned.',
      ['text/wrong-encoding'],
    ],
    ['Latin-1 declared', latin1('The caf\xe9 burned.'), { contentType: 'text/plain; charset=iso-8859-1' }, 'The café burned.', []],
    [
      'an unknown encoding',
      utf8('Plain words.'),
      { contentType: 'text/plain; charset=x-nonsense' },
      'Plain words.',
      ['text/unknown-encoding'],
    ],
    [
      'Cyrillic of Windows',
      Uint8Array.from([0xc2, 0xe7, 0xf0, 0xfb, 0xe2, 0x20, 0xe2, 0x20, 0xe3, 0xee, 0xf0, 0xee, 0xe4, 0xe5]),
      {},
      'Взрыв в городе',
      ['text/wrong-encoding'],
    ],
    ['right-to-left marks', utf8('\u200FThe \u202Barmy\u202C said.'), {}, '\u200FThe \u202Barmy\u202C said.', []],
  ])('decodes %s', async (_, bytes, facts, text, expected) => {
    const { content, codes } = await one(bytes, facts)
    expect(content).toEqual({ text })
    expect(codes).toEqual(expected)
  })

  it('reads the text of a PDF with its paragraphs', async () => {
    const lines = [
      'Shells hit a market in the north of the town on Sunday morning,',
      'wounding three traders, the mayor said.',
      '',
      'The army said that it had not fired.',
    ]
    const drawing = `BT /F1 12 Tf 72 700 Td ${lines.map((line) => `(${line}) Tj 0 -16 Td`).join(' ')} ET`
    const { content } = await one(toPdf(drawing))
    expect(content).toEqual({
      text: 'Shells hit a market in the north of the town on Sunday morning,\nwounding three traders, the mayor said.\n\nThe army said that it had not fired.',
    })
  })

  it('reads a message, what its headers say, and what is attached', async () => {
    const mail = [
      'From: "Press Office" <press@example.org>',
      'To: desk@example.com',
      'Subject: Two hurt in the north',
      'Date: Sun, 29 Dec 2019 10:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Two people were hurt on Saturday.',
      '--b',
      'Content-Type: text/plain; name="note.txt"',
      'Content-Disposition: attachment; filename="note.txt"',
      '',
      'A note of its own.',
      '--b--',
      '',
    ].join('\r\n')
    const [message, attachment] = await readBytes(utf8(mail), {})
    expect(message!.facts).toEqual({ title: 'Two hurt in the north', published: '2019-12-29T10:00:00Z', publisher: 'Press Office' })
    expect(message!.content).toMatchObject({ text: expect.stringContaining('Two people were hurt') })
    expect(attachment!.content).toMatchObject({ text: expect.stringContaining('A note of its own.') })
  })

  it.each([false, true])('reads the pages of an archive that were answered (packed: %s)', async (packed) => {
    const plain = warc([
      { url: 'http://a.example/1', type: 'text/html; charset=utf-8', body: '<html><body><p>The first page.</p></body></html>' },
      { url: 'http://a.example/gone', type: 'text/html', body: '<html>gone</html>', status: '404 Not Found' },
      { url: 'http://a.example/2', type: 'text/plain', body: 'The second page.' },
    ])
    const readings = await readBytes(packed ? await gzip(plain) : plain, {})
    expect(readings.map(({ facts }) => facts.url)).toEqual(['http://a.example/1', 'http://a.example/2'])
    expect(readings.map(({ content }) => content && Object.keys(content)[0])).toEqual(['html', 'text'])
  })

  it('unpacks gzip', async () => {
    expect((await one(await gzip(utf8('Some words in a file.')), { fileName: 'a.txt.gz' })).content).toEqual({
      text: 'Some words in a file.',
    })
  })

  it('never throws, whatever the bytes', async () => {
    const starts = ['', '%PDF-1.7\n', 'WARC/1.0\r\n', '\x1f\x8b\x08', '<html>', 'From: a@b\r\nTo: c\r\nSubject: d\r\n'].map(latin1)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        for (const { content, problems } of await readBytes(Uint8Array.from([...start, ...rest]), {})) {
          if (content) readDocument({ id: 'sha256:0', facts: {}, ...content })
          else expect(problems.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 150 },
    )
  })
})
