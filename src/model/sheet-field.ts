/** What a column of a sheet that people bring in can hold. */
export const SHEET_FIELDS = ['title', 'date', 'place', 'killed', 'wounded', 'perpetrator', 'target', 'weapon', 'source', 'notes'] as const
export type SheetField = (typeof SHEET_FIELDS)[number]
