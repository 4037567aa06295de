import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { isFigureClaim } from '../../model/claim.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

/** Figures of a text in document order: `killed 8 group`, `wounded 24+ total`. */
const figuresOf = (text: string): readonly string[] =>
  extract({ id: 'sha256:figures', text, facts: {} }, assets)
    .claims.filter(isFigureClaim)
    .filter(({ attribute }) => attribute !== 'quantity')
    .map(
      ({ attribute, value: { low, high, extent } }) =>
        `${attribute} ${low ?? ''}${low === high ? '' : high === null ? '+' : `-${high}`} ${extent}`,
    )

describe('numbers whose verb or noun is left out', () => {
  it.each([
    ['Thirty-eight died at the scene and 12 in hospital.', ['killed 38 group', 'killed 12 group']],
    ['Gunmen killed six farmers in Kuba and eight more in the nearby village of Tirsa.', ['killed 6 group', 'killed 8 group']],
    ['Nine were killed at the checkpoint, 11 at the market and one in a taxi.', ['killed 9 group', 'killed 11 group', 'killed 1 group']],
    ['The bomb left 12 dead and twice as many hurt.', ['killed 12 total', 'wounded 24 total']],
    ['Of the 40 wounded, 12 later died.', ['wounded 40 total', 'killed 12 total']],
  ])('%s', (text, figures) => {
    expect(figuresOf(text)).toEqual(figures)
  })
})

describe('shares of those counted, and others beside them', () => {
  it.each([
    ['Twelve people, two of them children, were killed in the strike.', ['killed 12 total', 'killed 2 part']],
    ['Twelve people were killed in the strike, half of them children.', ['killed 12 total', 'killed 6 part']],
    ['The strike killed 20 people. Two-thirds of the dead were women.', ['killed 20 total', 'killed 13 part']],
    ['Three men were killed in the shooting. A fourth died later in hospital.', ['killed 3 group', 'killed 1 group']],
    ['Two men were killed in the shooting. One died at the scene. A second died later.', ['killed 2 total', 'killed 1 part']],
    [
      'Ten people were killed at the market, police said. Another four were killed at a checkpoint, police said.',
      ['killed 10 group', 'killed 4 group'],
    ],
  ])('%s', (text, figures) => {
    expect(figuresOf(text)).toEqual(figures)
  })
})

describe('who is who among those told of', () => {
  it.each([
    [
      'At least five civilian members of one family, including three children and a young man, were killed in Rafah.',
      ['killed 5+ total', 'killed 3 part', 'killed 1 part'],
    ],
    ['Ten people were killed and an unknown number of others were injured in Rafah.', ['killed 10 total', 'wounded 2+ total']],
    ['Five people were killed at a market in Rafah. Five people were wounded at a school.', ['killed 5 total', 'wounded 5 total']],
    ['A professor, Tayseer Ibrahim, was killed by a bomb in Rafah on Sunday.', ['killed 1 total']],
    ['A shooting in a club in Dallas left one man dead and six others injured.', ['killed 1 total', 'wounded 6 total']],
    ['A man killed his wife and two young sons before killing himself in Tulsa.', ['killed 1 group', 'killed 2 group', 'killed 1 group']],
    ['Five people were shot at a club in Dallas on Sunday.', ['wounded 5 total']],
    ['Gunmen shot at a car in Dallas on Sunday, killing a woman.', ['killed 1 total']],
    ['Teen Killed, 3 Hurt in Drive-By Shooting in Dallas', ['killed 1 total', 'wounded 3 total']],
    ['A shooting in Dallas left a six-year-old dead on Sunday.', ['killed 1 total']],
    [
      'Four teens were shot in Dallas on Monday. The other victims, ages 13, 17 and 19, were treated for minor injuries.',
      ['wounded 4 total'],
    ],
  ])('%s', (text, figures) => {
    expect(figuresOf(text)).toEqual(figures)
  })
})

describe('people told of one by one', () => {
  it.each([
    ['A baker and his nephew were hurt in the blast, the mayor said.', ['wounded 2 total', 'wounded 1 part', 'wounded 1 part']],
    ['Gunmen killed a clerk and a porter at the station.', ['killed 2 total', 'killed 1 part', 'killed 1 part']],
    ['Fourteen pupils and two priests who were seized from a school are free, police said.', ['captured 14 group', 'captured 2 group']],
    ['Three of the four pupils kidnapped from a school in Kaduna are free, police said.', ['captured 4 total']],
    // "my cousin and friend" is one person.
    ['Gunmen killed a clerk and poet at the station.', ['killed 1 total']],
    ['Gunmen killed a clerk and two porters at the station.', ['killed 1 group', 'killed 2 group']],
    ['A girl of 9 was killed in the shelling.', ['killed 1 total']],
    ['A family of 9 was killed in the shelling.', ['killed 9 total']],
  ])('%s', (text, figures) => {
    expect(figuresOf(text)).toEqual(figures)
  })
})

describe('shares of a side and shares of those harmed', () => {
  it.each([
    ['The rebels said they killed 20 soldiers. The army said two of its men were killed.', ['killed 20 total', 'killed 2 total']],
    ['Seventeen people, most of them women, had been killed in the raid.', ['killed 17 total']],
    ['Nine people were killed in the raid. Four were pupils.', ['killed 9 total', 'killed 4 part']],
    ['The raid left 30 people wounded, of whom six are guests from abroad.', ['wounded 30 total', 'wounded 6 part']],
    ['Twelve people were injured in the raid, three by live fire.', ['wounded 12 total', 'wounded 3 part']],
  ])('%s', (text, figures) => {
    expect(figuresOf(text)).toEqual(figures)
  })
})

describe('whose harm, and whether it is claimed', () => {
  it.each([
    [
      'Shells fell on a yard in Nasso, killing a porter and wounding two clerks and a cook.',
      ['killed 1 total', 'wounded 2 group', 'wounded 1 group'],
    ],
    ['A man shot and killed Sam Noble and wounded Emerson Ware in Nasso.', ['killed 1 total', 'wounded 1 total']],
    ['The rebels burned 60 of its 210 houses and shot an old man.', ['wounded 1 total']],
    ['Two of them, a clerk and a porter, died in the raid on Nasso.', ['killed 2 part', 'killed 1 part', 'killed 1 part']],
    ['Do you confirm that 54 soldiers were killed in Nasso? Gunmen shot dead nine.', ['killed 9 total']],
    ['Several people were shot in Nasso on Sunday. Five people were shot, police said.', ['wounded 3+ total', 'wounded 5 total']],
    ['Several people were shot in Nasso on Sunday. Five people were shot there.', ['wounded 3+ part', 'wounded 5 total']],
  ])('%s', (text, figures) => {
    expect(figuresOf(text)).toEqual(figures)
  })
})
