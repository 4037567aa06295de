import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

/** How many dead each incident has, in the order of the text. */
const deadOf = (text: string): readonly (number | null)[] => {
  const { incidents, claims } = extract({ id: 'sha256:cluster', text, facts: {} }, assets)
  return incidents
    .filter(({ status }) => status === 'happened')
    .map(({ id }) => {
      const figures = claims.flatMap(({ incident, attribute, value }) =>
        incident === id && attribute === 'killed' && 'low' in value && value.extent !== 'part' ? [value.low ?? 0] : [],
      )
      return figures.length > 0 ? Math.max(...figures) : null
    })
}

const BOMB = 'Two men blew themselves up in a market in Baghdad on Thursday, killing 32 people. '

describe('another event', () => {
  it.each([
    ['new people in a new place', `${BOMB}In the town of Samarra, gunmen killed four farmers at a checkpoint, police said.`, [32, 4]],
    ['the same people, finer told', `${BOMB}The men had mingled with shoppers in Tayaran Square and killed 32 people, police said.`, [32]],
    ['"the same night"', `${BOMB}The same night four farmers were shot dead in Samarra.`, [32, 4]],
    ['"hours after"', `${BOMB}Hours after the blast, army guns shelled the town of Samarra and killed four people.`, [32, 4]],
    ['"elsewhere"', `${BOMB}Elsewhere in the city four farmers were shot dead on Thursday.`, [32, 4]],
    [
      'a day of its own in the same sentence',
      'Two traders were killed in Quetta on Tuesday; and on Wednesday four farmers were killed.',
      [2, 4],
    ],
    [
      'a day that opens the sentence',
      `BAGHDAD, 24 January 2019 - ${BOMB}On January 2, a trader was dragged from his shop and killed.`,
      [32, 1],
    ],
  ])('%s', (_, text, dead) => {
    expect(deadOf(text)).toEqual(dead)
  })
})

describe('one event told twice', () => {
  it.each([
    [
      'by two nouns',
      'In a separate clash the day before, gendarmes repelled an assault on their post at Inata and killed twelve attackers.',
    ],
    [
      'in other words of one sort',
      'Two dead as traffic stop turns into gunfight\n\nA deputy and a driver died on Thursday in an exchange of gunfire on Highway 2.',
    ],
    [
      'with the toll it had before',
      "Fifty people were killed in Friday's missile attack on the station of Kramatorsk, the governor said, raising an earlier toll of 39.",
    ],
    ['as the second of two', 'Two bombs went off in a market in Quetta on Monday, killing five people. The second blast hit rescuers.'],
    [
      'item by item',
      'Blast in Quetta kills five\n\nWhat we know so far\n\n- A bomb went off in a market on Monday.\n\n- Five people are dead.',
    ],
    [
      'by its cause and by itself',
      'Jets bombed a camp near Zahedan on 18 January 2024 in answer to an attack two days earlier. On 16 January 2024 drones had hit a house in Panjgur and killed two girls. ',
      2,
    ],
    ['by those who did it, and how', 'Five people were killed on Monday by gunmen who stormed a village near Quetta, police said.'],
    ['with its number among others', 'A man was shot dead in Quetta on Monday. It was the third fatal shooting in the city this month.'],
    ['from either side', 'A soldier and a rebel were killed in a gunfight in Ambato on Sunday. The rebels opened fire first, police said.'],
  ])('%s', (_, text, events = 1) => {
    expect(deadOf(text)).toHaveLength(Number(events))
  })

  it('gives "the bombing" to the bomb, though an attack was told of since', () => {
    const { incidents, claims } = extract(
      {
        id: 'sha256:cluster',
        text: 'A bomb killed two people in a bar in Belfast on Monday. Hours earlier a patrol had come under sniper fire in Newry and a soldier was hit. The bombing also left 19 others wounded.',
        facts: {},
      },
      assets,
    )
    const hurt = claims.filter(({ attribute, value }) => attribute === 'wounded' && 'low' in value && value.low === 19)
    expect(hurt.map(({ incident }) => incident)).toEqual([incidents[0]!.id])
    expect(incidents).toHaveLength(2)
  })
})

describe('the points of a communiqué', () => {
  const first =
    'COMMUNIQUÉ TO THE PEOPLE\n\n1. On 3 June 2023 fighters of our column attacked the police post in Loikaw and two officers died.\n\n'
  it('speak on of what the first one tells', () => {
    expect(deadOf(`${first}2. We regret the loss of three civilian lives.`)).toHaveLength(1)
  })
  it('tell of other deeds where they say where and when', () => {
    expect(deadOf(`${first}2. On 5 June 2023 our fighters ambushed a patrol in Hpasawng and killed four soldiers.`)).toHaveLength(2)
  })
})

describe('the items of a bulletin', () => {
  const items =
    'A bomb went off in Loikaw yesterday.\n\n- 41 wounded people have been admitted.\n- 22 are still in hospital.\n- No patient has died.'
  const incidents = (title: string): number =>
    extract({ id: 'sha256:items', text: `${title}\n\nFriday, 9 May 2025\n\n${items}`, facts: {} }, assets).incidents.length
  it('tell of those a hospital took in', () => {
    expect(incidents('Northport General Hospital')).toBe(1)
  })
  it('tell of one event each in a log', () => {
    expect(incidents('Northport Police Log')).toBeGreaterThan(1)
  })
})
