import { type Attribute, type Claim, isFigureAttribute, type PositionValue } from '../model/claim.ts'
import { CasusError } from '../model/problem.ts'

type Fields = Readonly<Record<string, unknown>>

const POSITIONS: Readonly<{ on: readonly PositionValue['on'][]; answer: readonly PositionValue['answer'][] }> = {
  on: ['carrying-out', 'civilian-harm', 'target'],
  answer: ['accepts', 'claims-credit', 'partly', 'denies', 'investigating', 'declines'],
}

const isCount = (value: unknown): boolean => value === null || (Number.isSafeInteger(value) && (value as number) >= 0)

const isOneOf = (value: unknown, all: readonly string[]): boolean => typeof value === 'string' && all.includes(value)

/** What is wrong with a figure; null: nothing. */
const wrongFigure = ({ low, high }: Fields): string | null => {
  if (!isCount(low) || !isCount(high)) return 'low and high must be whole numbers from 0, or null'
  if (low === null && high === null) return 'low or high must be given'
  return low !== null && high !== null && (low as number) > (high as number) ? 'low must not be above high' : null
}

const wrongPosition = ({ on, answer }: Fields): string | null =>
  isOneOf(on, POSITIONS.on) && isOneOf(answer, POSITIONS.answer)
    ? null
    : `on must be one of ${POSITIONS.on.join(', ')}, answer one of ${POSITIONS.answer.join(', ')}`

const wrongValue = (attribute: Attribute, value: Fields): string | null => {
  if (isFigureAttribute(attribute)) return wrongFigure(value)
  if (attribute === 'position') return wrongPosition(value)
  if ('text' in value) return typeof value.text === 'string' && value.text.trim() !== '' ? null : 'text must not be empty'
  return typeof value.mention === 'string' ? null : 'mention must name a mention of the document'
}

/** Refuses a value that its attribute cannot have. Throws `request/invalid`. */
export const checkValue = (attribute: Attribute, value: unknown): void => {
  const wrong = typeof value === 'object' && value !== null ? wrongValue(attribute, value as Fields) : 'value must be an object'
  if (wrong) throw new CasusError('request/invalid', `The value of ${attribute} is refused: ${wrong}.`)
}

/** The value a person put in the machine's place: what they did not say stays as it was. */
export const toEdited = (claim: Claim, value: Fields): Claim['value'] => {
  const edited = { ...claim.value, ...value } as Claim['value']
  checkValue(claim.attribute, edited)
  return edited
}
