/** The small document that Readability brings along: made for it, and quicker for it than a full one. It runs nothing. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    parse(html: string, url?: string): Document
  }
}
