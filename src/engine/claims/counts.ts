import type { CountReading } from '../mentions/count/counts.ts'
import type { View } from './view.ts'

/** The counts of a document by the token of what they count and by the token of the number. */
export type CountIndex = Readonly<{
  of: (head: number) => CountReading | undefined
  byId: (id: string) => CountReading | undefined
  all: readonly CountReading[]
}>

export const toCountIndex = (counts: readonly CountReading[]): CountIndex => {
  const byNoun = new Map<number, CountReading>()
  const byToken = new Map<number, CountReading>()
  for (const count of counts) {
    byToken.set(count.token, count)
    if (count.noun === null) continue
    const known = byNoun.get(count.noun)
    // "a 30-plus rocket attack": a number beats an article.
    if (!known || known.form === 'definite' || known.form === 'indefinite' || known.form === 'bare-plural') byNoun.set(count.noun, count)
  }
  const byId = new Map(counts.map((count) => [count.id, count]))
  return { all: counts, byId: (id) => byId.get(id), of: (head) => byToken.get(head) ?? byNoun.get(head) }
}

/** The count of the words headed by `head`, also where the number stands among its modifiers. */
export const countOf = (view: View, index: CountIndex, head: number): CountReading | undefined => {
  const own = index.of(head)
  // "three of the four students": the students are four.
  const isShare = own !== undefined && own.relation === 'part' && own.token !== head
  const direct = isShare ? view.children(head).find((child) => view.tokens[child]!.deprel === 'nummod' && child !== own.token) : undefined
  const whole = direct === undefined ? undefined : index.of(direct)
  if (whole) return whole
  if (own && own.form !== 'definite') return own
  for (const child of view.children(head)) {
    const token = view.tokens[child]!
    if (token.deprel === 'nummod' || token.deprel.startsWith('nmod') || token.deprel === 'amod' || token.deprel === 'advmod') {
      const count = token.deprel === 'nummod' || token.upos === 'NUM' ? index.of(child) : undefined
      if (count) return count
    }
  }
  // "between 12 and 15": either number stands for both.
  if (!own && (view.tokens[head]!.upos === 'NUM' || /^\d/.test(view.tokens[head]!.text))) {
    const around = view.within('count', view.tokens[head]!)[0]
    return around && index.byId(around.id)
  }
  // "twice as many hurt", "half of them": the parse knows nothing of such numbers.
  const shares = own ? [] : view.within('count', view.tokens[head]!).concat(head > 0 ? view.within('count', view.tokens[head - 1]!) : [])
  return shares.flatMap(({ id }) => index.byId(id) ?? []).find(({ fraction }) => fraction !== null) ?? own
}
