import type { Problem } from '../model/problem.ts'
import type { Ready } from './append-found.ts'
import { inRuns } from './in-runs.ts'
import { type AddedDocument, keepReady, MOST_DOCUMENTS } from './keep-ready.ts'
import { type AddRequest, type Prepared, prepare } from './prepare-document.ts'
import type { FoundDocument, Workbench } from './workbench.ts'

/** `problems`: of what could not be added. */
export type AddResult = Readonly<{ documents: readonly AddedDocument[]; problems: readonly Problem[] }>

/** Documents that are found, being read or waiting to be kept. */
const AHEAD = 96
const OPENED_AHEAD = 4

/** A document of a request, or (null) the request's end. */
type Step = Readonly<{ request: AddRequest; found: FoundDocument | null }>

async function* stepsOf(bench: Workbench, requests: AsyncIterable<AddRequest> | Iterable<AddRequest>): AsyncGenerator<Step> {
  const opened = inRuns(requests, async (request) => ({ request, all: await bench.find(request.input) }), {
    width: OPENED_AHEAD,
    longest: 1,
  })
  for await (const run of opened)
    for (const { request, all } of run) {
      for (const found of all) yield { request, found }
      yield { request, found: null }
    }
}

type Done = Readonly<{ prepared: Prepared | null }>

const readyOf = ({ prepared }: Done): readonly Ready[] => (prepared && 'ready' in prepared ? [prepared.ready] : [])

/**
 * Takes bytes into the ledger, input by input: every document in them is read, linked and kept whole or not at all, in the order
 * given. Several are read at a time, and those that are ready are kept together. Gives a result for each request once all its documents
 * are kept. Throws when the ledger is in trouble: what was told of till then is kept.
 */
export async function* addDocuments(
  bench: Workbench,
  requests: AsyncIterable<AddRequest> | Iterable<AddRequest>,
): AsyncGenerator<AddResult> {
  const prepareStep = async ({ request, found }: Step): Promise<Done> => ({
    prepared: found && (await prepare(bench, found, request)),
  })
  let documents: AddedDocument[] = []
  let problems: Problem[] = []
  for await (const run of inRuns(stepsOf(bench, requests), prepareStep, { width: AHEAD, longest: MOST_DOCUMENTS })) {
    const results = [...(await keepReady(bench.ledger, run.flatMap(readyOf)))]
    for (const { prepared } of run) {
      if (prepared === null) {
        yield { documents, problems }
        documents = []
        problems = []
      } else {
        const result = 'ready' in prepared ? results.shift()! : prepared.problems
        if ('outcome' in result) documents.push(result)
        else problems.push(...result)
      }
    }
  }
}

/** Takes one input into the ledger. */
export const addDocument = async (bench: Workbench, request: AddRequest): Promise<AddResult> => {
  for await (const result of addDocuments(bench, [request])) return result
  return { documents: [], problems: [] }
}
