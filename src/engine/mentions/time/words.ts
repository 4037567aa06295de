/** The closed word lists of English time expressions, all lower case. */

const table = <T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(entries))

export const MONTHS = table<number>({
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  febr: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
})

export const WEEKDAYS = table<number>({
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  weds: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 7,
})

export const WEEKDAYS_PLURAL = table<number>({
  mondays: 1,
  tuesdays: 2,
  wednesdays: 3,
  thursdays: 4,
  fridays: 5,
  saturdays: 6,
  sundays: 7,
})

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'

export const UNITS = table<Unit>({
  second: 'second',
  seconds: 'second',
  sec: 'second',
  secs: 'second',
  minute: 'minute',
  minutes: 'minute',
  min: 'minute',
  mins: 'minute',
  hour: 'hour',
  hours: 'hour',
  hr: 'hour',
  hrs: 'hour',
  day: 'day',
  days: 'day',
  night: 'night',
  nights: 'night',
  weekend: 'weekend',
  weekends: 'weekend',
  week: 'week',
  weeks: 'week',
  fortnight: 'fortnight',
  fortnights: 'fortnight',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  season: 'season',
  seasons: 'season',
  year: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
  decade: 'decade',
  decades: 'decade',
  century: 'century',
  centuries: 'century',
})

/** TIMEX3 duration letters, with "T" before the clock units. */
export const DURATION_CODE: Readonly<Record<Unit, readonly [prefix: string, letter: string, factor: number]>> = {
  second: ['PT', 'S', 1],
  minute: ['PT', 'M', 1],
  hour: ['PT', 'H', 1],
  day: ['P', 'D', 1],
  night: ['P', 'NI', 1],
  weekend: ['P', 'WE', 1],
  week: ['P', 'W', 1],
  fortnight: ['P', 'W', 2],
  month: ['P', 'M', 1],
  quarter: ['P', 'Q', 1],
  season: ['P', 'S', 1],
  year: ['P', 'Y', 1],
  decade: ['P', 'Y', 10],
  century: ['P', 'Y', 100],
}

export type Part = 'MO' | 'AF' | 'EV' | 'NI' | 'DT' | 'DW' | 'NN'

/** Parts of the day: TIMEX3 code (dawn and noon have none of their own and are marked DW and NN here). */
export const PARTS = table<Part>({
  morning: 'MO',
  mornings: 'MO',
  dawn: 'DW',
  daybreak: 'DW',
  sunrise: 'DW',
  afternoon: 'AF',
  afternoons: 'AF',
  evening: 'EV',
  evenings: 'EV',
  dusk: 'EV',
  sunset: 'EV',
  nightfall: 'EV',
  night: 'NI',
  nights: 'NI',
  noon: 'NN',
  midday: 'NN',
  noontime: 'NN',
  daytime: 'DT',
  lunchtime: 'NN',
})

export const SEASONS = table<string>({
  spring: 'SP',
  summer: 'SU',
  summers: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
  winters: 'WI',
  springtime: 'SP',
  summertime: 'SU',
  wintertime: 'WI',
})

export const ORDINALS = table<number>({
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
})

export const NUMBERS = table<number>({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
})

/** Word decades: "the nineties". */
export const DECADES = table<number>({
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
})

/** "last", "past" and the like before a unit or a weekday. */
export const LAST = new Set(['last', 'past', 'previous', 'preceding', 'prior'])
export const NEXT = new Set(['next', 'coming', 'upcoming', 'following', 'ensuing', 'subsequent'])
/** Those that count from a date in the text, not from the document's. */
export const FROM_TEXT = new Set(['previous', 'preceding', 'prior', 'following', 'ensuing', 'subsequent'])

export type Edge = 'START' | 'MID' | 'END'
export const EDGES = table<Edge>({ early: 'START', earlier: 'START', mid: 'MID', middle: 'MID', late: 'END', later: 'END' })

/** Fixed-date holidays and days that English names: month and day. */
export const HOLIDAYS = table<readonly [month: number, day: number]>({
  'christmas day': [12, 25],
  christmas: [12, 25],
  'christmas eve': [12, 24],
  'boxing day': [12, 26],
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
  "new year's": [1, 1],
  "valentine's day": [2, 14],
  halloween: [10, 31],
  'independence day': [7, 4],
  'may day': [5, 1],
  "st patrick's day": [3, 17],
  'veterans day': [11, 11],
  'armistice day': [11, 11],
  'bastille day': [7, 14],
  "all saints' day": [11, 1],
  epiphany: [1, 6],
  "international women's day": [3, 8],
  juneteenth: [6, 19],
  'guy fawkes night': [11, 5],
})
