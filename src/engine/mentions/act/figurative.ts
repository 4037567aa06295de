import type { ParsedText, Token } from '../../language/parsed.ts'
import { childrenOf, findHead, isRelation, listAncestors } from '../../language/tree.ts'
import { classOfNoun, singular, wordSet } from '../party/nouns.ts'
import type { Arguments } from './arguments.ts'
import { isPeople } from './beings.ts'
import type { Domain } from './domain.ts'
import type { ActKind } from './kinds.ts'
import { ARMED_CUES as CUES } from './lexicon.ts'

/** What an exclusion sees of a trigger. */
export type Candidate = Readonly<{ parsed: ParsedText; token: Token; act: ActKind; arguments: Arguments; domain: Domain }>

/** A reason why a word of violence speaks of none. Examples hold a trigger that is left out, counter-examples one that stays. */
export type Exclusion = Readonly<{
  name: string
  about: string
  applies: (candidate: Candidate) => boolean
  examples: readonly [string, ...string[]]
  counterExamples: readonly [string, ...string[]]
}>

const NATURE = wordSet(
  'earthquake quake flood flooding storm hurricane cyclone typhoon tornado landslide mudslide avalanche tsunami wildfire bushfire lightning drought famine heat heatwave cold rain rains wave eruption volcano ice snow blizzard wind shark bear dog snake crocodile elephant lion tiger virus covid covid-19 coronavirus disease illness pneumonia cancer cholera malaria ebola measles fever infection influenza flu stroke leukemia leukaemia aids tuberculosis diabetes hunger starvation thirst malnutrition dehydration hypothermia heatstroke overdose poisoning',
)
const MISHAPS = wordSet('crash collision accident pileup derailment shipwreck stampede wreck fall sleep avalanche capsizing sinking')
const CRASHERS = wordSet('car truck lorry bus train van vehicle motorcycle motorcyclist motorist driver plane taxi minibus tractor tram')
const ILL = wordSet('natural causes age cancer complications illness disease stroke failure heart covid')

const modifiersOf = ({ parsed, token }: Candidate): readonly string[] => {
  const words = childrenOf(parsed, token)
    .filter((child) => isRelation(child, 'compound') || isRelation(child, 'amod') || isRelation(child, 'nmod:poss'))
    .map((child) => child.lower)
  const before = parsed.tokens[token.i - 1]
  if (before && before.sentence === token.sentence) words.push(before.lower)
  return words
}

const CAUSES = new Set(['in', 'from', 'of', 'by', 'during', 'to', 'due', 'after', 'with'])
const causeIs = ({ parsed, token, arguments: { agents } }: Candidate, causes: ReadonlySet<string>): boolean =>
  agents.some((agent) => causes.has(singular(agent.lemma))) ||
  childrenOf(parsed, token).some(
    (child) =>
      (isRelation(child, 'obl') || isRelation(child, 'nmod')) &&
      causes.has(singular(child.lemma)) &&
      childrenOf(parsed, child).some((mark) => isRelation(mark, 'case') && CAUSES.has(mark.lower)),
  )

/** Words of arms alone: "killed" and the like stand in reports of accidents too. */
const ARMED_CUES = new Set(
  [...CUES].filter(
    (word) =>
      !/^(?:kill|dead|injured|wounded|casualt|civilian|deadly|village|area|line|security|hospital|police|reported|camp|airport|u\.?s|american|russian|ukrainian|israeli|front|air|suspected|military|army|navy|convoy|compound)/.test(
        word,
      ),
  ),
)
const BLOWS = wordSet(
  'death severely badly brutally savagely up stick sticks club clubs bat bats baton batons fists fist kicked punched police guards robbed soldiers rifle butts whipped tortured unconscious stones iron bloody wounded hospital mob gang',
)
const POLITICS = wordSet(
  'debate debates rhetoric tweet tweeted ad ads advertisement poll polls primary nominee nomination policies gop frontrunner',
)
/** Disasters that a sentence seldom names beside violence. */
const DISASTERS = wordSet(
  'earthquake earthquakes quake hurricane typhoon cyclone tornado landslide landslides mudslide tsunami avalanche floods flooding wildfire wildfires derailment collision pileup collided collides overturned capsized capsizes derailed plunged plunges',
)
const EXPLOSIONS = wordSet('explosion explosions blast leak exploded')
const BARGAINING = wordSet(
  'talks negotiations bargaining union unions employers employer wage wages parliament budget coalition-talks vote lawmakers senate congress',
)
const LEFT_OVER = wordSet('unexploded wartime ww2 wwii unexploded-ordnance')
/** What explodes by itself, or was left from an old war. */
const HOUSEHOLD = wordSet('gas boiler cylinder cylinders pipeline transformer fireworks firework stove boilers kitchen leak refinery silo')
const OUTCOMES: ReadonlySet<ActKind> = new Set<ActKind>([
  'die',
  'kill',
  'wound',
  'casualty',
  'damage',
  'destroy',
  'displace',
  'strike',
  'go-missing',
])
const isInSentenceOf = ({ parsed, token }: Candidate, words: ReadonlySet<string>): boolean => {
  for (let i = token.i - 1; i >= 0 && i > token.i - 30 && parsed.tokens[i]!.sentence === token.sentence; i -= 1)
    if (words.has(parsed.tokens[i]!.lower)) return true
  for (let i = token.i + 1; i < parsed.tokens.length && i < token.i + 30 && parsed.tokens[i]!.sentence === token.sentence; i += 1)
    if (words.has(parsed.tokens[i]!.lower)) return true
  return false
}

/** Carriers of bombs, whose exploding kills. */
const BOMBERS = wordSet('bomber attacker militant terrorist assailant')

/** Whether a likeness is said of what something was, or of how it seemed; "attacks like" gives an example. */
const isSeeming = (parsed: ParsedText, head: Token, like: Token): boolean =>
  /^(?:be|look|feel|seem|appear|smell)$/.test(head.lemma) ||
  childrenOf(parsed, like).some((child) => isRelation(child, 'cop')) ||
  (head === like && childrenOf(parsed, like).some((child) => isRelation(child, 'nsubj')))

const isFromWorldWar = ({ parsed, token }: Candidate): boolean => {
  for (let i = token.i + 1; i < Math.min(parsed.tokens.length - 1, token.i + 9) && parsed.tokens[i]!.sentence === token.sentence; i += 1)
    if (parsed.tokens[i]!.lower === 'world' && parsed.tokens[i + 1]!.lower === 'war') return true
  return false
}

const followedBy = ({ parsed, token }: Candidate, words: ReadonlySet<string>): boolean => words.has(parsed.tokens[token.i + 1]?.lower ?? '')

const MODIFIED_AWAY = wordSet(
  'heart panic asthma anxiety epileptic cyber shark bear dog snake bee verbal personal scathing ad hacker hacking ransomware phishing malware ddos hunger general labor labour teachers workers nurses doctors rail railway school student solidarity wildcat population cambrian demographic demand baby creative rhetorical online twitter media counter-attack flash culture social legal court political character smear coup pre-emptive-legal price tax heart-attack',
)
const WORK = wordSet(
  'general labor labour hunger work workers teachers nurses doctors students rail railway miners dockers pilots solidarity wildcat sympathy bus taxi transport truckers drivers union indefinite school national nationwide 24-hour 48-hour',
)
const HEADS_OFF = wordSet(
  'penalty row sentence threat threats certificate rate rates metal helicopter helicopters ad ads submarine mode dog rifle rifles weapon weapons aircraft jet jets range guard guards star stars percentage practice gallery season zone mystery novel film movie game games squad squads insurance benefit benefits wish knell tax bed camp camps',
)
const TROOPS = wordSet('soldier troop army battalion brigade column regiment fighter rebel insurgent guerrilla marine paratrooper cadet')
const FILMS = wordSet(
  'film movie novel fiction drama documentary video-game videogame episode sitcom thriller screenplay opera musical comedy sequel blockbuster fantasy fictional rehearsal rehearsals film-maker reenactment re-enactment',
)

/** Every reason why a word of violence speaks of none. */
export const EXCLUSIONS: readonly Exclusion[] = [
  {
    name: 'act/not-sport',
    about: 'In a report on sport, words of violence are figures of speech.',
    applies: ({ domain }) => domain === 'sport',
    examples: [
      'The striker shot wide as the champions attacked. The coach praised his players after the cup final; the team won the league match.',
    ],
    counterExamples: ['Gunmen attacked the team bus with rifles before the cup final. Police said two players were killed.'],
  },
  {
    name: 'act/not-an-exercise',
    about: 'In a report on an exercise, the attackers, the dead and the wounded are played.',
    applies: ({ domain }) => domain === 'drill',
    examples: [
      'Hospital stages drill. In the mock attack, two gunmen shot twelve people in the scenario. Volunteers played the wounded and evaluators took notes on the exercise.',
    ],
    counterExamples: ['Gunmen attacked soldiers during a training exercise near the border, killing four.'],
  },
  {
    name: 'act/not-in-a-work-of-fiction',
    about: 'In a report on a film, a novel or a play, what its characters do happens in no world.',
    applies: ({ domain }) => domain === 'fiction',
    examples: [
      "The director's new film opens with a bombing that kills twenty. The script follows two actors through the siege; the premiere is on Friday.",
    ],
    counterExamples: ['Gunmen stormed a cinema during a film and killed twelve people.'],
  },
  {
    name: 'act/not-an-accident',
    about: 'Death and damage by nature, illness, traffic or mishap: "died in a car crash", "killed by the flood", "died of cancer".',
    applies: (candidate) => {
      const { act, domain, arguments: args } = candidate
      if (causeIs(candidate, NATURE) || causeIs(candidate, MISHAPS)) return true
      if (act === 'die' && causeIs(candidate, ILL)) return true
      if (OUTCOMES.has(act) && isInSentenceOf(candidate, DISASTERS) && !isInSentenceOf(candidate, ARMED_CUES)) return true
      const isHousehold = isInSentenceOf(candidate, HOUSEHOLD) && !isInSentenceOf(candidate, ARMED_CUES)
      if (isHousehold && (act === 'bomb' || (OUTCOMES.has(act) && isInSentenceOf(candidate, EXPLOSIONS)))) return true
      if (
        ['destroy', 'damage'].includes(act) &&
        args.agents.length > 0 &&
        args.agents.every((agent) => /^(?:fire|blaze|flames?)$/.test(agent.lower)) &&
        domain !== 'violence'
      )
        return true
      if (
        ['strike', 'kill', 'wound', 'destroy', 'damage'].includes(act) &&
        args.agents.some((agent) => CRASHERS.has(singular(agent.lemma)) && agent.name === 'O')
      )
        return domain !== 'violence' || act === 'strike'
      return (domain === 'accident' || domain === 'health') && (OUTCOMES.has(act) || act === 'bomb')
    },
    examples: ['Two men died in a car crash.', 'The flood killed ten people.', 'She died of cancer.', 'A pedestrian was hit by a truck.'],
    counterExamples: ['Two men died in an ambush.', 'The blast killed ten people.'],
  },
  {
    name: 'act/not-by-its-modifier',
    about: 'A noun that the word before it makes something else: "heart attack", "hunger strike", "population explosion".',
    applies: (candidate) => {
      if (candidate.token.upos !== 'NOUN' && candidate.token.upos !== 'PROPN') return false
      return modifiersOf(candidate).some((word) => MODIFIED_AWAY.has(word))
    },
    examples: ['He had a heart attack.', 'The prisoners began a hunger strike.', 'A population explosion followed.'],
    counterExamples: ['He survived a knife attack.', 'An air strike hit the market.'],
  },
  {
    name: 'act/not-a-work-stoppage',
    about: 'A strike of workers: "went on strike", "the teachers\' strike".',
    applies: (candidate) => {
      const { token, parsed, domain } = candidate
      if (singular(token.lemma) !== 'strike' || (token.upos !== 'NOUN' && token.upos !== 'PROPN'))
        return token.lemma === 'strike' && domain === 'labour'
      return domain === 'labour' || parsed.tokens[token.i - 1]?.lower === 'on' || modifiersOf(candidate).some((word) => WORK.has(word))
    },
    examples: ['Miners went on strike.', "The teachers' strike hit schools in the capital."],
    counterExamples: ['The strike killed two militants.', 'A missile strike hit the base.'],
  },
  {
    name: 'act/not-by-its-head',
    about: 'A noun that only names a sort of the next: "death penalty", "attack helicopter", "shooting range".',
    applies: (candidate) => (candidate.token.upos === 'NOUN' || candidate.token.upos === 'PROPN') && followedBy(candidate, HEADS_OFF),
    examples: ['He faces the death penalty.', 'They bought attack helicopters.', 'She trained at a shooting range.'],
    counterExamples: ['The death toll rose to ten.', 'The attack left ten dead.'],
  },
  {
    name: 'act/not-on-screen',
    about: 'What happens in a film, a novel or a game: "a film about a battle in which hundreds die".',
    applies: ({ parsed, token }) => {
      for (const ancestor of listAncestors(parsed, token)) {
        if (FILMS.has(singular(ancestor.lemma)) && ancestor.i < token.i) return true
        if (childrenOf(parsed, ancestor).some((child) => isRelation(child, 'nsubj') && FILMS.has(singular(child.lemma)))) return true
      }
      const { sentence } = token
      for (let i = token.i + 1; i < parsed.tokens.length && parsed.tokens[i]!.sentence === sentence && i < token.i + 12; i += 1)
        if ((parsed.tokens[i]!.lower === 'screen' || parsed.tokens[i]!.lower === 'stage') && parsed.tokens[i - 1]!.lower === 'on')
          return true
      return childrenOf(parsed, token).some((child) => isRelation(child, 'nsubj') && FILMS.has(singular(child.lemma)))
    },
    examples: [
      'It is a film about a battle in which thousands were killed.',
      'Hundreds of extras will die on screen.',
      'The novel opens with a bomb that kills twenty people.',
    ],
    counterExamples: ['Gunmen attacked a film crew.', 'Twelve people were killed in a movie theater.'],
  },
  {
    name: 'act/not-a-contest',
    about: 'Winning: "would beat his rival in a poll"; blows need a sign of blows.',
    applies: (candidate) =>
      candidate.act === 'beat' &&
      candidate.token.lemma === 'beat' &&
      candidate.token.lower !== 'beaten' &&
      !isInSentenceOf(candidate, BLOWS),
    examples: ['The senator would beat the governor by five points.'],
    counterExamples: ['Guards beat the prisoners with sticks.', 'Police beat protesters severely.'],
  },
  {
    name: 'act/not-a-campaign',
    about: 'Attacks of politicians on each other in debates and advertisements.',
    applies: (candidate) =>
      ['attack', 'clash', 'destroy', 'strike'].includes(candidate.act) &&
      isInSentenceOf(candidate, POLITICS) &&
      !isInSentenceOf(candidate, ARMED_CUES),
    examples: ["The governor attacked the senator in Saturday's debate."],
    counterExamples: ['Gunmen attacked the candidate with rifles after the debate.'],
  },
  {
    name: 'act/not-a-month',
    about: 'March, the month.',
    applies: ({ parsed, token, act }) =>
      act === 'protest' &&
      token.lower === 'march' &&
      (token.text === 'March' || parsed.tokens[token.i - 1]?.upos === 'NUM' || parsed.tokens[token.i + 1]?.upos === 'NUM'),
    examples: ['The talks resume in March.'],
    counterExamples: ['Thousands joined the march against the law.'],
  },
  {
    name: 'act/not-a-likeness',
    about: 'What something was like: "it was like a bomb going off", "as if a war had broken out".',
    applies: ({ parsed, token }) => {
      const chain = [token, ...listAncestors(parsed, token)]
      return chain.some((one, n) => {
        const marks = childrenOf(parsed, one).filter((child) => isRelation(child, 'case') || isRelation(child, 'mark'))
        const isUnreal = marks.some(({ lower, i }) => lower === 'as' && /^(?:if|though)$/.test(parsed.tokens[i + 1]?.lower ?? ''))
        const isLike = marks.some(({ lower }) => lower === 'like') && isSeeming(parsed, chain[n + 1] ?? one, one)
        return isUnreal || isLike
      })
    },
    examples: ['It was like a bomb going off.', 'The street looked like a bomb had hit it.', 'He ran as if soldiers were shooting at him.'],
    counterExamples: ['Attacks like the bombing of the market are rare.', 'A bomb went off like clockwork.'],
  },
  {
    name: 'act/not-an-outburst',
    about: 'People who explode, erupt or go off are angry, unless they carry bombs.',
    applies: ({ parsed, token, arguments: { patients } }) =>
      token.upos === 'VERB' &&
      /^(?:explode|erupt|detonate)$/.test(token.lemma) &&
      patients.every((patient) => patient.i < token.i) &&
      childrenOf(parsed, token).some(
        (child) =>
          isRelation(child, 'nsubj') &&
          child.upos === 'NOUN' &&
          classOfNoun(singular(child.lemma)) === 'person' &&
          !BOMBERS.has(child.lemma),
      ),
    examples: ['A deputy exploded on the rostrum.', 'The coach erupted after the whistle.'],
    counterExamples: [
      'A suicide bomber exploded outside the mosque.',
      'The minister said a bomb exploded.',
      'The driver exploded the bomb.',
    ],
  },
  {
    name: 'act/not-a-march-of-troops',
    about: 'Troops that march protest against nothing.',
    applies: ({ token, act, arguments: { agents } }) =>
      act === 'protest' && token.lemma === 'march' && agents.some((agent) => TROOPS.has(singular(agent.lower))),
    examples: ['The soldiers marched to the river at dawn.'],
    counterExamples: ['Thousands of students marched through the capital against the law.'],
  },
  {
    name: 'act/not-a-struggle',
    about: 'Fighting for something: "fighting for his life", "fight for their rights"; "death to" somebody is a slogan.',
    applies: (candidate) => {
      const { parsed, token, act } = candidate
      const next = parsed.tokens[token.i + 1]?.lower ?? ''
      if (token.lower === 'death') return next === 'to'
      return (
        act === 'clash' && /^(?:fight|battle|struggle)/.test(token.lemma) && (next === 'for' || parsed.tokens[token.i + 2]?.lower === 'for')
      )
    },
    examples: ['A man is fighting for his life in hospital.', 'Workers fight for their rights.'],
    counterExamples: ['Soldiers fought rebels near the base.'],
  },
  {
    name: 'act/not-a-retort',
    about: 'Words shot or fired back: "shot back that".',
    applies: ({ parsed, token, act }) =>
      (act === 'shoot' || act === 'strike') &&
      parsed.tokens[token.i + 1]?.lower === 'back' &&
      /^(?:that|:|,|["“”'])$/.test(parsed.tokens[token.i + 2]?.text ?? ''),
    examples: ['The minister shot back that the guards had lost their case.'],
    counterExamples: ['Police shot back at the gunmen.'],
  },
  {
    name: 'act/not-a-hostage-of-talks',
    about: 'People held hostage in a dispute over pay or votes are held by nobody.',
    applies: (candidate) =>
      candidate.act === 'abduct' &&
      /^(?:take|hold)$/.test(candidate.token.lemma) &&
      isInSentenceOf(candidate, BARGAINING) &&
      !isInSentenceOf(candidate, ARMED_CUES),
    examples: ['The union accused the employers of taking passengers hostage in the talks.'],
    counterExamples: ['Gunmen took twelve passengers hostage on the road.'],
  },
  {
    name: 'act/not-a-bomb-of-old',
    about: 'A bomb left from an old war that is found and made safe.',
    applies: (candidate) =>
      candidate.act === 'bomb' && candidate.token.upos === 'NOUN' && (isInSentenceOf(candidate, LEFT_OVER) || isFromWorldWar(candidate)),
    examples: ['A bomb from the Second World War at a building site forced thousands from their homes.'],
    counterExamples: ['A bomb at the station killed four people.'],
  },
  {
    name: 'act/not-a-standing-war',
    about: 'Whom a body is at war with says who it is: "the coalition fighting the rebels".',
    applies: ({ parsed, token, act }) =>
      act === 'clash' &&
      token.xpos === 'VBG' &&
      token.i > 0 &&
      parsed.tokens[token.i - 1]!.upos === 'NOUN' &&
      isPeople(parsed.tokens[token.i - 1]!) &&
      childrenOf(parsed, token).some((child) => isRelation(child, 'obj')) &&
      !childrenOf(parsed, token).some((child) => isRelation(child, 'obl') || isRelation(child, 'aux')),
    examples: ['The coalition fighting the rebels said on Sunday that talks would resume.'],
    counterExamples: ['Soldiers fought rebels near the base.'],
  },
  {
    name: 'act/not-to-death',
    about: '"To death" belongs to its verb ("beaten to death"), and a sentence to death is none yet.',
    applies: ({ parsed, token }) => token.lower === 'death' && parsed.tokens[token.i - 1]?.lower === 'to',
    examples: ['He was sentenced to death.'],
    counterExamples: ['His death was confirmed.'],
  },
  {
    name: 'act/not-under-criticism',
    about: 'Attacks in words: "attacked the decision", "under fire from critics", "launched an attack on the policy".',
    applies: (candidate) => {
      const {
        parsed,
        token,
        act,
        arguments: { patients },
      } = candidate
      if (!['attack', 'strike', 'raid', 'clash', 'shoot', 'bomb'].includes(act)) return false
      if (patients.some((patient) => WORDY.has(singular(patient.lemma)))) return true
      // "hit the market": goods do, where no arms are spoken of.
      if (token.lemma === 'hit' && patients.some(({ lemma }) => /^markets?$/.test(lemma)) && !isInSentenceOf(candidate, ARMED_CUES))
        return true
      const head = findHead(parsed, token)
      return (
        childrenOf(parsed, token).some(
          (child) => (isRelation(child, 'obl') || isRelation(child, 'nmod')) && WORDY.has(singular(child.lemma)),
        ) ||
        (head !== undefined && head.lemma === 'criticize')
      )
    },
    examples: ['Opponents attacked the policy.', 'They clashed over the budget.', 'Her first novel hit the market in May.'],
    counterExamples: [
      'Rebels attacked the village.',
      'Troops clashed with rebels over the bridge.',
      'An explosion in a market killed five people.',
      'A missile hit the market.',
    ],
  },
]

const WORDY = wordSet(
  'motion amendment policy plan proposal decision law bill budget reform record idea argument speech report claim critic criticism question handling stance position-paper deal agreement tax election opinion view value constitution freedom democracy credibility reputation character integrity ruling verdict measure title ball balance chord tone note pose gold oil bargain accord compromise record high low milestone nerve share price rate headline news ground jackpot snag wall-of-silence roadblock',
)
