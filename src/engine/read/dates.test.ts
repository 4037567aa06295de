import { describe, expect, it } from 'vitest'
import { findPrintedDate, toIsoDate } from './dates.ts'

describe('findPrintedDate', () => {
  it.each([
    ['Dec. 29, 2019', '2019-12-29'],
    ['Friday, January 31, 2014 10:21 AM EST', '2014-01-31T10:21-05:00'],
    ['the 5th of March 2019', '2019-03-05'],
    ['5 JAN 90', '1990-01-05'],
    ['24 AUG 1989', '1989-08-24'],
    ['2021-02-04T10:00:00Z', '2021-02-04T10:00:00Z'],
    ['2021-02-04 10:00:00+0100', '2021-02-04T10:00:00+01:00'],
    ['29.12.2019', '2019-12-29'],
    ['29/12/2019', '2019-12-29'],
    ['12/29/2019', '2019-12-29'],
    ['25/05/2022 - 19h12', '2022-05-25T19:12'],
    ['2024-06-12 0930 UTC', '2024-06-12T09:30Z'],
    ['2019-12-29 in 1200 houses', '2019-12-29'],
  ])('%s', (text, value) => expect(findPrintedDate(text)?.value).toBe(value))

  it.each(['03/04/2019', 'May 2019', '31 Feb', 'Dec 29', '32 March 2019', 'in 2014', 'Sunday', '1.2.3'])('%s is no full date', (text) =>
    expect(findPrintedDate(text)).toBeUndefined(),
  )
})

describe('toIsoDate', () => {
  it.each([
    ['2019', '2019'],
    ['2019-12', '2019-12'],
    ['Sun, 29 Dec 2019 10:00:00 +0000', '2019-12-29T10:00'],
    ['soon', null],
  ])('%s', (text, value) => expect(toIsoDate(text)).toBe(value))
})
