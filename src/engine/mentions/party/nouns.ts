import type { IssuerKind } from '../../../model/document.ts'

/** A set of words from a list in running text: easier to read and to extend than quoted strings. */
export const wordSet = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.trim().split(/\s+/)))

/** Adult men and boys. */
export const MALE = wordSet(
  'man boy father dad husband son brother grandfather grandson uncle nephew gentleman widower male fisherman policeman businessman king prince duke emperor priest monk imam sheikh sheik mullah rabbi bishop cardinal pope waiter actor lord baron boyfriend fiance fiancé stepfather stepson stepbrother godfather cameraman fireman chairman congressman spokesman gunman serviceman clergyman salesman nobleman workman watchman frontman hitman tribesman countryman newsman anchorman councilman assemblyman alderman guy dude lad groom bridegroom cowboy stepdad granddad',
)
/** Women and girls. */
export const FEMALE = wordSet(
  'woman girl mother mom mum wife daughter sister grandmother granddaughter aunt niece lady widow female policewoman businesswoman queen princess duchess empress nun waitress actress girlfriend fiancee fiancée stepmother stepdaughter stepsister godmother chairwoman congresswoman spokeswoman servicewoman saleswoman gunwoman councilwoman assemblywoman bride housewife schoolgirl seamstress hostess heiress goddess matriarch midwife stepmom grandma',
)
/** People under age by the word itself. */
export const CHILDREN = wordSet(
  'child baby infant toddler newborn boy girl kid teenager teen youth adolescent minor schoolboy schoolgirl schoolchild pupil juvenile youngster preschooler orphan toddlers preteen sixth-grader kindergartner son daughter',
)
export const KIN = wordSet(
  'wife husband son daughter child brother sister mother father parent grandmother grandfather grandparent grandson granddaughter grandchild uncle aunt nephew niece cousin fiancé fiancee fiancée girlfriend boyfriend partner spouse relative sibling twin in-law stepfather stepmother stepson stepdaughter stepbrother stepsister baby infant friend bodyguard driver colleague neighbor neighbour companion toddler widow mom dad mum roommate ex-wife ex-husband ex-girlfriend ex-boyfriend',
)
/** People who bear arms or belong to an armed side. */
export const COMBATANTS = wordSet(
  'soldier fighter militant insurgent rebel guerrilla guerilla terrorist gunman militiaman militiamen paramilitary trooper infantryman commando conscript recruit serviceman servicewoman servicemember combatant jihadi jihadist extremist mercenary bomber sniper gunner commander warlord warrior troop subversive paratrooper marine airman sailor ranger legionnaire cadet peacekeeper reservist guardsman partisan separatist islamist mujahid mujahedin mujahideen belligerent operative cadre assassin attacker raider bandit hijacker pirate infiltrator saboteur paramilitaries rifleman artilleryman tanker pilot hitman sicario triggerman gangster mobster shooter stabber kidnapper abductor captor assailant perpetrator hoodlum vigilante death-squad aggressor occupier invader',
)
/** Police and other armed officials; neither civilian nor combatant by the word alone. */
export const OFFICERS = wordSet(
  'policeman policewoman officer police constable gendarme sheriff deputy detective cop inspector agent guard sergeant corporal lieutenant captain major colonel general brigadier admiral marshal private investigator patrolman trooper bodyguard warden jailer undersheriff superintendent sgt bailiff gendarmes lawman',
)
/** Civilians by trade or standing. */
export const OCCUPATIONS = wordSet(
  'administrator coordinator commissioner insider farmer peasant worker laborer labourer driver fisherman fisherfolk shepherd herder miner trader merchant vendor shopkeeper shopper clerk teacher professor lecturer student pupil doctor physician surgeon nurse paramedic medic midwife pharmacist journalist reporter announcer newscaster editor correspondent photographer cameraman photojournalist broadcaster publisher lawyer attorney judge prosecutor magistrate engineer technician mechanic electrician carpenter mason builder contractor employee employer businessman businesswoman entrepreneur banker rancher landowner landlord tenant priest pastor monk nun imam cleric bishop archbishop cardinal rabbi missionary preacher minister mayor governor senator congressman congresswoman deputy lawmaker legislator politician councillor councilor councilman councilwoman candidate president vice-president premier chancellor ambassador diplomat consul envoy attaché official bureaucrat secretary treasurer chairman chairwoman chairperson director manager executive unionist activist campaigner protester protestor demonstrator marcher organizer organiser volunteer humanitarian aid-worker rescuer firefighter fireman lifeguard coach player footballer athlete referee artist musician singer rapper dancer writer poet author novelist actor actress filmmaker scientist researcher academic scholar economist analyst expert specialist consultant adviser advisor translator interpreter cook chef waiter waitress bartender barber hairdresser tailor butcher baker cleaner janitor porter maid servant nanny babysitter caretaker gardener watchman fishmonger taxi-driver truck-driver trucker motorist cyclist motorcyclist biker rider passenger commuter pedestrian passerby passer-by bystander onlooker tourist traveler traveller pilgrim worshipper worshiper parishioner mourner villager townspeople resident inhabitant citizen civilian noncombatant refugee migrant immigrant displaced evacuee asylum-seeker settler nomad tribesman tribesmen elder chief chieftain leader spokesman spokeswoman spokesperson coroner pathologist dentist veterinarian intern apprentice pensioner retiree veteran ex-soldier gravedigger beggar homeless prostitute smuggler trafficker dealer thief robber burglar looter criminal gangster felon prisoner inmate detainee convict captive hostage informant informer collaborator dissident exile defector deserter whistleblower king queen prince princess emir sultan sheikh ayatollah caliph dictator ruler monarch tyrant aide assistant deputy-minister undersecretary superintendent principal headmaster headteacher dean rector vice-chancellor bodyguard chauffeur pilot captain crewman crewmember sailor seaman stewardess steward vendor hawker busboy clubgoer partygoer concertgoer churchgoer customer patron guest host tenant neighbor neighbour homeowner owner operator dispatcher responder chaplain deacon sexton mufti qadi seminarian catechist trade-unionist cattle-rancher coffee-grower industrialist magnate commuter picnicker hiker camper clown model blogger youtuber influencer streamer programmer developer barrister solicitor paralegal juror counselor counsellor therapist psychologist psychiatrist social-worker librarian archivist curator historian archaeologist geologist biologist chemist physicist mathematician statistician accountant auditor treasurer broker financier investor shareholder',
)
/** People by what befell or concerns them. */
export const ROLES = wordSet(
  'person people individual human soul victim survivor witness eyewitness suspect accused defendant plaintiff offender culprit murderer killer slayer rapist abuser hostage captive prisoner detainee martyr wounded injured dead deceased patient sufferer body corpse cadaver remains member supporter sympathizer sympathiser follower adherent backer opponent rival enemy foe ally partner friend acquaintance associate accomplice comrade colleague companion roommate neighbor neighbour participant attendee visitor stranger newcomer native local foreigner national american adult elder senior teen teenager twin couple duo pair family household parent relative kin cousin sibling child baby infant toddler kid boy girl man woman male female guy lady gentleman youth youngster grandparent grandchild occupant head founder figure source celebrity hero icon successor predecessor representative delegate negotiator mediator observer monitor inspector applicant graduate alumnus freshman sophomore junior classmate teammate personnel staff staffer crew everybody everyone somebody someone anybody nobody anyone loved-one guardian caregiver heir owner user reader viewer voter donor beneficiary recipient fugitive escapee runaway intruder trespasser speaker caller lodger carer seafarer mariner escort novice reveller reveler mendicant holidaymaker sunbather believer devotee parishioner breadwinner vacationer evacuee captive adherent sadhu hermit wanderer drifter scavenger herdswoman shepherdess woodcutter logger shopgirl barmaid sweeper cleaner schoolmate schoolteacher housemate flatmate stepchild grandnephew mourner wayfarer skipper deckhand stoker oarsman boatman ferryman',
)
/** Nouns of armed or fighting bodies without a name of their own. */
export const ARMED_GROUPS = wordSet(
  'group force forces army militia militias gang cartel faction brigade battalion regiment division corps squad squadron platoon unit patrol column contingent garrison troops military guerrillas rebels insurgency resistance front cell commandos navy marines guard guards airforce police gendarmerie coalition alliance wing branch mob crowd horde band paramilitaries mafia syndicate network outfit separatists',
)
/** Nouns of other bodies: offices of state, companies, media, associations. */
export const ORGANISATIONS = wordSet(
  'government ministry department agency authority authorities administration regime state parliament congress senate assembly cabinet council commission committee court tribunal prosecution judiciary secretariat embassy consulate organization organisation association union federation confederation league society club institute foundation charity ngo ngos nonprofit trust fund bank company corporation firm enterprise business contractor newspaper magazine daily weekly broadcaster channel network media press outlet news-agency publication website party movement opposition bloc campaign church diocese clergy leadership command high-command staff bureau office directorate inspectorate service services team crew delegation mission task-force taskforce panel board mayoralty municipality prefecture police sheriff intelligence secret-service chancellery presidency palace white-house kremlin pentagon junta population community communities tribe clan family families public nation country people residents inhabitants minority monitor monitors watchdog observatory group groups body bodies source sources unit radio television tv world-body dynasty elite emirate rulers leaders delegates sect congregation electorate workforce publisher airline operator',
)
/** Buildings and sites that can be hit, held or fled to. */
export const FACILITIES = wordSet(
  'hospital clinic school university college campus academy kindergarten nursery madrasa madrassa mosque church cathedral temple synagogue monastery convent chapel shrine seminary cemetery graveyard morgue mortuary base barracks garrison outpost checkpoint checkpoints post camp compound headquarters hq bunker depot warehouse arsenal armory armoury factory plant refinery pipeline station terminal airport airfield airstrip airbase port harbor harbour dock bridge tunnel dam tower building house home apartment flat residence villa mansion dwelling hut shack shelter tent hotel hostel inn motel restaurant cafe café bar pub nightclub club discotheque cinema theater theatre stadium arena gym shop store supermarket market bazaar mall bakery pharmacy bank office prison jail jailhouse courthouse embassy consulate palace museum library farm ranch plantation orchard garage workshop mill substation powerplant power-plant reactor well waterworks reservoir facility facilities site installation installations complex structure premises infrastructure property barn kiosk stall station hangar runway silo tower mast antenna pylon ward room basement rooftop courtyard position positions hideout safehouse laboratory block townhall playground pier jetty warehouse trailer duplex condo townhouse dormitory dorm',
)
/** Things that move people or arms. */
export const VEHICLES = wordSet(
  'car bus minibus van truck lorry pickup jeep suv sedan taxi cab ambulance motorcycle motorbike scooter moped bicycle bike rickshaw tractor trailer bulldozer convoy vehicle train locomotive wagon carriage tram metro subway plane airplane aeroplane aircraft jet airliner helicopter chopper gunship warplane bomber fighter-jet drone ship boat vessel tanker freighter ferry warship frigate destroyer submarine yacht dinghy canoe raft tank apc humvee carrier armored-car armoured-car limousine minivan automobile coach jet-ski barge trawler hovercraft glider balloon biplane caravan cart',
)

/** Who speaks, by the noun that describes the speaker. */
const SPEAKERS: readonly (readonly [kind: IssuerKind, words: ReadonlySet<string>])[] = [
  [
    'witness',
    wordSet(
      'witness eyewitness resident villager survivor bystander neighbor neighbour passerby passer-by onlooker inhabitant relative mother father wife husband brother sister son daughter cousin uncle aunt family shopkeeper passenger local friend roommate parent',
    ),
  ],
  ['medical', wordSet('doctor medic paramedic nurse surgeon physician hospital clinic coroner morgue pathologist medics')],
  [
    'party-to-conflict',
    wordSet(
      'army military militia rebel insurgent guerrilla militant fighter soldier troop commander general colonel brigade battalion navy airforce paramilitary taliban jihadist separatist combatant terrorist cartel gang',
    ),
  ],
  [
    'official-other',
    wordSet(
      'police officer sheriff deputy government ministry minister official authority mayor governor president spokesman spokeswoman spokesperson prosecutor judge magistrate detective investigator fire firefighter embassy ambassador diplomat parliament senator lawmaker department chief council commissioner secretary premier',
    ),
  ],
  ['ngo', wordSet('charity ngo monitor watchdog observatory activist campaigner humanitarian volunteer aid-worker nonprofit rights')],
  [
    'news',
    wordSet(
      'newspaper journalist reporter correspondent media press radio television tv broadcaster channel magazine daily weekly editor outlet',
    ),
  ],
  ['agency', wordSet('news-agency agency newswire')],
  ['blog', wordSet('blog blogger')],
  ['social', wordSet('tweet post user account')],
]

/** What sort of speaker a noun describes. */
export const speakerKindOfNoun = (lemma: string): IssuerKind | undefined => {
  for (const [kind, words] of SPEAKERS) if (words.has(lemma)) return kind
  return undefined
}

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  policemen: 'policeman',
  gunmen: 'gunman',
  wives: 'wife',
  lives: 'life',
  thieves: 'thief',
  bodies: 'body',
  forces: 'force',
  troops: 'troop',
  police: 'police',
  militia: 'militia',
  personnel: 'personnel',
  casualties: 'casualty',
  barracks: 'barracks',
}

/** The singular of an English noun, well enough to look it up. */
export const singular = (word: string): string => {
  const lower = word.toLowerCase()
  const known = IRREGULAR[lower]
  if (known) return known
  if (lower.endsWith('men') && lower.length > 4) return `${lower.slice(0, -2)}an`
  if (lower.endsWith('children')) return lower.slice(0, -3)
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|zz)es$/.test(lower)) return lower.slice(0, -2)
  if (lower.endsWith('s') && !lower.endsWith('ss') && !lower.endsWith('us') && !lower.endsWith('is') && lower.length > 3)
    return lower.slice(0, -1)
  return lower
}

export type NounClass = 'person' | 'group' | 'organisation' | 'facility' | 'vehicle'

const PEOPLE: readonly ReadonlySet<string>[] = [MALE, FEMALE, CHILDREN, KIN, COMBATANTS, OFFICERS, OCCUPATIONS, ROLES]
const AGENT_ENDINGS =
  /(?:man|men|woman|women|person|people|folk|goer|worker|maker|keeper|holder|fighter|leader|officer|driver|owner|member|mate|ist)s?$/

export const isPersonNoun = (lemma: string): boolean =>
  PEOPLE.some((set) => set.has(lemma)) || (lemma.length > 5 && AGENT_ENDINGS.test(lemma) && !NOT_AGENTS.has(lemma))
const NOT_AGENTS = wordSet(
  'human german roman talisman ottoman mailman list consist exist assist resist persist insist checklist blacklist shortlist twist mist wish-list estimate climate ultimate legitimate intimate approximate inmate',
)

/** What a common noun describes: a person, a body of people, a building, a vehicle; undefined for everything else. */
export const classOfNoun = (lemma: string): NounClass | undefined => {
  if (ARMED_GROUPS.has(lemma)) return 'group'
  if (ORGANISATIONS.has(lemma)) return 'organisation'
  if (isPersonNoun(lemma)) return 'person'
  if (FACILITIES.has(lemma)) return 'facility'
  return VEHICLES.has(lemma) ? 'vehicle' : undefined
}
