import type { Draft } from './draft.ts'

/** Verbs and nouns that bring in somebody's words. */
const SPEECH =
  /\b(?:sa(?:y|ys|id)|stat(?:e|es|ed|ing|ement|ements)|announc\w{1,7}|declar\w{1,7}|wr(?:ite|ites|ote|itten)|tweet(?:s|ed)?|post(?:s|ed)?|told|tells|claim(?:s|ed)?|warn(?:s|ed)?|explain(?:s|ed)?|comment(?:s|ed)?|respond(?:s|ed)?|repl(?:ies|ied)|report(?:s|ed)?|read(?:s)?|according to|add(?:s|ed)|insist(?:s|ed)?|quot(?:es|ed)|put it|communiqu[eé]|letter|message|speech|testimony)\b/iu
/** What a line announces that an archive may have lost: something shown, or somebody's reaction shown. */
const SHOWN =
  /\b(?:reactions?|responses?|repl(?:y|ies)|videos?|footage|clips?|photos?|photographs?|pictures?|images?|maps?|tweets?|posts?|thread|screenshots?|gallery|recording|audio|chart|graphic|document|sheet|leaflet|flyer|poster|statement|announcement|here|below|following|watch|listen|see)\b/iu
/** What only a picture, a film or a set-in post could be. */
const SEEN =
  /\b(?:videos?|footage|clips?|photos?|photographs?|pictures?|images?|maps?|tweets?|tweeted|screenshots?|filmed|recordings?|charts?|gallery|here (?:is|are))\b/i
const FINITE =
  /\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|\p{L}{2,}ed|said|says|went|came|took|made|gave|got|left|fell|hit|struck|shot|slain|began|saw|told|wrote|held|put|ran)\b/iu
/** "Their sheet is here:", "The names are below:": what is pointed at stood there. */
const POINTED_AT =
  /\b(?:is|are|was|were|stands?|follows?|(?:seen|read|found|reproduced|attached)) (?:just |right )?(?:here|below|underneath):$/i
/** Words said in something that a page sets in from elsewhere. */
const SET_IN = /\b(?:posts?|posted|tweets?|tweeted|thread|video|clip|recording)\b/i
/** What a page shows in the writer's own hand. */
const WRITTEN = /\bwr(?:ote|ites)\b/i
const QUOTED_WORDS = /["“][^"“”]{1,400}["”]/g
const OPENS_QUOTE = /^["“„«‘']/
const FIRST_PERSON = /\b(?:I|we|We|our|Our|us|my|My)\b/
const PRONOUN_SPEAKS =
  /^(?:he|she|it|they|the (?:statement|spokes\w{3,6}|official|officials|minister|ministry|general|group|army|president|source|sources))\s(?:\w{1,12}\s){0,2}?(?:also\s)?(?:said|says|added|adds|did not|declined|told|went on|warned|claimed|stressed|noted|denied|neither)\b/i
const IN_FULL = /\b(?:following|below|in full|reads?|full (?:text|statement|release)|press release|news release)\b/i
const ATTRIBUTED = /\b(?:said|says|according to|reported|told|confirmed|denied|announced)\b/i

const ends = (text: string, { start, end }: Draft): boolean => text.charCodeAt(end - 1) === 58 && end - start <= 1_200

const SENTENCE_END = /[.!?]["”’)]?\s+(?=\p{Lu}|["“‘])/gu

const lastSentence = (paragraph: string): string => {
  let from = 0
  for (const end of paragraph.matchAll(SENTENCE_END)) from = end.index + end[0].length
  return paragraph.slice(from)
}

/** The words by which the speaker of an introduction would be known again: the capitalised ones before its verb, or after "according to". */
const speakerWords = (introduction: string): readonly string[] => {
  const after = /\baccording to\s(.{3,80})/i.exec(introduction)?.[1]
  const before = SPEECH.exec(introduction)
  const phrase = after ?? introduction.slice(0, before?.index ?? 0).slice(-120)
  const names = phrase.match(/\p{Lu}[\p{L}\p{M}'’.-]{2,}/gu) ?? []
  const known = names.filter(
    (name) => !/^(?:The|This|That|These|Those|And|But|For|When|After|On|In|At|Here|What|His|Her|Its|Their|Mr|Mrs|Ms|Dr)$/.test(name),
  )
  if (known.length > 0) return known
  const noun = /\b(?:the|a|an|his|her|its|their)\s(?:\p{L}+\s){0,2}?(\p{L}{4,})\s*$/iu.exec(phrase)?.[1]
  return noun ? [noun] : []
}

const contentWords = (words: string): ReadonlySet<string> =>
  new Set((words.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter((word) => word.length >= 5 || /^\d{2,}$/.test(word)))

const isSpokenOf = (paragraph: string, speaker: readonly string[]): boolean => {
  if (PRONOUN_SPEAKS.test(paragraph.slice(0, 120))) return true
  // Whoever says "we" and names himself is still speaking: "The district mourns one of its own. Our hearts go out …".
  if (FIRST_PERSON.test(paragraph)) return false
  const opening = paragraph.slice(0, 240)
  return speaker.some((name) => opening.includes(name))
}

const LONGEST_QUOTE = 40

/**
 * What stands after a colon at a paragraph's end. Where words follow that somebody is announced to have said, they are a quote,
 * up to where that speaker is next spoken of in the third person. Where nothing follows that could have been announced, an
 * embed was lost there: a passage of no length, right after the colon.
 */
export const markIntroductions = (text: string, drafts: readonly Draft[]): readonly Draft[] => {
  const marked: Draft[] = [...drafts]
  const lost: Draft[] = []
  const isProse = (draft: Draft | undefined): boolean => draft?.kind === 'paragraph'
  for (let i = 0; i < marked.length; i++) {
    const draft = marked[i]!
    if (!isProse(draft) || !ends(text, draft)) continue
    const introduction = lastSentence(text.slice(draft.start, draft.end))
    const missing: Draft = { start: draft.end, end: draft.end, kind: 'embed', missing: true }
    let at = i + 1
    while (marked[at]?.kind === 'other') at++
    const next = marked[at]
    if (next && !isProse(next) && next.kind !== 'comment' && next.kind !== 'headline') continue
    if (!next || !isProse(next) || at > i + 2 || ends(text, next)) {
      if (SHOWN.test(introduction) || SPEECH.test(introduction) || introduction.split(/\s+/).length >= 6) lost.push(missing)
      continue
    }
    const follows = text.slice(next.start, next.end)
    if (OPENS_QUOTE.test(follows)) continue
    if (POINTED_AT.test(introduction)) {
      if (FIRST_PERSON.test(follows.slice(0, 400))) marked[at] = { ...next, kind: 'quote' }
      else lost.push(missing)
      continue
    }
    if (SPEECH.test(introduction) && FINITE.test(introduction)) {
      // "… said in a post:" and then prose that says itself whose words it gives: the post is gone.
      if (SET_IN.test(introduction) && ATTRIBUTED.test(follows) && !FIRST_PERSON.test(follows)) {
        lost.push(missing)
        continue
      }
      // "A friend wrote:" and then the report goes on, quoting others.
      const told = follows.replaceAll(QUOTED_WORDS, '')
      if (WRITTEN.test(introduction) && told !== follows && ATTRIBUTED.test(told) && !FIRST_PERSON.test(told)) {
        lost.push(missing)
        continue
      }
      const speaker = speakerWords(introduction)
      let stop = at
      while (stop < marked.length && stop < at + LONGEST_QUOTE && isProse(marked[stop])) {
        const paragraph = text.slice(marked[stop]!.start, Math.min(marked[stop]!.end, marked[stop]!.start + 400))
        if (OPENS_QUOTE.test(paragraph) || isSpokenOf(paragraph, speaker)) break
        stop++
      }
      // A statement that is announced in full may name its speaker in its first words.
      if (stop === at && IN_FULL.test(introduction)) stop++
      if (stop === at) lost.push(missing)
      for (let k = at; k < stop; k++) marked[k] = { ...marked[k]!, kind: 'quote' }
      i = Math.max(i, stop - 1)
      continue
    }
    if (!FINITE.test(introduction)) {
      if (SHOWN.test(introduction) && !FIRST_PERSON.test(follows.slice(0, 400))) lost.push(missing)
      else if (FIRST_PERSON.test(follows.slice(0, 400))) marked[at] = { ...next, kind: 'quote' }
      continue
    }
    // A fact, a colon, and the report it was taken from: the same things said again, with their source.
    const announced = contentWords(introduction)
    const again = [...contentWords(follows)].filter((word) => announced.has(word)).length
    if (again >= 2 && ATTRIBUTED.test(follows)) marked[at] = { ...next, kind: 'quote' }
    else if (SEEN.test(introduction)) lost.push(missing)
  }
  return lost.length === 0 ? marked : [...marked, ...lost]
}
