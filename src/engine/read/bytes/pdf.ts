import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf'
import { type Problem, problem } from '../../../model/problem.ts'

export type PdfReading = Readonly<{ text: string | null; problems: readonly Problem[] }>

/** A gap between two lines wider than this many times the letters' height is a new paragraph. */
const PARAGRAPH_GAP = 1.7
/** A page with fewer letters on the average is a picture of text. */
const FEWEST_LETTERS = 8

/** A page's words in reading order as the file gives it: lines kept, an empty line where the page leaves one. */
const toPageText = (items: readonly StructuredTextItem[]): string => {
  let text = ''
  let last: StructuredTextItem | undefined
  for (const item of items) {
    if (item.str === '' && !item.hasEOL) continue
    if (item.str.trim() !== '') {
      const height = item.fontSize || item.height || 10
      if (last) {
        const down = last.y - item.y
        const newLine = Math.abs(down) > height * 0.5
        if (newLine) {
          text = text.trimEnd()
          text += down > height * PARAGRAPH_GAP || down < -height ? '\n\n' : '\n'
        } else if (item.x > last.x + last.width + height * 0.15 && !/\s$/.test(text)) text += ' '
      }
      last = item
    }
    text += item.str
  }
  return text.trim()
}

const isEncrypted = (error: unknown): boolean => error instanceof Error && /password|encrypt/i.test(`${error.name} ${error.message}`)

/** Reads a PDF's own text. A scan has none, and an encrypted file gives none. */
export const readPdf = async (bytes: Uint8Array): Promise<PdfReading> => {
  try {
    // The library keeps the buffer that it is given.
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
    const { items, totalPages } = await extractTextItems(document)
    const text = items
      .map(toPageText)
      .filter((page) => page !== '')
      .join('\n\n')
    await document.cleanup()
    if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS * Math.min(totalPages, 3))
      return { text: null, problems: [problem('pdf/no-text', `The PDF has ${totalPages} pages and no text.`)] }
    return { text, problems: [] }
  } catch (error) {
    if (isEncrypted(error)) return { text: null, problems: [problem('pdf/encrypted', 'The PDF asks for a password.')] }
    return { text: null, problems: [problem('pdf/broken', error instanceof Error ? error.message : 'The PDF could not be parsed.')] }
  }
}
