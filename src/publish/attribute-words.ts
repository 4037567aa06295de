import type { Attribute, PositionValue } from '../model/claim.ts'

const ATTRIBUTES: Readonly<Record<Attribute, string>> = {
  killed: 'Killed',
  wounded: 'Wounded',
  missing: 'Missing',
  captured: 'Captured',
  displaced: 'Displaced',
  quantity: 'Counted',
  type: 'What happened',
  place: 'Where',
  date: 'When',
  perpetrator: 'By whom',
  target: 'Against whom',
  victim: 'Victims',
  weapon: 'With what',
  damage: 'Damage',
  motive: 'Reason given',
  characterisation: 'Called',
  position: 'Position',
}

/** An attribute as the head of a row. */
export const attributeWords = (attribute: Attribute): string => ATTRIBUTES[attribute]

/** The order of rows: what people look for first. Positions stand apart, below the matrix. */
export const ROW_ORDER: readonly Attribute[] = [
  'killed',
  'wounded',
  'missing',
  'captured',
  'displaced',
  'place',
  'date',
  'type',
  'perpetrator',
  'target',
  'weapon',
  'quantity',
  'victim',
  'damage',
  'motive',
  'characterisation',
]

/** How a claim is underlined in a document; each family has its own kind of line. */
export type Family = 'toll' | 'where-when' | 'who' | 'what'

const FAMILIES: Readonly<Record<Attribute, Family>> = {
  killed: 'toll',
  wounded: 'toll',
  missing: 'toll',
  captured: 'toll',
  displaced: 'toll',
  quantity: 'what',
  type: 'what',
  place: 'where-when',
  date: 'where-when',
  perpetrator: 'who',
  target: 'who',
  victim: 'toll',
  weapon: 'what',
  damage: 'what',
  motive: 'what',
  characterisation: 'what',
  position: 'who',
}

export const familyOf = (attribute: Attribute): Family => FAMILIES[attribute]

const ANSWERS: Readonly<Record<PositionValue['answer'], string>> = {
  accepts: 'says it did',
  'claims-credit': 'claims credit for',
  partly: 'accepts in part',
  denies: 'denies',
  investigating: 'says it is looking into',
  declines: 'declines to comment on',
}

const SUBJECTS: Readonly<Record<PositionValue['on'], string>> = {
  'carrying-out': 'carrying it out',
  'civilian-harm': 'harm to civilians',
  target: 'the choice of target',
}

/** A party's stand: `denies carrying it out`. */
export const positionWords = ({ answer, on }: Pick<PositionValue, 'answer' | 'on'>): string =>
  answer === 'accepts' && on === 'carrying-out' ? 'says it carried it out' : `${ANSWERS[answer]} ${SUBJECTS[on]}`
