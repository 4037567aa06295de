import type { Input } from '../actions/workbench.ts'
import { CasusError } from '../model/problem.ts'
import type { CaptureMethod } from '../model/record.ts'
import { addRequest } from './requests.ts'

const encoder = new TextEncoder()

const toPasted = (body: unknown): Input => {
  const { text, title, publisher, published, url } = addRequest.parse(body)
  return {
    bytes: encoder.encode(text),
    fileName: null,
    mediaType: /^\s*<(?:!doctype|html|\?xml)/i.test(text) ? 'text/html' : 'text/plain',
    facts: { ...(title && { title }), ...(publisher && { publisher }), ...(published && { published }), ...(url && { url }) },
  }
}

const MOST_FILES = 200

const toFiles = async (form: FormData): Promise<readonly Input[]> => {
  const files = form.getAll('file').filter((value) => value instanceof File)
  if (files.length === 0) throw new CasusError('request/invalid', 'file: no file was sent')
  if (files.length > MOST_FILES) throw new CasusError('request/invalid', `file: more than ${MOST_FILES} files at once`)
  return Promise.all(
    files.map(async (file) => ({
      bytes: new Uint8Array(await file.arrayBuffer()),
      fileName: file.name || null,
      mediaType: file.type || null,
    })),
  )
}

/** What a request brings: a pasted text as JSON, or a form with files. A plain form of another site can send neither without asking first. */
export const readInputs = async (request: Request): Promise<Readonly<{ inputs: readonly Input[]; method: CaptureMethod }>> => {
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) return { inputs: [toPasted(await request.json())], method: 'pasted' }
  if (!type.startsWith('multipart/form-data')) throw new CasusError('request/invalid', 'Send JSON with "text", or a form with "file".')
  const form = await request.formData().catch(() => {
    throw new CasusError('request/invalid', 'The form could not be read.')
  })
  return { inputs: await toFiles(form), method: 'file' }
}

/** The JSON of a request. */
export const readJson = async (request: Request): Promise<unknown> => {
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) throw new CasusError('request/invalid', 'Send JSON.')
  return request.json()
}
