import type { ParsedText, Sentence, Token } from '../../language/parsed.ts'
import { wordSet } from '../party/nouns.ts'

/** What a whole document is about, where that turns words of violence into something else. */
export type Domain = 'violence' | 'sport' | 'accident' | 'health' | 'labour' | 'drill' | 'fiction' | 'none'

const WORDS: Readonly<Record<Exclude<Domain, 'none'>, ReadonlySet<string>>> = {
  violence: wordSet(
    'gunman gunmen shooter gunfire gunshot shooting militant insurgent rebel guerrilla terrorist bomb bombing explosive explosion soldier troops militia airstrike strike shelling rocket missile murder homicide police suspect arrested killed wounded massacre kidnap kidnapped abducted hostage assassinated assassination ambush army warplane civilian victim stabbed stabbing raid clashes gang rifle pistol weapon assailant attackers hospital subversive grenade mortar artillery drone',
  ),
  sport: wordSet(
    'cup final coach fans winger striker goalkeeper midfielder defender quarterback pitcher touchdown inning innings wicket batsman bowler goal goals scored scorer penalty league championship tournament season playoff playoffs semifinal quarterfinal match halftime kickoff referee umpire player players team teammate stadium pitch fixture squad derby rugby cricket football soccer basketball baseball hockey tennis golf nba nfl mlb nhl fifa uefa premier medal olympic olympics racing lap grand prix points win defeat victory game games rebounds assists dribble homer homers trophy',
  ),
  accident: wordSet(
    'crash collision accident earthquake quake flood flooding floods landslide mudslide hurricane typhoon cyclone tornado storm tsunami avalanche wildfire derailed derailment capsized sank sinking magnitude epicentre epicenter rainfall drought heatwave volcano volcanic lightning overturned skidded speeding motorway highway stampede monsoon aftershock drowned lava eruption collided collides collide overturns plunged plunges ravine gorge veered swerved capsize capsizes sinks bus coach lorry truck driver drivers passengers passenger motorists traffic brakes fog road roads ferry wreckage pedestrian rainstorm rains rescuers smash head-on lost-control boiler faulty leak electrical wiring collapsed scaffolding blaze firefighters',
  ),
  drill: wordSet(
    'drill drills exercise exercises simulation simulated simulate simulating mock scenario scenarios role-players role-play participants rehearse rehearsed rehearsal rehearsals staged stages played actors dummies dummy mannequins make-up preparedness trainees training evaluators script scripted fictional fictitious fake pretend pretended volunteers whistle observers',
  ),
  fiction: wordSet(
    'film films movie movies novel novels novelist author director directed actor actors actress cast scene scenes script screenplay filming filmed premiere premieres premiered cinema cinemas box-office sequel thriller character characters protagonist hero heroine audience audiences theatre theater stage drama episode episodes season series streaming opera play playwright plot chapter chapters reader readers book publisher fiction fictional oscar festival trailer screen screens critics museum exhibition gamers videogame videogames console',
  ),
  health: wordSet(
    'virus covid covid-19 coronavirus pandemic epidemic outbreak cholera ebola malaria measles influenza flu vaccine vaccinated vaccination infection infected infections patients cancer tumor tumour disease diagnosed symptoms hospitalizations opioid overdose fentanyl hiv aids tuberculosis diabetes polio dengue',
  ),
  labour: wordSet(
    'union unions wage wages pay workers employer employers labor labour walkout picket pickets strikers bargaining staff unionized industrial contract negotiations',
  ),
}
/** Words that say outright that something was a mishap, an exercise, a work of fiction: without one, the domain is not it. */
const CORE: Readonly<Partial<Record<Domain, ReadonlySet<string>>>> = {
  accident: wordSet(
    'crash crashed crashes collision accident accidents accidental earthquake quake flood flooding floods landslide mudslide hurricane typhoon cyclone tornado storm tsunami avalanche wildfire derailed derailment derails capsized capsizes capsize sank sinking aftershock overturned overturns collided collides collide plunged plunges veered skidded volcano eruption stampede leak collapsed faulty lightning',
  ),
  drill: wordSet('drill drills exercise exercises simulation simulated mock rehearsal rehearsed'),
  fiction: wordSet(
    'film films movie movies novel novels screenplay sequel thriller drama episode opera play videogame videogames fiction book',
  ),
}
/** Words of arms that no accident is told with. Two of them and a mishap is not what the document is about. */
const ARMS = wordSet(
  'gunman gunmen shooter gunfire militant militants insurgent insurgents rebel rebels guerrilla guerrillas terrorist terrorists bomb bombs bomber bombing bombed explosives attacked attackers assailant assailants shot airstrike airstrikes shelling shelled rocket rockets missile missiles ambush ambushed massacre kidnapped abducted warplane warplanes mortar grenade drone drones landmine landmines ordnance anti-tank minefield',
)
/** Who speaks of real deeds: two of them and it is no tale. */
const OFFICIALS = wordSet(
  'police officials authorities ministry spokesman spokeswoman hospital witnesses army prosecutors investigators medics',
)
/** An exercise or a film is told with the very words of violence: only its own count. Set on own texts, November 2026. */
const TELLING = 4

/** Distinct words of a domain before it can be what the document is about. Set on development documents, November 2026: with 4, sports reports of three sentences are still caught. */
const ENOUGH = 4

/** So many where nobody in office speaks, however many words of arms there are. Set on own texts, November 2026. */
const UNOFFICIAL = 5

/** How many sentences at the head of a text say what it is about. */
const OPENING = 3

const isOpening = (parsed: ParsedText, words: ReadonlySet<string>, within: number): boolean =>
  parsed.tokens.some(({ sentence, lower }) => sentence < within && words.has(lower))

/** What a document is about, by the distinct words of each domain in it. Violence wins unless another domain clearly outweighs it. */
export const domainOf = (parsed: ParsedText): Domain => {
  const seen: Record<Exclude<Domain, 'none'>, Set<string>> = {
    violence: new Set(),
    sport: new Set(),
    accident: new Set(),
    health: new Set(),
    labour: new Set(),
    drill: new Set(),
    fiction: new Set(),
  }
  let arms = 0
  const domains = Object.keys(WORDS) as (keyof typeof WORDS)[]
  const told = new Set<string>()
  const officials = new Set<string>()
  let drills = 0
  for (const { lower } of parsed.tokens) {
    for (const domain of domains) if (WORDS[domain].has(lower)) seen[domain].add(lower)
    if (OFFICIALS.has(lower)) officials.add(lower)
    if (CORE.drill!.has(lower)) drills++
    if (ARMS.has(lower) && !told.has(lower)) {
      told.add(lower)
      arms++
    }
  }
  const isCore = (domain: Exclude<Domain, 'none'>): boolean => {
    const core = CORE[domain]
    return core === undefined || [...seen[domain]].some((word) => core.has(word))
  }
  if (drills >= 2 && seen.drill.size >= TELLING && isOpening(parsed, CORE.drill!, OPENING)) return 'drill'
  const isTale = (least: number, within: number): boolean => seen.fiction.size >= least && isOpening(parsed, CORE.fiction!, within)
  if (officials.size < 2 && (isTale(TELLING, OPENING) || isTale(TELLING - 1, 1))) return 'fiction'
  let best: Domain = 'none'
  let most = 0
  for (const domain of domains) {
    const { size } = seen[domain]
    if (domain === 'drill' || domain === 'fiction' || !isCore(domain)) continue
    if (domain === 'accident' && arms >= 2) continue
    if (domain !== 'violence' && size >= ENOUGH && size > most) {
      best = domain
      most = size
    }
  }
  const violent = seen.violence.size
  // Nobody in office speaks, and the words of sport are many: what is shot and bombed there is a game.
  if (best === 'sport' && officials.size === 0 && most >= UNOFFICIAL) return best
  if (best !== 'none' && most > 1.5 * violent) return best
  return violent > 0 ? 'violence' : 'none'
}

/** Labels of sections, as digests and newsletters set them in front: "FILM. …", "Chess: …". */
const SECTIONS: Readonly<Partial<Record<Domain, ReadonlySet<string>>>> = {
  sport: wordSet(
    'sport sports football soccer cricket rugby tennis golf chess basketball baseball hockey boxing athletics cycling racing darts snooker bridge gardens garden gardening recipes travel horoscope puzzles crossword fashion',
  ),
  fiction: wordSet('film films cinema movies books fiction television tv theatre theater opera arts games gaming streaming'),
}

/** A word and a mark at the most stand alone; a longer label has its mark behind the first word. */
const isLabel = ({ tokens }: ParsedText, { first, last }: Sentence): boolean => last - first <= 2 || /^[:.,]$/.test(tokens[first + 1]!.text)

/**
 * What each token's part of the document is about. A paragraph that the label of a section opens, or stands over, is of that; any other
 * of what the document is. A label holds to the next label.
 */
export const domainsOf = (parsed: ParsedText): ((token: Token) => Domain) => {
  const whole = domainOf(parsed)
  const bySentence: Domain[] = []
  let section: Domain | undefined
  let passage: string | undefined
  for (const sentence of parsed.sentences) {
    if (sentence.passage !== passage && isLabel(parsed, sentence)) {
      const label = parsed.tokens[sentence.first]!.lower
      section = (Object.keys(SECTIONS) as Domain[]).find((domain) => SECTIONS[domain]!.has(label))
    }
    passage = sentence.passage
    bySentence.push(section ?? whole)
  }
  return ({ sentence }) => bySentence[sentence] ?? whole
}
