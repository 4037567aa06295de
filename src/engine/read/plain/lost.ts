import type { Draft } from '../draft.ts'

const THING =
  '(?:posts?|tweets?|videos?|photos?|photographs?|images?|pictures?|maps?|galler(?:y|ies)|audio|clips?|embeds?|content|media|graphics?|charts?|screenshots?|attachments?|thread|player|reel|infographic)'
/** "[embedded post not captured]", "[photo]", "<video>": what a copy leaves in place of what was set in. */
const BRACKETED = new RegExp(
  `^(?:\\[|<|\\{{1,2}|\\()(?:(?:embedded|embed|lost|missing|external|social|inline|the|a)\\s){0,2}${THING}(?:\\s(?:post|tweet|video|content|embed|media))?(?:\\s(?:not|was|is|no longer|removed|missing|omitted|lost|deleted|unavailable|here|embedded|could|cannot|from|via|player|placeholder)\\b[^\\]>})]{0,60}|:\\s[^\\]>})]{2,80})?(?:\\]|>|\\}{1,2}|\\))$`,
  'i',
)
const PLATFORM = '(?:twitter|x|facebook|instagram|youtube|tiktok|telegram|bluesky|mastodon|reddit|vk)'
/** What players and posts of other sites say where they could not be loaded. */
const UNLOADED = new RegExp(
  `^\\W{0,3}(?:${[
    `view this ${THING} (?:on|in) .{2,30}`,
    `view (?:on|in) ${PLATFORM}`,
    '(?:a|this) post shared by .{2,80}',
    `(?:this|the|that) (?:${THING}|live stream|story) (?:is|was|has been|isn['’]t|could not be|cannot be|can['’]t be) (?:(?:currently|no longer|not|temporarily)\\s){0,2}(?:unavailable|available|removed|deleted|supported|loaded|displayed|played|shown)(?: (?:in your (?:country|region|location)|on this (?:device|page)|right now|at (?:this|the) (?:time|moment)|by .{2,40}|due to .{2,40}|because .{2,40}))?`,
    '(?:video|tweet|post|content|image) (?:is )?(?:unavailable|not available|not found|removed|deleted)',
    "your (?:browser|device) (?:does not|doesn['’]t|cannot|can['’]t|is not) .{2,60}",
    `to (?:view|watch|see|play) this ${THING},? .{2,100}`,
    `(?:embedded|external) ${THING}(?: (?:from|by) .{2,40})?`,
    `(?:tweet|post|thread|video|reel|status|message) (?:by|from|via) @\\w{1,30}`,
    `(?:skip|end of|loading|load) ${PLATFORM}? ?${THING}(?: by .{2,40})?`,
    `${PLATFORM} (?:post|embed|video|content|message)(?: (?:by|from) .{2,40})?`,
    'media playback is (?:unsupported|not supported).{0,40}',
    `(?:click|tap) (?:here )?to (?:view|load|play|watch) (?:the |this )?${THING}`,
    'pic\\.twitter\\.com/\\w{1,20}',
  ].join('|')})\\W{0,3}$`,
  'i',
)
/** "WATCH: How the bridge fell", "Video | The night in Northport": the title of a film that the copy does not hold. */
const SHOWN =
  /^\W{0,3}(?:watch|video|listen|audio|gallery|in pictures|interactive|photo gallery|live stream)\s?(?:[:|»›►▶–—]|\s-\s)\s?[^.!?]{2,140}$/iu
/** The address of one post or film, alone on its line. */
const ADDRESS =
  /^https?:\/\/(?:www\.|m\.|mobile\.)?(?:(?:twitter|x)\.com\/\w{1,30}\/status\/\d+|(?:youtube\.com\/(?:watch\?|shorts\/|embed\/)|youtu\.be\/)\S{4,80}|(?:instagram\.com\/(?:p|reel)|facebook\.com\/\S{1,60}\/(?:posts|videos)|tiktok\.com\/@\S{1,40}\/video|fb\.watch)\/\S{2,120}|t\.me\/\w{1,40}\/\d+)\S{0,80}$/i

const LONGEST = 180
/** "He posted the video: [video]": at the end of a paragraph. */
const AT_END = /\s(\[[^[\]]{3,80}\])$/

/** Is a whole line what stands in place of a lost post, picture or film? */
export const isLostEmbed = (line: string): boolean =>
  line.length <= LONGEST && (BRACKETED.test(line) || UNLOADED.test(line) || SHOWN.test(line) || ADDRESS.test(line))

/**
 * Marks what a copy of a page has lost: a line in place of a post, picture or film is furniture, and a passage of no length stands where
 * it was, right after the words that bring it in.
 */
export const markLost = (text: string, drafts: readonly Draft[]): readonly Draft[] => {
  const marked: Draft[] = []
  let wasLost = false
  for (const draft of drafts) {
    const { start, end, kind } = draft
    const isLine = (kind === 'paragraph' || kind === 'other' || kind === 'caption' || kind === 'quote') && end - start <= LONGEST
    if (isLine && isLostEmbed(text.slice(start, end))) {
      const above = marked.at(-1)
      const at = above?.kind === 'paragraph' && text[above.end - 1] === ':' ? above.end : end
      marked.push({ start, end, kind: 'other' })
      if (!wasLost) marked.push({ start: at, end: at, kind: 'embed', missing: true })
      wasLost = true
      continue
    }
    wasLost = false
    const tail = kind === 'paragraph' ? AT_END.exec(text.slice(Math.max(start, end - 90), end))?.[1] : undefined
    if (tail !== undefined && BRACKETED.test(tail)) {
      const at = end - tail.length
      const before = text.slice(start, at).trimEnd().length + start
      marked.push(
        { ...draft, end: before },
        { start: before, end: before, kind: 'embed', missing: true },
        { start: at, end, kind: 'other' },
      )
      continue
    }
    marked.push(draft)
  }
  return marked.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
