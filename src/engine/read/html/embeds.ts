import type { Element } from './tree.ts'

/** A post or player of another site, set into the page with or without its words. */
const NAMES =
  /(?:^|[\s_-])(?:twitter-tweet|twitter-video|tweet-embed|embedded-tweet|instagram-media|fb-post|fb-video|facebook-post|tiktok-embed|telegram-post|telegram-embed|bluesky-embed|mastodon-embed|reddit-embed|reddit-card|wp-block-embed|embed-container|embed-wrapper|embed-placeholder|embed-responsive|oembed|video-embed|embed-video|social-embed|embedly-card)(?=[\s_-]|$)/
const HOSTS =
  /youtu\.?be|vimeo|twitter\.com|\bx\.com|facebook\.com|instagram|tiktok|telegram|\bt\.me|dailymotion|rumble|soundcloud|spotify|google\.\w{2,3}\/maps|maps\.google|datawrapper|infogram|flourish|scribd|documentcloud|jwplayer|brightcove|player|reddit|mastodon|bsky|bitchute|odysee|rutube|vk\.com|video/i
const SHOWN = new Set(['video', 'audio', 'amp-video', 'amp-youtube', 'amp-twitter', 'amp-facebook', 'amp-instagram'])

/** Is it a part made for a post or player of another site? */
export const isEmbed = ({ names }: Element): boolean => names !== '' && NAMES.test(names)

/** Does it show something of the story's that a copy of the page's text has not got? Advertisements and counters do not. */
export const showsSomething = (element: Element): boolean => {
  if (SHOWN.has(element.tag) || isEmbed(element)) return true
  const { attributes } = element
  const source = attributes.src ?? attributes['data-src'] ?? attributes['data-lazy-src'] ?? attributes.data ?? ''
  return (
    HOSTS.test(source.slice(0, 300)) &&
    !/\bads?\b|doubleclick|syndication|\/like|\/plugins\/(?:like|page|share)|follow_button|comments\.php/i.test(source.slice(0, 300))
  )
}
