import type { Page } from '../model/record.ts'

/** Every item of a list, page by page, up to `most`: what one file holds. */
export const listAll = async <Item>(most: number, ask: (after?: string) => Promise<Page<Item>> | Page<Item>): Promise<readonly Item[]> => {
  const all: Item[] = []
  let after: string | undefined
  do {
    const page = await ask(after)
    for (const item of page.items) all.push(item)
    after = page.next ?? undefined
  } while (after !== undefined && all.length < most)
  return all
}
