import type { ParsedText } from '../../language/parsed.ts'
import { wordSet } from '../party/nouns.ts'

/** What a whole document is about, where that turns words of violence into something else. */
export type Domain = 'violence' | 'sport' | 'accident' | 'health' | 'labour' | 'none'

const WORDS: Readonly<Record<Exclude<Domain, 'none'>, ReadonlySet<string>>> = {
  violence: wordSet(
    'gunman gunmen shooter gunfire gunshot shooting militant insurgent rebel guerrilla terrorist bomb bombing explosive explosion soldier troops militia airstrike strike shelling rocket missile murder homicide police suspect arrested killed wounded massacre kidnap kidnapped abducted hostage assassinated assassination ambush army warplane civilian victim stabbed stabbing raid clashes gang rifle pistol weapon assailant attackers hospital subversive grenade mortar artillery drone',
  ),
  sport: wordSet(
    'cup final coach fans winger striker goalkeeper midfielder defender quarterback pitcher touchdown inning innings wicket batsman bowler goal goals scored scorer penalty league championship tournament season playoff playoffs semifinal quarterfinal match halftime kickoff referee umpire player players team teammate stadium pitch fixture squad derby rugby cricket football soccer basketball baseball hockey tennis golf nba nfl mlb nhl fifa uefa premier medal olympic olympics racing lap grand prix points win defeat victory game games rebounds assists dribble homer homers trophy',
  ),
  accident: wordSet(
    'crash collision accident earthquake quake flood flooding floods landslide mudslide hurricane typhoon cyclone tornado storm tsunami avalanche wildfire derailed derailment capsized sank sinking magnitude epicentre epicenter rainfall drought heatwave volcano volcanic lightning overturned skidded speeding motorway highway stampede monsoon aftershock drowned lava eruption',
  ),
  health: wordSet(
    'virus covid covid-19 coronavirus pandemic epidemic outbreak cholera ebola malaria measles influenza flu vaccine vaccinated vaccination infection infected infections patients cancer tumor tumour disease diagnosed symptoms hospitalizations opioid overdose fentanyl hiv aids tuberculosis diabetes polio dengue',
  ),
  labour: wordSet(
    'union unions wage wages pay workers employer employers labor labour walkout picket pickets strikers bargaining staff unionized industrial contract negotiations',
  ),
}
/** Distinct words of a domain before it can be what the document is about. Set on development documents, November 2026: with 4, sports reports of three sentences are still caught. */
const ENOUGH = 4

/** What a document is about, by the distinct words of each domain in it. Violence wins unless another domain clearly outweighs it. */
export const domainOf = (parsed: ParsedText): Domain => {
  const seen: Record<Exclude<Domain, 'none'>, Set<string>> = {
    violence: new Set(),
    sport: new Set(),
    accident: new Set(),
    health: new Set(),
    labour: new Set(),
  }
  const domains = Object.keys(WORDS) as (keyof typeof WORDS)[]
  for (const { lower } of parsed.tokens) for (const domain of domains) if (WORDS[domain].has(lower)) seen[domain].add(lower)
  let best: Domain = 'none'
  let most = 0
  for (const domain of domains) {
    const { size } = seen[domain]
    if (domain !== 'violence' && size >= ENOUGH && size > most) {
      best = domain
      most = size
    }
  }
  const violent = seen.violence.size
  if (best !== 'none' && most > 1.5 * violent) return best
  return violent > 0 ? 'violence' : 'none'
}
