import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()
const DEED = 'A bomb killed five people in Quetta on Sunday. '

const read = (text: string) => {
  const analysis = extract({ id: 'sha256:who', text, facts: {} }, assets)
  const mention = (id: string): string => {
    const found = analysis.mentions.find((one) => one.id === id)
    return found ? wordsOf(analysis.document.text, found) : ''
  }
  const claims = analysis.claims
  return {
    doers: [
      ...new Set(
        claims.flatMap(({ attribute, value }) => (attribute === 'perpetrator' && 'mention' in value ? [mention(value.mention)] : [])),
      ),
    ],
    answers: claims.flatMap(({ value }) => ('answer' in value ? [`${mention(value.party)} ${value.answer}`] : [])),
    called: claims.flatMap(({ attribute, value }) => (attribute === 'characterisation' && 'text' in value ? [value.text] : [])),
    evidence: [...new Set(claims.flatMap(({ evidence }) => evidence.map(({ status }) => status)))],
    ties: analysis.affiliations.map(({ subject, type, object }) => `${mention(subject)} ${type} ${mention(object)}`),
    relations: analysis.relations.map(({ type }) => type),
  }
}

describe('who did it', () => {
  it.each([
    ['Turkish artillery shelled the village of Kafr Nuran on Monday, killing three people.', 'Turkish artillery'],
    ['Unidentified warplanes bombed a market in Derna on Sunday, killing four.', 'Unidentified warplanes'],
    ['Russian missiles struck a hospital in Kharkiv on Monday, killing four people.', 'Russian'],
    ['Eight people were killed in shelling by government forces in Douma on Sunday.', 'government forces'],
    ['A newspaper said gunmen linked to the Northern Front killed a judge in Peshawar on Sunday.', 'gunmen'],
    [`${DEED}Police blamed the attack on the Baloch Liberation Army.`, 'the Baloch Liberation Army'],
    [`${DEED}The bombing was the work of the Northern Front, the interior minister said.`, 'the Northern Front'],
    ['The opposition accused government troops of burning houses and killing 12 villagers in Beni on Sunday.', 'government troops'],
    [`${DEED}Police arrested five soldiers suspected of planting the bomb.`, 'five soldiers'],
    [`${DEED}The crime, perpetrated in the early hours by armed men, was condemned by all.`, 'armed men'],
    [`${DEED}The Medellin cartel masterminded the attack, the minister said.`, 'The Medellin cartel'],
    [`${DEED}The assailants fled in a van.`, 'The assailants'],
    [`${DEED}The assailants were killed.`, undefined],
    [`${DEED}Five soldiers involved in the rescue were given medals.`, undefined],
    [`${DEED}The law should deter criminals from committing such crimes.`, undefined],
    ['A car exploded in Quetta on Sunday, killing five people.', undefined],
    ['A radio commentator was shot dead by riding-in-tandem gunmen in Calbayog on Thursday.', 'tandem gunmen'],
    ['Armed men on motorcycles stopped a truck near Salto on Monday, shot the driver dead and led two passengers away.', 'Armed men'],
    ['Bandits believed to be from a neighbouring county raided Lomelo on Monday, leaving six people dead.', 'Bandits'],
    ['The car of a county believed to be safe was shot at on Monday in Salto, killing two people.', undefined],
    ['At least two men approached on foot, fired into a crowd in Salto on Monday and fled. Three people died.', 'two men'],
    ['Four people were killed at a checkpoint in Mill Street on Friday by soldiers.', 'soldiers'],
    ['Four people were killed on Friday in a house in Leeds built by soldiers.', undefined],
    ['A patrol was ambushed on Friday by unidentified elements near Obo, leaving two soldiers dead.', 'unidentified elements'],
    ['An army drone dropped two bombs on a wedding in Tudun on Sunday, killing 12 people.', 'army'],
    ['Bombs outside the offices of two candidates killed 40 people in Quetta on Sunday.', undefined],
    ['Eleven villagers died in Ituri on Friday when fighters entered the hamlet at dawn.', 'fighters'],
    ['A girl was killed in Lagos on Friday when police dispersed the marchers.', 'police'],
    ['Three people were killed in Lagos on Friday when police arrived at the scene of a crash.', undefined],
    [`${DEED}The Free Army admitted the attack.`, 'The Free Army'],
    [`${DEED}The hospital admitted 12 wounded.`, undefined],
    [`${DEED}A group calling itself the Red Vanguard said it was responsible.`, 'the Red Vanguard'],
    [`${DEED}The minister said it was responsible to wait.`, undefined],
    [`${DEED}Islamic State is suspected.`, 'Islamic State'],
    [`${DEED}The government says it was the Houthis.`, 'the Houthis'],
    [`${DEED}It was the Houthis who first reported it.`, undefined],
    ['A rocket killed five people in Aden on Sunday. It came from territory held by the Houthis.', undefined],
    ['A rocket killed five people in Aden on Sunday. The rocket came from territory held by the Houthis.', 'the Houthis'],
    ['Rocket fire attributed to Houthi positions struck a market in Aden on Sunday, killing five.', 'Houthi'],
    [`${DEED}The attack was ordered by the leader of a gang.`, 'the leader of a gang'],
    [`${DEED}Three soldiers took part in the attack.`, 'Three soldiers'],
    [`${DEED}Hundreds participated in the search.`, undefined],
    [`${DEED}The group named the bomber as Ali Reza.`, 'Ali Reza'],
    [`${DEED}Officials named the victim as Ali Reza.`, undefined],
    [`${DEED}The suspect was identified as Ann Lee, 44.`, 'Ann Lee'],
    [`${DEED}Two men were arrested in connection with the bombing.`, 'Two men'],
    [`${DEED}Two men were arrested for protesting against the police.`, undefined],
    [`${DEED}John Reed, 34, of Mill Road, was arrested and charged with murder.`, 'John Reed'],
  ])('%s', (text, doer) => {
    expect(read(text).doers).toEqual(doer ? [doer] : [])
  })

  it.each([
    [
      'Clashes broke out in Adra on Monday between the Red Front and a rival militia, killing 14 people.',
      ['the Red Front', 'a rival militia'],
    ],
    ['Fourteen people died in Adra on Monday. Officials attribute the violence to a feud between two gangs.', ['two gangs']],
    ['Fourteen people died in a fire in Adra on Monday. The road between the town and the army camp is closed.', []],
    ['"Our troops killed 30 militants in Maiduguri on Monday," the Nigerian army said.', ['Our troops', 'the Nigerian army']],
    [
      '"Our troops killed 30 militants in Maiduguri on Monday," said Colonel Bello of the Nigerian army.',
      ['Our troops', 'the Nigerian army'],
    ],
  ])('%s', (text, doers) => {
    expect(read(text).doers).toEqual(doers)
  })

  it('gives a claim of two attacks to both', () => {
    const text = 'A bomb killed four people in Kabul on Monday. Gunmen killed two in Herat on Tuesday. The Taliban claimed both attacks.'
    const { claims } = extract({ id: 'sha256:both', text, facts: {} }, assets)
    const claimed = claims.filter(({ because }) => because.includes('blame/claims-responsibility'))
    expect(new Set(claimed.map(({ incident }) => incident)).size).toBe(2)
  })

  it('names nobody where nobody has claimed it', () => {
    expect(read(`${DEED}No group has claimed responsibility for the attack.`)).toMatchObject({ doers: [], answers: [] })
  })
})

describe('what is said of it', () => {
  it('takes an answer from the party that gives it', () => {
    expect(read(`${DEED}The army denied that its soldiers were responsible.`).answers).toEqual(['The army denies'])
    expect(read(`${DEED}The attack was claimed by the Northern Front.`).answers).toEqual(['the Northern Front claims-credit'])
  })

  it.each([
    ['State television spoke of a massacre.', ['a massacre']],
    ['The mayor called it "an attack on all of us".', ['an attack on all of us']],
    ['The minister spoke of "deep sorrow".', []],
  ])('%s', (said, called) => {
    expect(read(DEED + said).called).toEqual(called)
  })

  it.each([
    ['None of these numbers can be checked.', ['could-not-verify']],
    ['The army showed reporters fragments of a missile.', ['offered']],
    ['Both sides blame each other, but neither has shown any proof.', ['none-given']],
    ['The market has reopened.', []],
  ])('%s', (said, statuses) => {
    expect(read(DEED + said).evidence).toEqual(statuses)
  })
})

describe('who belongs to whom', () => {
  it.each([
    ['The Houthis, who are backed by Iran, fired a missile at Eilat on Sunday.', ['The Houthis backed-by Iran']],
    ['The Turkish-backed Syrian National Army shelled Manbij on Sunday.', ['Syrian National Army backed-by Turkish']],
    [
      'Kataib Hezbollah, one of the factions in the Popular Mobilization Forces, attacked Erbil.',
      ['Kataib Hezbollah part-of the Popular Mobilization Forces'],
    ],
    ['The Houthis, who are not part of Hamas, fired a missile at Eilat on Sunday.', []],
  ])('%s', (text, ties) => {
    expect(read(text).ties).toEqual(ties)
  })
})
