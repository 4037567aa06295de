import type { Span } from '../../../model/span.ts'
import type { Rule } from '../../rule.ts'

type Label = Readonly<{
  name: string
  about: string
  pattern: RegExp
  examples: readonly [string, ...string[]]
  counterExamples: readonly [string, ...string[]]
}>

/** A line is looked at up to here; what is longer is prose. */
const LONGEST = 420

/** What page furniture looks like once it has become a line of plain text. Each pattern has to fit the line as a whole or its opening words. */
const LABELS: readonly Label[] = [
  {
    name: 'furniture/advertisement',
    about: 'A label that an advertisement leaves behind.',
    pattern:
      /^\W{0,3}(?:advertisements?|advert|sponsored(?: content| links?)?|story continue[sd]? (?:below|after)(?: (?:this )?(?:advertisement|video|gallery|ad))?|(?:article|report|post) continues (?:below|after).{0,40}|continue reading(?: below| the main story)?|scroll (?:down )?(?:for|to).{0,60}|loading\b.{0,20}|promoted(?: stories)?|paid (?:content|post)|skip (?:to|ad|advertisement).{0,30}|ad feedback)\W{0,3}$/i,
    examples: ['«Advertisement»', '«Story Continued Below»', '«SCROLL DOWN FOR VIDEO»'],
    counterExamples: ['The advertisement was withdrawn after the attack.', 'Fighting continued below the dam.'],
  },
  {
    name: 'furniture/share',
    about: 'Buttons for sharing, printing and saving.',
    pattern:
      /^(?=.{0,80}(?:share|print|e-?mail|tweet|pin it|pinterest|facebook|twitter|google|linkedin|reddit|whatsapp|tumblr|instagram|messenger|flipboard|copy|copied|bookmark|comment|embed|like|save|close|more))\W{0,3}(?:(?:share|print|e-?mail|tweet|pin(?: it)?|like|save|copy(?: link)?|link|facebook|twitter|pinterest|google\+?|linkedin|reddit|whatsapp|telegram|tumblr|instagram|sms|messenger|flipboard|more|close|copied|bookmark|comments?|this|via|on|the|a|article|story|page|with|to|friend|or|and|icon|embed|options|\d{1,5}|[|/,:·•!+.-])\s{0,3}){1,14}$/i,
    examples: ['«Share this: Facebook»', '«Print»', '«Email Facebook Twitter»'],
    counterExamples: ['Share prices fell.', 'Twitter removed the account.', 'The friend'],
  },
  {
    name: 'furniture/share-call',
    about: 'A call to share, like or follow.',
    pattern:
      /^\W{0,3}(?:(?:read or )?share this\b|like this\b|never miss\b|find .{2,40} on (?:twitter|facebook|instagram)|stay with .{2,40} for\b|tune in to\b|twitter: ?@|@\w{2,30}$|(?:https?:\/\/)?(?:www\.)?(?:twitter|facebook|instagram)\.com\/\S{1,60}$|follow [\w. ]{2,30}:$|like us on\b|follow\s(?:us|me|him|her|@\w|[\w. ]{1,40}\son\s(?:twitter|facebook|instagram))|join (?:the|our) (?:conversation|discussion|mailing)|stay (?:up to date|connected|informed|in touch)|connect with us|find us on|tweet (?:us|to)\b|send (?:us )?(?:your )?(?:tips?|photos?)\b).{0,200}$/i,
    examples: ['«Follow us on Twitter for more»', '«Join The Conversation On Our Facebook Page»', '«Like us on Facebook»'],
    counterExamples: ['Follow-up searches found nothing.', 'Like his brother, he was a soldier.'],
  },
  {
    name: 'furniture/copyright',
    about: 'A copyright or reprint notice.',
    pattern:
      /^\W{0,4}(?:(?:©|\(c\)|copyright\b).{0,300}|.{0,160}\ball rights reserved\b.{0,200}|.{0,40}\bmay not be (?:published|reproduced|broadcast|rewritten|redistributed).{0,160})$/i,
    examples: ['«Copyright 2014 The Evening Post. All rights reserved.»', '«© 2016 Example Media Group.»'],
    counterExamples: ['The court heard a copyright case.', 'He said all rights were respected.'],
  },
  {
    name: 'furniture/subscribe',
    about: 'A newsletter, an app, an account, a subscription.',
    pattern:
      /^\W{0,3}(?:(?:sign|log)[ -]?(?:up|in|out)\b|subscribe\b|register\b(?! of)|already (?:have an account|a subscriber|registered)|create an account|(?:close )?get (?:the|our|more|email|breaking|unlimited)\b.{0,80}\b(?:news|newsletter|alerts?|app|inbox|notifications?|headlines|access)\b|(?:download|install) (?:the|our)\b|(?:thank you|thanks) for (?:registering|signing|subscribing|reading|visiting)|by (?:submitting|signing|clicking|registering|subscribing|continuing)|we have sent (?:you )?a|(?:your|email) notifications?\b|there was a problem (?:saving|with)|welcome back\b|(?:e-?mail )?newsletters?\b(?! reported)|forgot(?:ten)? (?:your )?password|if you do not receive the|click (?:here|on|the)\b|tap here\b|please (?:enable|enter|sign|log|check|try)\b|you must (?:enter|be logged|have|enable)|enter (?:your|the (?:characters|code|word|text|letters))\b|why are we asking|you need the latest version of\b|having trouble viewing\b|.{2,40}\bapp - (?:install|download)\b|whenever .{2,60} posts new content|we look forward to seeing you on).{0,300}$/i,
    examples: [
      '«Sign up for our newsletter»',
      '«Please enable Javascript to watch this video»',
      '«Already have an account?»',
      '«You must enter the characters»',
    ],
    counterExamples: ['Please God, no, she said.', 'Sign language was used.', 'Enter the army.'],
  },
  {
    name: 'furniture/more',
    about: 'A pointer to something else to read or watch.',
    pattern:
      /^\W{0,3}(?:(?:read|see|watch|view|hear|click for|load|show|for) more\b(?! than)(?=[:|»›>.!…]|\s(?:about|on|at|from|here|stories|news|of|photos|videos|top|articles|in|neighborhood|information|coverage)\b|\W{0,3}$)[^.]{0,160}|(?:read|see|watch|listen|related|more|previous(?:ly)?|earlier|recommended|trending|popular|don['’]?t miss|up next|next)(?: (?:also|next|here|now|live|more|coverage|stor(?:y|ies)|articles?|posts?|news|content|links?|topics?|videos?|the full story|this story|from the archive))?\s?[:|»›>].{1,200}|(?:related|recommended|trending|popular|previous|earlier|top|latest|most (?:read|popular|viewed|shared|commented))(?: (?:now|today|coverage|stor(?:y|ies)|articles?|posts?|news|content|links?|topics?|videos?|headlines|searches|this week))?|related (?:coverage|stor(?:y|ies)|articles?|content)\b[^.]{0,160}|more (?:from|on|stories|coverage|top stories)\b[^.]{0,80}|in other news|editors?['’]?s? picks?|you (?:may|might) (?:also )?(?:like|be interested)\b.{0,80}|(?:don['’]?t miss|what to read next|just one more thing)\b[^.]{0,120}|also|see also|also (?:read|see)\b[^.]{0,160}|watch (?:this|the) (?:story|video|report|clip|interview)\b.{0,60}|watch live\b.{0,80}|(?:hide|show) transcript.{0,40}|(?:previous|next) (?:article|story|post|page|photo)|photos?|videos?|gallery|slideshow|enlarge|caption|tags?|topics?|filed under|tagged)\W{0,4}$/i,
    examples: ['«Read more: How the dam was taken»', '«Related stories»', '«TRENDING STORIES:»', '«Photos»'],
    counterExamples: [
      'More than 20 were killed.',
      'Popular protests spread to the north.',
      'See the wounded, he said.',
      'Also on Friday, two people were killed.',
    ],
  },
  {
    name: 'furniture/machine',
    about: 'What only machines read: keys, separators, the running time and title of a video in a list.',
    pattern:
      /^(?:[\w-]{1,60}(?:\|[\w-]{1,60}){1,8}\|?.{0,40}|\W{2,12}[A-Z ]{2,40}\W{2,12}|\d{1,2}:\d{2}\s(?![ap]\.?\s?m\b|hours|gmt|uhr)[^.!?]{10,160}|\{\*.{0,200}|\d{1,2} (?:sot|vo)\b.{0,40})$/i,
    examples: ['«gallery|article-1|4»', '«###ORIGINAL MESSAGE BELOW###»', '«1:47 Mayor speaks of the night of the flood»'],
    counterExamples: ['10:45 a.m. The first shells fell near the bridge', '12:30 The convoy left the town.', 'He said: yes'],
  },
  {
    name: 'furniture/filing',
    about: 'A note on filing: tags, categories, contact, rating.',
    pattern:
      /^\W{0,3}(?:(?:tags?|topics?|filed (?:under|in)|categor(?:y|ies)|keywords?|sections?|posted in|tagged)\s?:.{0,200}|report (?:an|a) (?:error|correction|typo|problem|abuse).{0,100}|contact (?:the (?:reporter|writer|author)|us)\b.{0,120}|(?:reach|e-?mail) (?:the )?(?:reporter|writer|author|him|her)\b.{0,120}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}|https?:\/\/\S{1,300}|www\.\S{1,200}|-30-|#{3}|end|\*{3,}|[-_–—=~]{2,}|for immediate release|refresh .{1,60} for .{0,80}updates?|check back (?:for|with|here|later)\b.{0,100}|message:.{0,160}|\d{1,5} (?:pending )?comments?|no comments?(?: yet)?|leave a (?:comment|reply)|comments? (?:are|is|have been) (?:closed|disabled|off|moderated).{0,120}|\d{1,2} of \d{1,3}|(?:rating|rate this).{0,40}|file photo\W{0,2}|sent from my .{1,40})\W{0,3}$/i,
    examples: ['«Tags: army, north»', '«reporter@example.org»', '«Check back for updates.»', '«-30-»'],
    counterExamples: ['Contact with the group was lost.', 'The end came at dawn.'],
  },
  {
    name: 'furniture/invocation',
    about: 'The pious words over a paper; its headline comes below them.',
    pattern:
      /^\W{0,3}(?:in the name of (?:god|allah|the almighty)|bismillah|praise be to (?:god|allah))(?:[, -]{1,2}(?:the|most|and|of|ar|al|all|merciful|compassionate|gracious|beneficent|almighty|lord|worlds|rahman|rahim|giver|mercy)){0,12}\W{0,3}$/i,
    examples: ['«In the name of God, the Merciful, the Compassionate»', '«Bismillah ar-Rahman ar-Rahim»'],
    counterExamples: ['In the name of God, he said, stop.', 'Two men were killed in the name of God: a trader and his son.'],
  },
]

/** Is a whole line or paragraph page furniture? The name of the rule that says so. */
export const findFurniture = (line: string): string | undefined => {
  if (line.length > LONGEST) return undefined
  return LABELS.find(({ pattern }) => pattern.test(line))?.name
}

/** The same as rules over lines, for the list of all rules. */
export const FURNITURE_RULES: readonly Rule<string, Span>[] = LABELS.map(({ name, about, pattern, examples, counterExamples }) => ({
  name,
  about,
  find: (line) => (line.length <= LONGEST && pattern.test(line) ? [{ start: 0, end: line.length }] : []),
  examples,
  counterExamples,
}))

const ENDS = /[.!?:;,"”'’)\]]$/

/** A line like the title of another story: a few words, no closing stop. */
const isTitle = (line: string): boolean => {
  const words = line.split(/\s+/).length
  return words >= 4 && words <= 22 && line.length <= 160 && !ENDS.test(line) && /^["“'‘]?[\p{Lu}\d]/u.test(line)
}

/** How many of the last lines are a list of other stories: at least three titles in a row, with nothing but furniture after them. */
export const countTrailingTitles = (lines: readonly string[]): number => {
  let from = lines.length
  let titles = 0
  while (from > 1) {
    const line = lines[from - 1]!
    if (isTitle(line)) titles++
    else if (!findFurniture(line)) break
    from--
  }
  return titles >= 3 ? lines.length - from : 0
}
