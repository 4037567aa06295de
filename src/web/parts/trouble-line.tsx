import type { Problem } from '../../server/wire.ts'
import { texts } from '../texts.ts'

/** A problem as a line: what is wrong, what to do, and its stable code. */
export const TroubleLine = ({ trouble }: Readonly<{ trouble: Pick<Problem, 'message'> & { code: string } }>) => {
  const what = texts.whatToDo[trouble.code]
  return (
    <p className="trouble">
      {trouble.message}
      {what && what !== trouble.message && <span className="soft"> {what}</span>} <code className="soft">{trouble.code}</code>
    </p>
  )
}
