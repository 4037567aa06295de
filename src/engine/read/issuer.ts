import type { DocumentFacts, Issuer, IssuerKind } from '../../model/document.ts'

/** Words in a publisher's own name that say what sort of body it is, most telling first. */
const KIND_WORDS: readonly (readonly [IssuerKind, RegExp])[] = [
  [
    'party-to-conflict',
    /\b(?:minist\w{1,4} of (?:national )?defen[cs]e|defen[cs]e ministry|department of defen[cs]e|department of war|pentagon|armed forces|(?:air|ground|naval|defen[cs]e) forces?|army|navy|military|general staff|brigades?|battalions?|militia|resistance movement|liberation (?:front|army)|mujahid[ei]+n|central command|centcom|military council|(?:military|war) media|inter[- ]services|operations command|\w{1,12}com command)\b/i,
  ],
  [
    'agency',
    /\b(?:reuters|associated press|ap|afp|agence france[- ]presse|xinhua|tass|interfax|dpa|efe|upi|united press international|ansa|anadolu|pti|press trust of india|bernama|kyodo|yonhap|ria novosti|news agency|press agency|newswire|pr newswire)\b/i,
  ],
  [
    'medical',
    /\b(?:hospital|(?<!legal )clinic|médecins|doctors without borders|red cross|red crescent|medical (?:centre|center|charity)|ambulance|health (?:service|organi[sz]ation))\b/i,
  ],
  [
    'ngo',
    /\b(?:amnesty|human rights|oxfam|observatory|watch\b(?! news)|foundation|charity|relief|rescue committee|save the children|civil defen[cs]e|network for|centre for|center for|airwars|body count)\b/i,
  ],
  [
    'official-other',
    /\b(?:minist\w{1,4}|department|directorate|government|embassy|parliament|police|polizei\w{0,12}|sheriff|prosecutor|municipality|council|commission|united nations|un|osce|nato|office of|white house|kremlin|presidency|state\.gov|\.gov|\.mil)\b/i,
  ],
  ['social', /(?<![\w-])(?:twitter|x\.com|facebook|telegram|instagram|tiktok|youtube|reddit|mastodon|bluesky|vkontakte)\b/i],
  ['blog', /\b(?:blog|blogspot|wordpress|substack|medium\.com|tumblr|typepad|livejournal)\b/i],
  ['dataset', /\b(?:dataset|database|acled|ucdp|gdelt)\b/i],
  [
    'news',
    /\b(?:news|times|post|herald|tribune|gazette|courier|guardian|observer|chronicle|journal|daily|evening|morning|sunday|weekly|press|telegraph|mail|standard|independent|examiner|inquirer|dispatch|star|sun|globe|mirror|record|register|reporter|monitor|bulletin|sentinel|argus|echo|express|radio|television|tv|broadcasting|bbc|cnn|abc|cbs|nbc|npr|fox|al[- ]jazeera|channel|magazine|media|newspaper|today|review)\b/i,
  ],
]

/** What sort of body a publisher is, by the words of its own name. */
export const kindOfPublisher = (name: string): IssuerKind => KIND_WORDS.find(([, words]) => words.test(name))?.[0] ?? 'unknown'

const ARMED =
  'forces?|troops?|planes?|aircraft|warplanes?|jets?|fighters|soldiers|units?|artillery|brigades?|fronts?|columns?|combatants|guerrillas?|commandos?|heroes|mujahid[ei]+n|army|navy|pilots|drones|air defen[cs]es?|missile units?|battalions?|men'
const DEEDS =
  'carried out|conducted|struck|hit|targeted|destroyed|launched|shelled|bombed|bombarded|attacked|raided|repelled|repulsed|intercepted|downed|shot down|fired|eliminated|neutrali[sz]ed|ambushed|stormed|seized|captured|liberated|advanced|responded|killed|retaliated|engaged|thwarted|opened (?:up|fire)'
const OUR_DEEDS = new RegExp(`\\b(?:our|ours)\\s(?:[\\p{L}-]{1,20}\\s){0,2}(?:${ARMED})\\s(?:[\\p{L}-]{1,20}\\s){0,2}(?:${DEEDS})\\b`, 'iu')
/** "Own troops engaged the hideout": as armies write of themselves. */
const OWN_DEEDS = new RegExp(
  `(?<!\\b(?:its|their|his|her|the|whose)\\s)\\bown\\s(?:troops|forces|soldiers|men)\\s(?:[\\p{L}-]{1,20}\\s){0,2}(?:${DEEDS})\\b`,
  'iu',
)
/** "The enemy carried out 71 shellings", told by those who say "we". */
const ENEMY_DEEDS = new RegExp(`\\bthe\\s(?:[\\p{L}-]{1,14}\\s)?enemy\\s(?:[\\p{L}-]{1,20}\\s){0,2}(?:${DEEDS}|dropped|used)\\b`, 'iu')
const OURS = /\b(?:we|our|ours)\b/i
const WE_DID =
  /\bwe\s(?:have\s)?(?:also\s)?(?:carried out|conducted|struck|targeted|destroyed|shelled|bombed|bombarded|shot down|downed|intercepted|claim responsibility|announce our responsibility)\b/iu
const STATEMENT =
  /^\W{0,4}(?:(?:official|press|joint|military|urgent|important)\s)?(?:statement|communiqu[eé]|press release|announcement|declaration|bulletin)(?!\p{L})/iu
const OUR_ARMED = new RegExp(`\\b(?:our|ours)\\s(?:[\\p{L}-]{1,20}\\s){0,2}(?:${ARMED})\\b`, 'iu')

/** Words between quotation marks are somebody else's "our". */
const QUOTED = /["“«][^"“”«»]{0,2000}["”»]/gu

const HEAD = 6_000

/** Is it told by one of those who fight: "our forces carried out strikes", in the document's own voice? */
export const isToldByAParty = (title: string | null, ownWords: string): boolean => {
  const words = ownWords.slice(0, HEAD).replace(QUOTED, ' ')
  if (OUR_DEEDS.test(words) || WE_DID.test(words) || OWN_DEEDS.test(words)) return true
  if (ENEMY_DEEDS.test(words) && OURS.test(words)) return true
  return title !== null && STATEMENT.test(title) && OUR_ARMED.test(words)
}

export type IssuerClues = Readonly<{
  facts: DocumentFacts
  title: string | null
  /** A name printed in the document's head ("The Evening Post, 30 December 2019"). */
  printed?: string | null
  /** What sort of body printed it, where its form says so (an agency's mark in a dateline). */
  printedKind?: IssuerKind
  /** The site's name in a page's metadata. */
  declared?: string | null
  /** Known by the page's form only: a weblog with a comment thread, a post on a platform. */
  formKind?: IssuerKind
  ownWords: string
}>

const named = (name: string, from: Issuer['from'], { title, ownWords, printedKind, formKind }: IssuerClues): Issuer => {
  const byName = kindOfPublisher(name)
  const kind = isToldByAParty(title, ownWords) && byName !== 'news' && byName !== 'agency' ? 'party-to-conflict' : byName
  // Whoever heads a communiqué is no paper that prints news.
  const byForm = title !== null && STATEMENT.test(title) ? undefined : printedKind
  return { name, kind: kind === 'unknown' ? (byForm ?? formKind ?? 'unknown') : kind, from }
}

/** Who puts the document out, from what the caller, the page's metadata or the text itself says; never from anything else. */
export const findIssuer = (clues: IssuerClues): Issuer => {
  const { facts, declared, printed, title, ownWords, formKind } = clues
  if (facts.publisher?.trim()) return named(facts.publisher.trim(), 'caller', clues)
  if (declared?.trim()) return named(declared.trim(), 'metadata', clues)
  if (printed?.trim()) return named(printed.trim(), 'text', clues)
  if (isToldByAParty(title, ownWords)) return { name: null, kind: 'party-to-conflict', from: 'text' }
  return { name: null, kind: formKind ?? 'unknown', from: formKind ? 'text' : null }
}
