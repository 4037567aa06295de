import PostalMime, { type Email } from 'postal-mime'
import { type Problem, problem } from '../../../model/problem.ts'
import { toIsoDate } from '../dates.ts'

export type MailReading = Readonly<{
  content: Readonly<{ text: string }> | Readonly<{ html: string }> | null
  title?: string
  published?: string
  publisher?: string
  attachments: readonly Readonly<{ bytes: Uint8Array; fileName: string; contentType: string }>[]
  problems: readonly Problem[]
}>

const senderOf = ({ from }: Email): string | undefined =>
  from?.name?.trim() || (from && 'address' in from ? from.address : undefined) || undefined

/** Attachments that are documents of their own; pictures and signatures are not. */
const READABLE = /^(?:application\/pdf|text\/(?:plain|html)|message\/rfc822|application\/xhtml\+xml)$/

/** Reads a message: its body, what its headers say of it, and the documents attached. */
export const readMail = async (bytes: Uint8Array): Promise<MailReading> => {
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: 30, attachmentEncoding: 'arraybuffer' })
    const content = mail.text?.trim() ? { text: mail.text } : mail.html?.trim() ? { html: mail.html } : null
    const published = mail.date ? toIsoDate(mail.date) : null
    const publisher = senderOf(mail)
    const attachments = mail.attachments
      .filter(({ mimeType, related }) => READABLE.test(mimeType) && !related)
      .map(({ content: body, filename, mimeType }) => ({
        bytes: typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body),
        fileName: filename ?? '',
        contentType: mimeType,
      }))
    return {
      content,
      ...(mail.subject?.trim() ? { title: mail.subject.trim() } : {}),
      ...(published ? { published } : {}),
      ...(publisher ? { publisher } : {}),
      attachments,
      problems: content || attachments.length > 0 ? [] : [problem('document/empty', 'The message has no body.')],
    }
  } catch (error) {
    return {
      content: null,
      attachments: [],
      problems: [problem('mail/broken', error instanceof Error ? error.message : 'The message could not be parsed.')],
    }
  }
}
