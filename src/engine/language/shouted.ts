/** Whether a sentence stands in capitals throughout, so that case says nothing about its words. */
export const isShouted = (forms: readonly string[]): boolean => {
  let capitals = 0
  let others = 0
  for (const form of forms) {
    if (form.length < 2) continue
    const upper = form.toUpperCase()
    if (upper === form.toLowerCase()) continue
    if (form === upper) capitals += 1
    else others += 1
  }
  return capitals >= 3 && others * 4 <= capitals
}
