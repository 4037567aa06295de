import type { EvidenceStatus } from '../../model/claim.ts'
import { type Span, span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { statementAt } from '../statements/statement-at.ts'
import { baseOf } from './grammar.ts'
import type { View } from './view.ts'

/** Words about what stands behind a claim, and what sort of claim they are about. */
export type EvidenceReading = Span &
  Readonly<{
    status: EvidenceStatus
    kind: string | null
    sentence: number
    about: 'figures' | 'blame' | 'any'
    statement: Statement | undefined
    rule: string
  }>

const MATERIAL =
  'lists?|names|photographs?|photos?|pictures?|images?|imagery|videos?|video clips?|footage|clips?|recordings?|audio|documents?|records?|satellite images|screenshots?|maps?|evidence|proof|intelligence|data'
const PROOF = 'evidence|proof|details|substantiation|documentation|supporting material'

type Pattern = Readonly<{ name: string; status: EvidenceStatus; words: RegExp }>

/**
 * Tried in order on one sentence, the first that fits wins for its stretch. Every gap is a bounded run of plain characters, so
 * that no text makes them slow.
 */
const PATTERNS: readonly Pattern[] = [
  {
    name: 'evidence/could-not-verify',
    status: 'could-not-verify',
    words:
      /\b(?:(?:none|neither) of (?:these|the|those|its|their)(?: \w+){1,4}? (?:can|could|has been|have been|was|were) (?:be )?(?:independently )?(?:checked|verified|confirmed|established)(?: independently)?|(?:could|can|has|have|had|was|were|is|are)(?:\s?not|n't|n’t)(?: yet| immediately| be| been| able to){0,3} (?:independently )?(?:confirm|establish|check|ascertain|substantiat)(?:ed|e)?(?: independently)?(?: (?:the|its|their|his|her|this|these|those|that|either|which|what)(?: \w+){1,3})?|(?:unable|impossible|not (?:immediately |yet )?possible|no way|difficult|hard|yet) (?:to |of )(?:immediately |independently )?(?:verify(?:ing)?|confirm(?:ing)?|authenticate|corroborate|establish(?:ing)?|check(?:ing)?|determine|ascertain)(?: (?:the|its|their|his|her|this|these|those|that|either|what|who|whether|how)(?: \w+){1,3})?|can['’]t (?:independently )?(?:confirm|verify|establish)(?: \w+){0,2}|neither (?:\w+ ){1,3}(?:could|can) be (?:checked|established)(?: independently)?|(?:independent|outside) (?:confirmation|verification|corroboration) (?:was|is) (?:not|im)\s?possible|(?:awaiting|pending) (?:independent )?(?:confirmation|verification)|(?:remains?|remained) (?:unverified|unconfirmed|uncorroborated))/i,
  },
  {
    name: 'evidence/could-not-verify',
    status: 'could-not-verify',
    words:
      /\b(?:neither [^.;]{0,60}?\b(?:could|can|was|were|has|have)\b[^.;]{0,24}?(?:verif|confirm|authenticat|corroborat)\w+(?: independently)?|(?:could|can|has|have|had|was|were|is|are)(?:\s?not|n't|n’t| neither)[^.;]{0,40}?\b(?:independently )?(?:verif|authenticat|corroborat)\w+(?: independently)?(?: (?:the|its|their|his|her|this|these|those|that|either)(?: \w+){1,3})?|(?:could|can)(?:\s?not|n't|n’t)[^.;]{0,24}?\b(?:be )?independently (?:confirm|check|establish)\w*|(?:unable|impossible|not (?:immediately |yet )?possible|yet) to (?:immediately |independently )?(?:verify|confirm|authenticate|corroborate)(?: (?:the|its|their|his|her|this|these|those|that|either)(?: \w+){1,3})?|(?:no )?independent (?:confirmation|verification|corroboration)(?: (?:was|is|of|has)(?: \w+){0,4})?|(?:unverified|unconfirmed)(?: (?:claims?|reports?|accounts?|figures?|tolls?|videos?|footage|images?))?)/i,
  },
  {
    name: 'evidence/withheld',
    status: 'withheld',
    words:
      /\b(?:(?:declin|refus)(?:ed|es|ing) to (?:say|explain|disclose|reveal|specify|discuss) (?:what|which|how|whether|on what|where) (?:\w+ ){0,5}?(?:evidence|proof|intelligence|basis|based|information|knew|known)|(?:evidence|proof|intelligence|footage|findings|report) (?:\w+ ){0,3}?(?:is|was|were|are|remains?|being|kept) (?:being |kept |still |remain )*(?:secret|classified|confidential|undisclosed|withheld|under wraps))/i,
  },
  {
    name: 'evidence/withheld',
    status: 'withheld',
    words: new RegExp(
      `\\b(?:(?:did|does|do|has|have|had)(?:\\s?not|n't|n’t) (?:say|explain|disclose|reveal|specify|elaborate on) (?:what|which|whether it has|whether there is|how) (?:\\w+ ){0,3}?(?:${PROOF})(?: (?:it|they|he|she|the \\w+) (?:has|have|had))?|(?:declined|refused|failed) to (?:provide|give|offer|present|share|release|show|produce|disclose|publish) (?:any |its |the |their |further |more )?(?:${PROOF})|(?:did|does|do|has|have|had)(?:\\s?not|n't|n’t) (?:provide|provided|give|given|offer|offered|present|presented|share|shared|release|released|show|shown|produce|produced|publish|published|cite|cited) (?:any |its |their |further |more )?(?:${PROOF}))`,
      'i',
    ),
  },
  {
    name: 'evidence/none-given',
    status: 'none-given',
    words:
      /\b(?:(?:neither|nobody|no one|none|neither side|neither party) (?:\w+ ){0,2}(?:has |have |had |gave |showed |shown |offered |produced |provided |presented |published |given )+(?:\w+ )?(?:evidence|proof)|(?:gave|offered|provided|presented|produced|cited|showed|published) (?:neither|no|little) (?:\w+ ){0,3}?(?:evidence|proof|substantiation|documents?|photographs?|footage))/i,
  },
  {
    name: 'evidence/none-given',
    status: 'none-given',
    words: new RegExp(
      `\\b(?:without (?:providing|giving|offering|presenting|citing|showing|producing|sharing|elaborat\\w+) ?(?:any |its |their |further |more )?(?:${PROOF})?|(?:neither|nobody|no one|none) (?:\\w+ ){1,3}(?:any )?(?:evidence|proof)|(?:no|without|little|scant) (?:\\w+ )?(?:evidence|proof)(?: (?:was|were|has been|have been|had been) (?:given|provided|offered|presented|produced|shown|made public|cited))?|(?:there (?:is|was)|has|have|had|with) no (?:\\w+ )?(?:evidence|proof))`,
      'i',
    ),
  },
  {
    name: 'evidence/disputed',
    status: 'disputed',
    words:
      /\b(?:(?:cast|casting|raised|raising) (?:doubts?|questions?) (?:on|over|about)|(?:disputed?|disputes|disputing|contradict(?:s|ed|ing)?|challeng(?:ed|es|ing)|reject(?:ed|s|ing)|question(?:ed|s|ing)) (?:the|this|that|its|his|her|their|those|these|\w+'s|\w+’s) (?:\w+ ){0,2}?(?:account|version|claims?|figures?|tolls?|findings?|number|report|narrative|allegations?|accusations?))/i,
  },
  {
    name: 'evidence/verified',
    status: 'verified',
    words:
      /\b(?:(?:verified|authenticated|geolocated|corroborated|geo-located) (?:independently )?(?:by|as|to)(?: [\w'’-]+){1,4}|(?:confirmed|borne out|supported|backed up|corroborated) by (?:\w+ ){0,3}?(?:images|imagery|footage|photographs|photos|videos?|forensic\w*|investigators|analysts|records)|(?:footage|videos?|photographs|photos|images|imagery|pictures|documents|recordings)(?: [\w'’-]+){0,4}? (?:analy[sz]ed|examined|checked|reviewed) (?:and (?:verified|confirmed) )?by(?: [\w'’-]+){1,4}|(?:satellite|drone|aerial) (?:images|imagery|pictures|photographs|footage)(?: [\w'’-]+){0,5}? confirm(?:s|ed|ing)?|(?:has|have|had) (?:independently )?(?:verified|authenticated|geolocated|corroborated)(?: [\w'’-]+){1,4})/i,
  },
  {
    name: 'evidence/verified',
    status: 'verified',
    words:
      /\b(?:location|place|scene|date|time|authenticity|identity|whereabouts|where (?:it|they) (?:was|were) (?:taken|filmed|shot))(?: of (?:the )?\w+)? (?:(?:could|can) be|was|were|has been|have been) (?:independently )?(?:confirmed|verified|established|matched|checked|determined)(?: independently)?(?: (?:from|by|against|with|through)(?: [\w'’-]+){1,6})?/i,
  },
  {
    name: 'evidence/verified',
    status: 'verified',
    words: new RegExp(
      `\\b(?:(?:verified|authenticated|geolocated|corroborated|independently confirmed|confirmed the authenticity of) (?:by |the |this |that |a |several |some |\\w+ ){0,4}?(?:${MATERIAL}|claims?|reports?|accounts?|figures?|tolls?|location|strikes?|attacks?|deaths?|names?)|(?:${MATERIAL})(?: \\w+){0,6}? (?:was|were|has been|have been) (?:\\w+ )?(?:verified|authenticated|geolocated))`,
      'i',
    ),
  },
  {
    name: 'evidence/offered',
    status: 'offered',
    words:
      /\b(?:show(?:ed|n|s|ing)? (?:to )?(?:reporters|journalists|the press|visitors|diplomats|correspondents)(?: [\w'’-]+){1,8}|(?:releas|publish|broadcast|post|shar|play|air|display|circulat)(?:ed|ing|es|s)? (?:what (?:it|they|he|she|the \w+) (?:said|says|say|called|described)(?: [\w'’-]+){1,8}|(?:\w+ ){0,4}?(?:intercepts?|intercepted (?:calls|conversations)|transcripts?|identity cards|identity papers|fragments|remains of|debris|serial numbers|testimon(?:y|ies)|statements from witnesses|coordinates|names of the))(?: [\w'’-]+){0,5}|(?:cit(?:ed|ing)|pointed to|pointing to) (?:\w+ ){0,4}?(?:intercepts?|intercepted (?:calls|conversations)|fragments|testimon(?:y|ies)|witness statements|satellite|debris|serial numbers))/i,
  },
  {
    name: 'evidence/offered',
    status: 'offered',
    words: new RegExp(
      `\\b(?:(?:shared?|sharing|publish(?:ed|es|ing)|releas(?:ed|es|ing)|post(?:ed|s|ing)|circulat(?:ed|es|ing)|show(?:ed|s|n|ing)|present(?:ed|s|ing)|provid(?:ed|es|ing)|broadcast|air(?:ed|ing)|upload(?:ed|s|ing)|display(?:ed|s|ing)|distribut(?:ed|es|ing)|produc(?:ed|es|ing)|cit(?:ed|es|ing)) (?:[\\w-]+ ){0,4}?(?:${MATERIAL})\\b(?: (?:of|from|showing|that|purportedly|apparently)(?: [\\w'’-]+){1,8})?|(?:${MATERIAL})(?: \\w+){0,6}? (?:show(?:s|ed|ing)|appear(?:s|ed) to show|captur(?:ed|es|ing)|depict(?:s|ed|ing)|purport(?:s|ed|ing) to show)(?: [\\w'’-]+){1,8})`,
      'i',
    ),
  },
]

/** Things found that speak for themselves. */
const FINDS =
  'cartridge cases|cartridges|shell casings?|casings|bullets|fragments|shrapnel|remnants|debris|wreckage|markings|serial numbers|autopsy|autopsies|post-mortems?|medical reports?|ration lists|logbooks?|registers?|ledgers?|diaries|diary|orders'

/** Tried behind the others: what the one who tells says to have seen. */
const SEEN: Pattern = {
  name: 'evidence/seen',
  status: 'offered',
  words: new RegExp(
    `\\b(?:(?:${FINDS}|${MATERIAL}|reports?|letters?|messages?|statements?)(?: [\\w'’-]+){0,6}?,? (?:which|that) (?:we|this newspaper|this newsroom|this agency|our reporters?|our staff)(?: have| has| had)? (?:seen|saw|photographed|examined|reviewed|obtained|inspected|collected)|(?:${FINDS})(?: [\\w'’-]+){0,4}? (?:match(?:es|ed)?|bear|bears|bore|carr(?:y|ies|ied)|point(?:s|ed)? to|prove[sd]?)(?: [\\w'’-]+){0,6}|(?:seen|obtained|reviewed|examined) by (?:us|this newspaper|this newsroom|this agency|our reporters?)|[Ww]e (?:possess|hold|have obtained|obtained|have seen|have in hand) (?:the |a |its |their |his |her )?(?:[\\w'’-]+ ){0,3}?(?:${FINDS}|${MATERIAL}))`,
    'i',
  ),
}

const NEGATED = /(?:\bno|\bnot|n't|n’t|\bnever|\bwithout|\bany|\bneither|\bdeclined to|\brefused to|\bfailed to)\s+(?:\w+\s){0,2}$/i

const IS_MATERIAL = new RegExp(`^(?:${MATERIAL}|${FINDS})$`, 'i')

/** "Intelligence support", "the data centre": the word only says what sort of thing another is; "video evidence" is evidence all the same. */
const isPartOfOther = (view: View, offset: number): boolean => {
  const token = view.tokens[view.tokenAt(offset)]
  const head = token && baseOf(token) === 'compound' ? view.tokens[token.head] : undefined
  return head !== undefined && head.upos === 'NOUN' && !IS_MATERIAL.test(head.text)
}

const LONGEST = 1200

/** Everything said about evidence, in document order; at most one of each kind in a sentence. */
export const findEvidence = (view: View): readonly EvidenceReading[] => {
  const found: EvidenceReading[] = []
  for (const sentence of view.sentences) {
    if (!view.bears(sentence.first)) continue
    const words = view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST))
    if (
      !/verif|confirm|check|establish|match|bear|bore|carr|seen|saw|possess|obtain|hold|examin|review|inspect|show|releas|publish|post|secret|classified|possible|intercept|evidence|proof|photo|video|footage|image|picture|clip|record|document|audio|doubt|disput|contradict|question|reject|challeng|authentic|corrobor|geoloc|elaborat|without|details|list|names|intelligence|map|imagery|determine|ascertain/i.test(
        words,
      )
    )
      continue
    const taken: Span[] = []
    for (const { name, status, words: pattern } of [...PATTERNS, SEEN]) {
      const match = pattern.exec(words)
      if (!match) continue
      const own = span(sentence.start + match.index, sentence.start + match.index + match[0].trimEnd().length)
      if (taken.some((one) => one.start < own.end && own.start < one.end)) continue
      if ((status === 'offered' || status === 'verified') && NEGATED.test(words.slice(Math.max(0, match.index - 24), match.index))) continue
      taken.push(own)
      const material = new RegExp(`\\b(?:${MATERIAL})\\b`, 'i').exec(match[0])
      if (status === 'offered' && material && isPartOfOther(view, own.start + material.index)) continue
      const around = words.toLowerCase()
      found.push({
        ...own,
        status,
        kind: material ? material[0].toLowerCase() : null,
        sentence: sentence.i,
        about: /\b(?:toll|figures?|numbers?|casualt|deaths?|accounts?)\b/.test(around)
          ? 'figures'
          : /\b(?:behind|responsib|blame|accus|carried out|involve|claim of responsibility)\b/.test(around)
            ? 'blame'
            : 'any',
        statement: statementAt(view.context.statements, own) ?? undefined,
        rule: name,
      })
    }
  }
  return found
}
