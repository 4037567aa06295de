import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

const typesOf = (text: string): readonly string[] =>
  extract({ id: 'sha256:types', text, facts: {} }, assets)
    .incidents.filter(({ status }) => status === 'happened')
    .map(({ subType }) => subType)

describe('what it was done with', () => {
  it.each([
    ['A bomb at a bus stop in Quetta killed five people on Sunday.', 'Remote explosive/landmine/IED'],
    ['A bomb at a bus stop in Quetta killed five people on Sunday. The bomber had walked up to the queue, police said.', 'Suicide bomb'],
    [
      'A bomb at a bus stop in Quetta killed five people on Sunday. The bomber was arrested on Monday, police said.',
      'Remote explosive/landmine/IED',
    ],
    ['A man set off his explosives in a market in Quetta on Sunday, killing five people.', 'Suicide bomb'],
    ['An explosion in a market in Quetta killed five people on Sunday.', 'Remote explosive/landmine/IED'],
    ['Missiles hit a power station in Odesa on Sunday and an explosion killed five people.', 'Shelling/artillery/missile attack'],
    ['Four bombs fell on a school in Loikaw on Sunday, killing five people.', 'Air/drone strike'],
    ['Residents say the army’s jets bombed it: the market of Loikaw, on Sunday. Five people died.', 'Air/drone strike'],
    ['Five people were killed in the bombing of Loikaw on Sunday.', 'Air/drone strike'],
    ['Five people were killed in the bombing of a bus in Loikaw on Sunday.', 'Remote explosive/landmine/IED'],
    ['Two missiles fired from aircraft struck a market in Hajjah on Sunday, killing five people.', 'Air/drone strike'],
  ])('%s', (text, subType) => {
    expect(typesOf(text)).toEqual([subType])
  })
})

describe('who stood on either side', () => {
  it.each([
    ['Militants attacked an army post near Bannu on Sunday, killing five soldiers.', 'Armed clash'],
    ['Militants attacked a police post near Bannu on Sunday and killed 40 shoppers in the market beside it.', 'Attack'],
    ['Militants attacked a police post near Bannu on Sunday, killing six policemen and two shoppers.', 'Armed clash'],
    ['Gunmen shot dead two off-duty police officers in a bar in Leon on Sunday.', 'Attack'],
    ['A crowd of about 200 stoned a police station in Srinagar on Sunday and four youths were hurt.', 'Violent demonstration'],
  ])('%s', (text, subType) => {
    expect(typesOf(text)).toEqual([subType])
  })

  it('calls a massacre in which some were taken no abduction', () => {
    const taken = 'Gunmen abducted twelve farmers in Beni on Sunday and killed a guard.'
    const killed = 'Gunmen killed twelve farmers in Beni on Sunday and abducted a guard.'
    expect(typesOf(taken)).toEqual(['Abduction/forced disappearance'])
    expect(typesOf(killed)).toEqual(['Attack'])
  })
})

describe('an attack that was beaten back', () => {
  it.each([
    ['Our soldiers repelled an attack on the eastern gate of Loikaw on Sunday and burned six trucks.', 'Armed clash'],
    ['An assault on the post at Loikaw was beaten back on Sunday, the governor said. Two villagers were hurt.', 'Armed clash'],
    ['Gunmen carried out an attack on a school in Loikaw on Sunday and killed two teachers.', 'Attack'],
  ])('%s', (text, subType) => {
    expect(typesOf(text)).toEqual([subType])
  })
})

describe('a similar attack', () => {
  const now = 'A bomb killed 30 people in a market in Quetta on 3 May 2021. '

  it('is of the sort of the one before, unless its words say otherwise', () => {
    expect(typesOf(`${now}In 2015 a similar attack in Peshawar killed 20 people.`)).toEqual([
      'Remote explosive/landmine/IED',
      'Remote explosive/landmine/IED',
    ])
    expect(typesOf(`${now}In 2015 an attack by gunmen in Peshawar killed 20 people.`)).toEqual(['Remote explosive/landmine/IED', 'Attack'])
  })
})
