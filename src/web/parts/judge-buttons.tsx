import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { JudgeClaimRequest, MakeJudgementRequest } from '../../server/wire.ts'
import { judgeClaim, makeJudgement, makeJudgements, withdrawJudgement, withdrawJudgements } from '../api.ts'
import { texts } from '../texts.ts'
import { tellAct } from './last-act.ts'

/** Judges a claim and shows every page as it then stands. */
export const useJudge = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ claim, request }: Readonly<{ claim: string; request: JudgeClaimRequest }>) => judgeClaim(claim, request),
    onSuccess: ({ state, judgement }) => {
      tellAct({ words: texts.undone[state], judgements: judgement ? [judgement] : [] })
      return queries.invalidateQueries()
    },
  })
}

const toldAs = (kind: MakeJudgementRequest['kind']): string =>
  kind === 'merge'
    ? texts.undone.merged
    : kind === 'split'
      ? texts.undone.split
      : kind === 'status'
        ? texts.undone.status
        : kind === 'note'
          ? texts.undone.note
          : texts.undone.done

/** Makes a judgement on an incident or a pair, and shows every page as it then stands. */
export const useJudgement = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (request: MakeJudgementRequest) => makeJudgement(request),
    onSuccess: ({ judgement }, { kind }) => {
      tellAct({ words: toldAs(kind), judgements: [judgement.id] })
      return queries.invalidateQueries()
    },
  })
}

/** Makes many judgements at once; they are taken back at once too. */
export const useJudgements = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (requests: readonly MakeJudgementRequest[]) => makeJudgements(requests),
    onSuccess: ({ done, problems }) => {
      tellAct({ words: texts.undone.many(done.length, problems.length), judgements: done })
      return queries.invalidateQueries()
    },
  })
}

/** Withdraws judgements: what stood before it stands again. */
export const useUndo = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (judgement: string | readonly string[]): Promise<unknown> =>
      typeof judgement === 'string'
        ? withdrawJudgement(judgement)
        : judgement.length === 1
          ? withdrawJudgement(judgement[0]!)
          : withdrawJudgements(judgement),
    onSuccess: () => {
      tellAct({ words: texts.undone.withdrawn, judgements: [] })
      return queries.invalidateQueries()
    },
  })
}

export const UndoButton = ({ judgement }: Readonly<{ judgement: string | readonly string[] }>) => {
  const undo = useUndo()
  return (
    <button type="button" className="button is-quiet" disabled={undo.isPending} onClick={() => undo.mutate(judgement)}>
      {texts.document.undo}
    </button>
  )
}
