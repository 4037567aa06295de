import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { JudgeClaimRequest } from '../../server/wire.ts'
import { judgeClaim, withdrawJudgement } from '../api.ts'
import { texts } from '../texts.ts'
import { tellAct } from './last-act.ts'

/** Judges a claim and shows every page as it then stands. */
export const useJudge = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ claim, request }: Readonly<{ claim: string; request: JudgeClaimRequest }>) => judgeClaim(claim, request),
    onSuccess: ({ state, judgement }) => {
      tellAct({ words: texts.undone[state], judgement })
      return queries.invalidateQueries()
    },
  })
}

/** Withdraws a judgement: what stood before it stands again. */
export const useUndo = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: withdrawJudgement,
    onSuccess: () => {
      tellAct({ words: texts.undone.withdrawn, judgement: null })
      return queries.invalidateQueries()
    },
  })
}

export const UndoButton = ({ judgement }: Readonly<{ judgement: string }>) => {
  const undo = useUndo()
  return (
    <button type="button" className="button is-quiet" disabled={undo.isPending} onClick={() => undo.mutate(judgement)}>
      {texts.document.undo}
    </button>
  )
}
