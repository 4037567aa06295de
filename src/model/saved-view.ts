/** A way of looking at the grid that people gave a name: which columns, in which order, narrowed to what. */
export type ViewValue = Readonly<{
  name: string
  /** As the address spells them: filters, `columns`, `order`. */
  search: Readonly<Record<string, string>>
  /** It is listed no more. */
  removed?: boolean
}>

/** A saved view as it was last kept, and by whom. */
export type SavedView = Omit<ViewValue, 'removed'> & Readonly<{ id: string; by: string; at: string; judgement: string }>
