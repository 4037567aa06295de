import { daysOf, dayWords, namesOf, placeOf, type Shape } from './shape.ts'

/** The ten columns of Iraq Body Count; only incidents in which somebody says that civilians died have a row. */
export const ibcShape: Shape = {
  policy: 'ibc',
  columns: [
    ['IBC code', ({ view }) => view.id],
    ['Start Date', (shaped) => dayWords(daysOf(shaped)?.from)],
    ['End Date', (shaped) => dayWords(daysOf(shaped)?.to)],
    ['Time', () => undefined],
    ['Location', (shaped) => placeOf(shaped)?.words],
    ['Target', (shaped) => namesOf(shaped, 'target')],
    ['Weapons', (shaped) => namesOf(shaped, 'weapon')],
    ['Reported Minimum', ({ estimate }) => estimate?.low],
    ['Reported Maximum', ({ estimate }) => estimate?.high],
    ['Sources', ({ record }) => [...new Set(record.documents.flatMap(({ issuer }) => issuer.name ?? []))].join('; ')],
  ],
}
