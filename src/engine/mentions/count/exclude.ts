import { findQuantities, type ReadQuantity } from './rules.ts'
import { isHyphen, toWords, type Word } from './words.ts'

/** A reason why a number counts nothing: an age, a date, an address. Examples hold a number that is left out, counter-examples one that stays. */
export type Exclusion = Readonly<{
  name: string
  about: string
  applies: (words: readonly Word[], quantity: ReadQuantity) => boolean
  examples: readonly [string, ...string[]]
  counterExamples: readonly [string, ...string[]]
}>

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
const TIME_UNITS = set(
  'year years yr yrs month months week weeks day days hour hours hr hrs minute minutes min mins second seconds sec secs decade decades century centuries night nights weekend weekends morning mornings season seasons moment',
)
const MEASURES = set(
  'km kms kilometer kilometers kilometre kilometres mile miles mi metre metres meter meters m cm mm centimeter centimeters centimetre centimetres foot feet ft inch inches yard yards yds acre acres hectare hectares ha square sq cubic kg kgs kilo kilos kilogram kilograms kilogrammes gram grams ton tons tonne tonnes pound pounds lb lbs ounce ounces oz litre litres liter liters gallon gallons barrel barrels degree degrees mph kph knots volts watts megawatts caliber calibre gauge percent per-cent pct cents cent gb mb decibels',
)
const MONEY = set(
  'dollar dollars usd euro euros pound pounds rupees rupee pesos peso colones quetzals quetzales soles intis cordobas bolivars yen yuan rubles roubles naira dinars dinar rials riyals shekels lira francs cruzados australes córdobas sucres rand shillings hryvnia',
)
const LABELS = set(
  'image photo picture slide no nos number numbers num # highway hwy route rt interstate i flight article articles resolution section sections chapter page pages channel room apartment apt unit suite exit sector precinct district ward grade level phase volume vol table figure fig case docket version size lot box gate platform radio fm psalm verse act law decree bill title part episode season week day step item group category class top world war day-',
)
const STREETS = set(
  'street st avenue ave av road rd drive dr lane ln boulevard blvd court ct circle cir place pl way parkway pkwy highway hwy terrace ter trail trl square sq plaza alley loop pike block blocks run crossing expressway freeway turnpike route',
)
const AGE_LEADS = set('age ages aged')
const YEAR_LEADS = set('in since of by until till during from early late mid year summer winter spring autumn fall before after to circa')
const NOT_ONES = set('no any some every each this that the another last next right wrong only which big main')
const ONE_THINGS = set(
  'way thing reason side hand part point time example another by on more problem question step day night morning evening afternoon hour week month year',
)
const SPORT_CUES = set(
  'won win wins lost lose loses beat beats beating defeated drew score scored scores lead led victory defeat draw game record season innings wickets',
)
const PERCENT = set('% percent per percentage')

const gluedBefore = (words: readonly Word[], { from }: ReadQuantity): Word | undefined => (words[from]!.glued ? words[from - 1] : undefined)
const after = (words: readonly Word[], { next }: ReadQuantity, offset = 0): string => words[next + offset]?.lower ?? ''
const before = (words: readonly Word[], { from }: ReadQuantity, offset = 0): string => words[from - 1 - offset]?.lower ?? ''
const inDigits = (words: readonly Word[], { next }: ReadQuantity): boolean => words[next - 1]!.kind === 'digits'
/** The figure itself, where the quantity is one plain number. */
const plain = (quantity: ReadQuantity): number | null =>
  quantity.form === 'number' && quantity.low === quantity.high ? quantity.low : null

/** Every reason why a number counts nothing. */
export const EXCLUSIONS: readonly Exclusion[] = [
  {
    name: 'count/not-glued-before',
    about: 'A number stuck to letters or signs is a name or a code: "AK-47", ".45", "#12", "$50", "F-16", "9/11".',
    applies: (words, quantity) => {
      const previous = gluedBefore(words, quantity)
      if (!previous || !inDigits(words, quantity)) return false
      return !['(', '"', '“', "'", '‘', '[', ',', '—', '«', '…', '~', '*', '•'].includes(previous.text)
    },
    examples: ['An AK-47 was found.', 'A .45 pistol', 'It cost $50.', 'On 9/11'],
    counterExamples: ['(12 dead)', '"25 people died"'],
  },
  {
    name: 'count/not-glued-after',
    about: 'A number stuck to what follows is part of a word: "20-year-old", "9mm", "three-car", "1980s", "7:30", "50%".',
    applies: (words, quantity) => {
      const next = words[quantity.next]
      if (!next?.glued) return false
      if (next.kind === 'letters' || next.text === '%' || next.text === '°' || next.text === "'" || next.text === '’') return true
      const beyond = words[quantity.next + 1]
      // "his 12- and 10-year-old sons"
      if (isHyphen(next) && beyond?.glued === false)
        return (
          /^(?:and|or|to)$/.test(beyond.lower) &&
          words.slice(quantity.next + 2, quantity.next + 6).some(({ lower }) => /^years?$/.test(lower))
        )
      if (isHyphen(next)) return beyond?.glued === true && beyond.kind !== 'sign'
      return (next.text === ':' || next.text === '/' || next.text === '.') && beyond?.glued === true && beyond.kind !== 'sign'
    },
    examples: ['A 20-year-old man', 'A 9mm gun', 'A three-car crash', 'At 7:30', 'By 50%', 'The 12- and 10-year-old boys'],
    counterExamples: ['There were 12, police said.', 'He counted 12.'],
  },
  {
    name: 'count/not-a-measure',
    about: 'Lengths, weights, spans of time, shares and sums of money: "18,000 square kilometres", "20 minutes", "50 dollars".',
    applies: (words, quantity) => {
      const first = after(words, quantity)
      const skipped = ['more', 'full', 'short', 'long', 'straight', 'consecutive', 'nautical', 'u', 'us', 'american', 'canadian'].includes(
        first,
      )
      const unit = skipped ? after(words, quantity, first === 'u' ? 4 : 1) : first
      if (MEASURES.has(unit) || TIME_UNITS.has(unit) || MONEY.has(unit) || PERCENT.has(unit)) return true
      if ((quantity.form === 'word' || quantity.form === 'vague' || quantity.form === 'pair') && first === 'of')
        return TIME_UNITS.has(after(words, quantity, 1)) || MEASURES.has(after(words, quantity, 1)) || MONEY.has(after(words, quantity, 1))
      return false
    },
    examples: ['For 20 minutes', 'More than 18,000 square kilometres', 'Ten percent', 'Several hours later', 'Dozens of miles away'],
    counterExamples: ['20 men', 'Dozens of people'],
  },
  {
    name: 'count/not-an-age',
    about: 'Ages: "aged 12", "ages 13, 17 and 19", "Haddad, 39,", "12 years old".',
    applies: (words, quantity) => {
      const number = plain(quantity)
      if (number === null && quantity.form !== 'range')
        return number === null && quantity.form === 'bound' && AGE_LEADS.has(before(words, quantity))
      if ((number ?? 0) > 120) return false
      const lead = before(words, quantity)
      if (AGE_LEADS.has(lead)) return true
      if ((lead === 'of' || lead === 'at' || lead === 'between') && AGE_LEADS.has(before(words, quantity, 1))) return true
      // "ages 13, 17 and 19": back over the list.
      let at = quantity.from - 1
      let steps = 0
      while (at >= 0 && steps < 16 && (words[at]!.kind === 'digits' || words[at]!.text === ',' || words[at]!.lower === 'and')) {
        at -= 1
        steps += 1
      }
      if (steps > 1 && AGE_LEADS.has(words[at]?.lower ?? '')) return true
      if (lead === ',' && inDigits(words, quantity) && (number ?? 0) < 110) {
        const next = words[quantity.next]
        const closes =
          next === undefined ||
          next.text === ',' ||
          next.text === '.' ||
          next.text === ';' ||
          next.text === ')' ||
          next.lower === 'and' ||
          next.lower === 'of'
        const name = words[quantity.from - 2]
        return closes && name?.kind === 'letters' && /^\p{Lu}/u.test(name.text) && !MONTHS.has(name.lower)
      }
      if (lead === '(' && after(words, quantity) === ')') {
        const name = words[quantity.from - 2]
        return (name?.kind === 'letters') === true && /^\p{Lu}/u.test(name!.text)
      }
      return false
    },
    examples: ['A boy aged 12 died.', 'Boys ages 13, 17 and 19', 'Omar Haddad, 39, died.', 'Haddad (39) died.'],
    counterExamples: ['In Basra, 39 people died.', 'On the road, 12 died.'],
  },
  {
    name: 'count/not-a-date',
    about: 'Days, years and times of day: "3 January", "October 7", "in 1990", "30 DEC 89", "6 p.m.".',
    applies: (words, quantity) => {
      const number = plain(quantity)
      const next = after(words, quantity)
      const lead = before(words, quantity)
      if (!inDigits(words, quantity)) return MONTHS.has(next) && next !== 'may' && next !== 'march'
      if (MONTHS.has(next) && (next !== 'may' || number === null || number <= 31) && (number ?? 0) <= 31)
        return next !== 'may' && next !== 'march' ? true : !['have', 'be', 'not'].includes(after(words, quantity, 1))
      const monthBefore = MONTHS.has(lead) || (lead === '.' && MONTHS.has(before(words, quantity, 1)))
      if (monthBefore && (number ?? 0) <= 99 && lead !== 'may' && lead !== 'march') return true
      if (monthBefore && number !== null && number <= 31) return true
      if (next === 'a' || next === 'p') return after(words, quantity, 1) === '.' && after(words, quantity, 2) === 'm'
      if (['am', 'pm', "o'clock", 'o’clock', 'gmt', 'utc', 'est', 'edt', 'cst', 'cdt', 'pst', 'local', 'bst', 'hrs'].includes(next))
        return true
      if (number === null) return false
      const text = words[quantity.next - 1]!.text
      if (/^\d{4}$/.test(text) && number >= 1000 && number <= 2100) {
        if (YEAR_LEADS.has(lead) || MONTHS.has(lead) || lead === 'the') return true
        if (/^(?:st|nd|rd|th)$/.test(lead)) return true
        if (lead === ',' && /^(?:\d{1,2}|st|nd|rd|th)$/i.test(words[quantity.from - 2]?.text ?? '')) return true
        if (number >= 1900 && words[quantity.next]?.kind !== 'letters') return true
      }
      // "a 2002 Ford": the year of a model; in capitals throughout, no sign of one.
      if (/^(?:19|20)\d\d$/.test(text) && /^\p{Lu}\p{Ll}/u.test(words[quantity.next]?.text ?? '')) return true
      // "at 2100 on Monday": a time of day.
      if (/^\d{4}$/.test(text) && number < 2400 && number % 100 < 60 && lead === 'at') return true
      if (/^\d{4}$/.test(text)) {
        return false
      }
      return false
    },
    examples: ['On 3 January', 'On October 7 it fell.', 'In 1990 guerrillas attacked.', 'BOGOTA, 30 DEC 89', 'At 6 p.m.'],
    counterExamples: ['Some 2,000 people fled.', 'In the attack 12 people died.'],
  },
  {
    name: 'count/not-a-label',
    about: 'Numbers that name: "Highway 101", "No. 4", "Article 4", "15 Juniper Drive", "the 500 block of Main Street".',
    applies: (words, quantity) => {
      if (!inDigits(words, quantity) && !LABELS.has(before(words, quantity))) return false
      if (plain(quantity) === null && quantity.form !== 'range') return false
      const lead = before(words, quantity)
      // "1." opens a list; "page 3 of 12" numbers both.
      if (quantity.from === 0 && /^[.)]$/.test(after(words, quantity))) return true
      if (lead === 'of' && words[quantity.from - 2]?.kind === 'digits' && LABELS.has(before(words, quantity, 2))) return true
      if (lead === '.' && ['no', 'nos', 'art', 'sec', 'rt', 'apt', 'hwy'].includes(before(words, quantity, 1))) return true
      if (LABELS.has(lead)) {
        // "no 12" in a sentence is rare beside "No 12"; "day" and "part" only as names.
        return (
          words[quantity.from - 1]!.text !== lead ||
          ['number', 'page', 'route', 'highway', 'channel', 'room', 'apt', 'article', 'section', 'no'].includes(lead)
        )
      }
      if (before(words, quantity) === 'call' || before(words, quantity) === 'dial') return true
      if (
        ['911', '999', '112'].includes(words[quantity.next - 1]!.text) &&
        ['call', 'calls', 'caller', 'operator', 'dispatcher'].includes(after(words, quantity))
      )
        return true
      if (/^[NSEW]$/.test(words[quantity.next]?.text ?? '')) return true
      for (let offset = 0; offset < 6; offset += 1) {
        const word = words[quantity.next + offset]
        if (!word || (word.kind === 'letters' && !/^\p{Lu}/u.test(word.text) && word.lower !== 'block')) return false
        if (offset > 0 && STREETS.has(word.lower)) return true
        if (word.lower === 'block' || word.lower === 'blk') return true
        if (word.kind === 'sign' && word.text !== '.') return false
      }
      return false
    },
    examples: ['On Highway 101', 'Article 4 says', 'At 15 Juniper Drive', 'In the 500 block of Main Street', 'Detachment No.4'],
    counterExamples: ['12 people on Main Street'],
  },
  {
    name: 'count/not-a-score',
    about: 'Scores and telephone numbers: "48-6", "555-0100", "won 3-2".',
    applies: (words, quantity) => {
      if (!inDigits(words, quantity)) return false
      const next = words[quantity.next]
      // "(919) 683-1200"
      if (next?.text === ')' && before(words, quantity) === '(' && words[quantity.next + 1]?.kind === 'digits') return true
      if (isHyphen(next) && words[quantity.next + 1]?.kind === 'digits' && next!.glued) return true
      if (quantity.form !== 'range') return false
      return (
        SPORT_CUES.has(before(words, quantity)) ||
        SPORT_CUES.has(before(words, quantity, 1)) ||
        /^\d{4}$/.test(words[quantity.next - 1]!.text)
      )
    },
    examples: ['The visitors won 2-3.', 'Call 555-0100 now.'],
    counterExamples: ['2-3 people died.'],
  },
  {
    name: 'count/not-one',
    about: '"One" as a pronoun or in a phrase: "the one", "one another", "one day", "no one".',
    applies: (words, quantity) => {
      if (quantity.next - quantity.from !== 1 || words[quantity.from]!.lower !== 'one') return false
      return NOT_ONES.has(before(words, quantity)) || ONE_THINGS.has(after(words, quantity))
    },
    examples: ['The one on the left', 'They shot one another.', 'One day he left.'],
    counterExamples: ['One man died.', 'One was killed.'],
  },
  {
    name: 'count/not-under-age',
    about: 'Age limits: "children under 12", "under 18".',
    applies: (words, quantity) => {
      const first = words[quantity.from]!.lower
      return (
        (first === 'under' || first === 'over' || first === 'above' || first === 'below') &&
        (quantity.high ?? quantity.low ?? 99) <= 66 &&
        !/^\p{L}/u.test(after(words, quantity).slice(0, 1))
      )
    },
    examples: ['Children under 12.', 'Those over 60, he said'],
    counterExamples: ['Over 60 people died.'],
  },
]

/** The quantities in a stretch of words that may count something. */
export const findCountable = (words: readonly Word[]): readonly ReadQuantity[] =>
  findQuantities(words).filter((quantity) => !EXCLUSIONS.some((exclusion) => exclusion.applies(words, quantity)))

/** The same, of a text: for examples and trials. */
export const findCountableIn = (text: string): readonly ReadQuantity[] => findCountable(toWords(text, { start: 0, end: text.length }))
