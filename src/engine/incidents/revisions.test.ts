import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

/** Pairs of a number of dead and the one that it corrects. */
const revised = (text: string) => {
  const { claims } = extract({ id: 'sha256:revised', text, facts: {} }, assets)
  const low = (id: string | null) => {
    const value = claims.find((claim) => claim.id === id)?.value
    return value && 'low' in value ? value.low : null
  }
  return claims.flatMap(({ id, attribute, revises }) => (attribute === 'killed' && revises ? [[low(id), low(revises)]] : []))
}

const HEAD = 'Live: gunmen attack market in Northport\n\nSaturday 14 January 2023\n\n'

describe('the entries of a live page', () => {
  it('correct each other upwards where the latest stands above', () =>
    expect(
      revised(
        `${HEAD}21:40 Twelve people were killed in the attack, the mayor said.\n\n19:10 Five people were killed in the attack, the mayor said.`,
      ),
    ).toEqual([[12, 5]]))
  it('correct each other downwards where the latest stands below', () =>
    expect(
      revised(
        `${HEAD}19:10 Five people were killed in the attack, the mayor said.\n\n21:40 Twelve people were killed in the attack, the mayor said.`,
      ),
    ).toEqual([[12, 5]]))
  it('correct nobody else', () =>
    expect(
      revised(
        `${HEAD}21:40 Twelve people were killed in the attack, the army said.\n\n19:10 Five people were killed in the attack, the mayor said.`,
      ),
    ).toEqual([]))
  it('are no paragraphs of a report', () =>
    expect(
      revised(
        'Gunmen attack market in Northport\n\nTwelve people were killed in the attack, the mayor said.\n\nFive people were killed in the attack, the mayor said.',
      ),
    ).toEqual([]))
})
