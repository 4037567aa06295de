/** Numbers a document's mentions, statements, incidents and claims: `counter('m')` gives m1, m2, … */
export const counter = (prefix: string): (() => string) => {
  let n = 0
  return () => `${prefix}${++n}`
}
