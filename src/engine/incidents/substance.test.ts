import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()
const happened = (text: string): number =>
  extract({ id: 'sha256:substance', text, facts: {} }, assets).incidents.filter(({ status }) => status === 'happened').length

describe('one event, or violence at large', () => {
  it.each([
    ['Countless peasants have been murdered in this war, the bishop said.', 0],
    ['Six peasants were murdered in Ayacucho on Monday, the bishop said.', 1],
    ['The president honoured the assassinated senator and spoke of peace.', 0],
    ['Gunmen assassinated the senator in Bogota on Monday.', 1],
    ['The army launched an operation in the eastern provinces on Monday, with searches of vehicles.', 0],
    ['The army launched an operation in the eastern provinces on Monday and killed six rebels.', 1],
    ['The minister said a coup attempt had been crushed by loyal officers.', 0],
    ['The minister said an attempt on the life of Judge Ana Ruiz in Cali on Monday had failed.', 1],
    ['Police raided two flats and an office in Cali on Monday.', 0],
    ['Police raided two flats in Cali on Monday and shot dead a man.', 1],
    ['Gunmen raided a police station in Cali on Monday.', 1],
    ['He spoke of a war that has killed 70,000 people.', 0],
    ['Troops killed 700 villagers at Quibdo in December 1981.', 1],
    ['The minister praised the offensive of the police against smugglers.', 0],
    ['The army launched an offensive against the rebels near Cali on Monday.', 1],
  ])('%s', (text, n) => {
    expect(happened(text)).toBe(n)
  })
})
