import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

const read = (text: string, attribute: string): readonly string[] => {
  const { document, claims, mentions } = extract({ id: 'sha256:whom', text, facts: {} }, assets)
  return claims.flatMap((claim) => {
    const { value } = claim
    if (claim.attribute !== attribute || !('mention' in value)) return []
    const found = mentions.find(({ id }) => id === value.mention)
    return found ? [wordsOf(document.text, found)] : []
  })
}

describe('what was hit', () => {
  it.each([
    ['A bomb exploded at the house of a judge in Cali on Monday.', ['the house of a judge']],
    ['A bomb was placed under a bus in Cali on Monday and went off.', ['a bus']],
    ['A bomb exploded in Cali on Monday.', []],
    ['A bomb exploded in front of the planning ministry in Cali on Monday.', ['the planning ministry']],
    ['The first bomb attack occurred at the gate of a bank in Cali on Monday.', ['a bank']],
    ['Rebels set off a bomb at the company offices in Cali on Monday.', ['the company offices']],
    ['Rebels destroyed several telephone poles in Cali on Monday.', ['telephone poles']],
    ['A bomb exploded at the party of a cousin in Cali on Monday.', []],
    ['Guerrillas attacked the studios of a radio station in Cali on Monday.', ['the studios of a radio station']],
  ])('%s', (text, targets) => {
    expect(read(text, 'target')).toEqual(targets)
  })

  it('names who was aimed at and came to no harm', () => {
    expect(read('There was an attempt on the life of Judge Ana Ruiz in Cali on Monday.', 'target')).toEqual(['Ana Ruiz'])
  })
})

describe('with what', () => {
  it.each([
    ['A truck bomb went off in Cali on Monday. The bomb killed two people, the bomb squad said.', ['truck bomb']],
    ['Gunmen attacked a march in Cali on Monday with rifles. The police did not use firearms.', ['rifles']],
    ['Guerrillas attacked a barracks in Cali on Monday with mortars and seized 30 rifles, two radios and a grenade launcher.', ['mortars']],
    ['Soldiers killed two rebels in Cali on Monday and confiscated a store of weapons.', []],
    ['Gunmen killed a judge in Cali on Monday with a pistol they had bought.', ['pistol']],
    ['A bomb was found under a bus in Cali on Monday and went off.', ['bomb']],
  ])('%s', (text, weapons) => {
    expect(read(text, 'weapon')).toEqual(weapons)
  })
})

describe('whose people did it', () => {
  it.each([
    ['Fighters of the Farabundo Marti National Liberation Front killed a mayor in Usulutan on Monday.', 2],
    ['A former member of the Farabundo Marti National Liberation Front killed a mayor in Usulutan on Monday.', 1],
  ])('%s', (text, n) => {
    expect(read(text, 'perpetrator')).toHaveLength(n)
  })
})

describe('the same doers, told of again', () => {
  it.each([
    ['Hooded men shot dead a judge in Cali on Monday. The attackers fled.', ['Hooded men']],
    ['A group of guerrillas attacked a farm in Cali on Monday. The rebels killed two guards.', ['A group of guerrillas']],
    ['Soldiers killed a farmer in Cali on Monday. Rebels attacked the same village in May.', ['Soldiers', 'Rebels']],
    ['Two policemen shot a driver in Cali on Monday. The rebels shot a trader.', ['Two policemen', 'The rebels']],
  ])('%s', (text, doers) => {
    expect(read(text, 'perpetrator')).toEqual(doers)
  })
})

describe('who came to harm, by the fullest name', () => {
  it.each([
    ['Gunmen killed Ruiz Soto in Cali on Monday. Judge Ana Maria Ruiz Soto was 50.', ['Ana Maria Ruiz Soto']],
    ['RADIO ANNOUNCER ANA RUIZ WAS ASSASSINATED TODAY IN CALI.', ['ANA RUIZ']],
    ['Gunmen killed Ruiz in Cali on Monday. Judge Ana Maria Ruiz Soto was 50.', ['Ana Maria Ruiz Soto']],
    ['Gunmen killed Ruiz Pardo in Cali on Monday. Judge Ana Maria Ruiz Soto spoke to the press.', ['Ruiz Pardo']],
  ])('%s', (text, victims) => {
    expect(read(text, 'victim')).toEqual(victims)
  })

  it('is not who was arrested for it', () => {
    expect(read('Gunmen killed Ana Ruiz in Cali on Monday. Police arrested Jorge Pardo over the murder.', 'victim')).toEqual(['Ana Ruiz'])
    expect(read('Gunmen abducted Ana Ruiz in Cali on Monday.', 'victim')).toEqual(['Ana Ruiz'])
  })
})
