import type { IssuerKind } from '../../model/document.ts'
import type { PartyType } from '../../model/mention.ts'

const pattern = (words: string): RegExp =>
  new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${words.trim().split(/\s+/).join('|').replaceAll('_', '[ -]')})(?![\\p{L}\\p{N}])`, 'iu')

/** Words that show what sort of speaker somebody is, the more telling first: "a hospital official" is medical before it is official. */
const SIGNS: readonly (readonly [IssuerKind, RegExp])[] = [
  [
    'agency',
    pattern(
      `reuters afp agence_france-presse associated_press ap upi dpa efe ansa xinhua tass itar-tass interfax ria_novosti kyodo anadolu irna isna fars tasnim
      sana saba wafa petra ukrinform news_agency news_agencies newswire news_wire wire_service wire_services pti ani`,
    ),
  ],
  [
    'witness',
    pattern(
      `witness witnesses eyewitness eyewitnesses resident residents villager villagers neighbour neighbours neighbor neighbors survivor survivors
      bystander bystanders passer-by passers-by passersby locals shopkeeper shopkeepers farmer farmers relative relatives
      families mother father brother sister widow son daughter uncle aunt cousin refugee refugees`,
    ),
  ],
  [
    'social',
    pattern(
      `tweet tweets twitter facebook telegram instagram tiktok youtube whatsapp social_media hashtag user users netizen netizens x_account
      commenter commenters reader readers`,
    ),
  ],
  ['blog', pattern('blog blogger bloggers weblog')],
  [
    'dataset',
    pattern(
      'acled ucdp airwars iraq_body_count gdelt database databases dataset datasets tracker monitor_data icews global_terrorism_database',
    ),
  ],
  [
    'ngo',
    pattern(
      `charity charities ngo ngos non-governmental aid_group aid_groups aid_agency aid_agencies aid_worker aid_workers rights_group rights_groups
      human_rights rights_monitor monitoring_group monitor monitors observatory watchdog watchdogs activist activists amnesty save_the_children
      oxfam red_cross red_crescent icrc medecins_sans_frontieres médecins_sans_frontières doctors_without_borders msf white_helmets
      civil_defence_volunteers think_tank institute foundation campaigners campaigner advocacy relief_agency relief_agencies humanitarian
      humanitarians volunteers volunteer nonprofit non-profit crisis_group`,
    ),
  ],
  [
    'medical',
    pattern(
      `hospital hospitals doctor doctors dr physician physicians surgeon surgeons nurse nurses medic medics medical paramedic paramedics ambulance
      ambulances clinic clinics morgue mortuary coroner pathologist rescuer rescuers emergency_services health_official health_officials
      health_worker health_workers`,
    ),
  ],
  [
    'party-to-conflict',
    pattern(
      `army armies military militaries armed_forces air_force navy defense_ministry defence_ministry ministry_of_defense ministry_of_defence
      defense_department defence_department department_of_defense pentagon central_command centcom general_staff troops soldiers soldier
      militia militias militiamen militiaman rebel rebels guerrilla guerrillas insurgent insurgents militant militants fighter fighters
      jihadist jihadists separatists separatist paramilitary paramilitaries brigade brigades battalion warlord gang gangs cartel gunmen
      gunman hijackers kidnappers coalition junta self-defense_forces self-defence_forces commander commanders combatants security_forces
      taliban idf isis isil nato isaf armed_group armed_groups armed_wing liberation_front liberation_army air_command naval
      brigadier colonel lieutenant_colonel major sergeant captain lieutenant_general major_general admiral`,
    ),
  ],
  [
    'official-other',
    pattern(
      `police policeman policemen constable sheriff deputies detective detectives prosecutor prosecutors attorney judge court courts ministry
      minister ministers ministries official officials government governor mayor mayor's authority authorities spokesman spokeswoman
      spokesperson spokespeople spokesmen ambassador embassy president premier prime_minister chancellor king prince sultan emir parliament
      senate senator congress congressman lawmaker lawmakers legislator deputy secretary department state_department white_house kremlin
      downing_street foreign_office home_office intelligence security_sources security_source security_official un united_nations european_union
      eu african_union arab_league unicef unhcr ocha commission commissioner council councillor civil_defence civil_defense fire_department
      fire_brigade firefighters coast_guard coastguard border_guard customs fbi cia agency bureau administration diplomat diplomats envoy
      chief administrator district_officer inspector investigators investigator delegation vatican state tribunal world_health_organization world_health_organisation unama`,
    ),
  ],
  [
    'news',
    pattern(
      `newspaper newspapers daily weekly magazine magazines tv television radio channel station broadcaster broadcasters media press journalist
      journalists reporter reporters correspondent correspondents newsroom bbc cnn nbc abc cbs msnbc npr fox_news al_jazeera al-jazeera
      al_arabiya al-arabiya al-mayadeen sky_news politico huffpost huffington_post guardian telegraph times post herald tribune gazette courier
      chronicle journal globe observer mirror mail le_monde le_figaro el_pais el_país der_spiegel bild haaretz dawn report reports news columnist
      editorial editor`,
    ),
  ],
]

export type SpeakerClues = Readonly<{
  /** The speaker's words, as the document has them or in their fullest form. */
  words: string
  /** Type of the party mention that the speaker is. */
  type?: PartyType | undefined
  /** What the actor register says of it. */
  registered?: IssuerKind | undefined
}>

/**
 * What sort of speaker somebody is, from the words used of them. An armed group or a force is a party to the conflict; without any
 * clue the answer is `unknown`.
 */
export const toSpeakerKind = ({ words, type, registered }: SpeakerClues): IssuerKind => {
  if (registered && registered !== 'unknown') return registered
  const head = words.slice(0, 200)
  const found = SIGNS.find(([, sign]) => sign.test(head))?.[0]
  if (found) return found
  if (type === 'group') return 'party-to-conflict'
  if (type === 'geopolitical') return 'official-other'
  return 'unknown'
}
