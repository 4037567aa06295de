/** Items that share a key, in the order of their first. */
export type Group<Item> = readonly [Item, ...Item[]]

/** Groups items by a key; groups and their items keep the order given. */
export const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Group<Item>[] => {
  const groups = new Map<string, [Item, ...Item[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}
