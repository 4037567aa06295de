import { useEffect } from 'react'
import { texts } from '../texts.ts'
import { UndoButton } from './judge-buttons.tsx'
import { tellAct, useLastAct } from './last-act.ts'

/** A line at the foot of the window: what was decided last, and the way back. It stays until something else is done or the page is left. */
export const UndoBar = () => {
  const act = useLastAct()
  useEffect(() => () => tellAct(undefined), [])
  return (
    <div className={act ? 'undo-bar' : 'sr-only'} role="status">
      {act && (
        <>
          <span>{act.words}</span>
          {act.judgements.length > 0 && <UndoButton judgement={act.judgements} />}
          <button type="button" className="button is-quiet" onClick={() => tellAct(undefined)}>
            {texts.close}
          </button>
        </>
      )}
    </div>
  )
}
