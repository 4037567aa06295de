import type { IssuerKind } from '../model/document.ts'

const KINDS: Readonly<Record<IssuerKind, string>> = {
  news: 'news outlet',
  agency: 'news agency',
  'party-to-conflict': 'party to the conflict',
  'official-other': 'officials',
  ngo: 'non-governmental organisation',
  medical: 'medical source',
  witness: 'witness',
  social: 'social media',
  blog: 'blog',
  dataset: 'data set',
  unknown: '',
}

/** What sort of speaker, in a reader's words; empty where that is not known. */
export const kindWords = (kind: IssuerKind): string => KINDS[kind]

/** For a heading: an unnamed speaker is called so before anything else is said of it. */
export const speakerKindWords = (kind: IssuerKind, { named }: { named: boolean }): string => {
  if (named) return kindWords(kind)
  return kind === 'unknown' ? 'unnamed source' : `unnamed source · ${kindWords(kind)}`
}
