import { singular, wordSet } from '../party/nouns.ts'

/** Sorts of weapon; stable words, so that exports and filters can rely on them. */
export const WEAPON_TYPES = [
  'small-arms',
  'heavy-weapon',
  'explosive',
  'car-bomb',
  'suicide-bomb',
  'mine',
  'grenade',
  'rocket',
  'missile',
  'mortar',
  'artillery',
  'bomb',
  'aircraft',
  'drone',
  'blade',
  'blunt-object',
  'incendiary',
  'chemical',
  'tank',
  'vehicle',
  'naval',
  'ammunition',
  'stones',
  'weapon',
] as const
export type WeaponType = (typeof WEAPON_TYPES)[number]

/** One-word weapons by sort. */
const WORDS: Readonly<Record<WeaponType, ReadonlySet<string>>> = {
  'small-arms': wordSet(
    'gun handgun pistol revolver rifle shotgun firearm carbine musket submachinegun kalashnikov kalashnikovs glock beretta ak47 ak-47 akm ak-74 ar-15 ar15 m-16 m16 m-4 uzi g-3 galil fal semiautomatic semi-automatic sidearm gunfire gunshot sniper-rifle derringer magnum .22 .38 .40 .45 .357 .380 .223 .50 .44 9mm nine-millimeter mac-10 tec-9 sten thompson luger airgun carbines',
  ),
  'heavy-weapon': wordSet('machinegun m-60 m60 dshk pkm bazooka cannon autocannon recoilless rpg rpgs rpg-7 rpg-2 lawrocket zu-23'),
  explosive: wordSet(
    'explosive explosives ied ieds dynamite tnt c-4 c4 semtex detonator nitroglycerin gelignite anfo ammonal firecracker fuse explosion-device trotyl pentolite rdx petn vbied svbied dynamite-stick',
  ),
  'car-bomb': wordSet('car-bomb carbomb truck-bomb vbied svbied'),
  'suicide-bomb': wordSet('suicide-vest suicide-belt'),
  mine: wordSet('landmine mine minefield claymore booby-trap boobytrap uxo'),
  grenade: wordSet('grenade hand-grenade rifle-grenade pipe-bomb'),
  rocket: wordSet('rocket rockets katyusha katyushas grad qassam projectile projectiles'),
  missile: wordSet('missile missiles scud iskander kalibr tomahawk hellfire javelin stinger atacms atgm manpads manpad kinzhal'),
  mortar: wordSet('mortar mortars mortar-shell'),
  artillery: wordSet('artillery howitzer howitzers shell shells shellfire himars mlrs'),
  bomb: wordSet('bomb bombs bomblet munition munitions cluster-bomb napalm warhead submunition submunitions barrel-bomb glide-bomb'),
  aircraft: wordSet('warplane warplanes gunship gunships fighter-jet f-16 f-15 f-35 su-24 su-25 su-34 mig-29 a-10 b-52'),
  drone: wordSet('drone drones uav uavs quadcopter shahed bayraktar reaper predator unmanned kamikaze-drone'),
  blade: wordSet(
    'knife knives machete machetes dagger sword axe axes hatchet bayonet bayonets blade sabre scimitar cleaver razor stiletto spear spears arrow arrows boxcutter panga pangas scissors screwdriver ice-pick pickaxe',
  ),
  'blunt-object': wordSet(
    'club clubs truncheon baton batons cudgel crowbar hammer bludgeon nightstick bat stick sticks blackjack tire-iron brass-knuckles iron-bar',
  ),
  incendiary: wordSet(
    'molotov firebomb petrol gasoline flamethrower phosphorus incendiary incendiaries thermite kerosene fire-bomb petrol-bomb',
  ),
  chemical: wordSet('sarin chlorine teargas tear-gas cyanide ricin poison novichok vx acid anthrax'),
  tank: wordSet('tank tanks armor armour apc apcs'),
  vehicle: wordSet(''),
  naval: wordSet('torpedo torpedoes'),
  ammunition: wordSet(
    'bullet bullets ammunition ammo cartridge cartridges shrapnel pellet pellets slug slugs shell-casing casing casings magazine-clip buckshot birdshot',
  ),
  stones: wordSet('stone stones rock rocks brick bricks'),
  weapon: wordSet('weapon weapons weaponry arms arsenal armament armaments'),
}

/** Several-word weapons; words are matched by singular lower-case form, hyphens read as spaces. */
const PHRASES: readonly (readonly [phrase: string, type: WeaponType])[] = [
  ...list(
    'car-bomb',
    'car bomb;truck bomb;vehicle bomb;vehicle borne improvised explosive device;bomb laden car;bomb laden truck;explosive laden car;explosive laden truck;explosive laden vehicle;explosive packed car;explosive packed truck;booby trapped car;booby trapped vehicle;bus bomb;motorcycle bomb;motorbike bomb;vehicle bomb;explosive rigged vehicle',
  ),
  ...list('suicide-bomb', 'suicide vest;suicide belt;explosive vest;explosive belt;suicide bomb;suicide jacket;suicide car bomb'),
  ...list(
    'explosive',
    'improvised explosive device;explosive device;explosive charge;explosive material;improvised bomb;roadside bomb;homemade bomb;home made bomb;nail bomb;time bomb;parcel bomb;letter bomb;mail bomb;dynamite charge;dynamite stick;stick of dynamite;plastic explosive;sticky bomb;magnetic bomb;limpet mine;remote controlled bomb;remote control bomb;pressure cooker bomb;explosive artifact;high powered bomb;explosive package;package bomb;incendiary device bomb;explosive ordnance;adhesive bomb;bomb attached to;book bomb',
  ),
  ...list(
    'mine',
    'land mine;anti personnel mine;antipersonnel mine;anti tank mine;sea mine;booby trap;improvised mine;unexploded ordnance;unexploded bomb;claymore mine',
  ),
  ...list(
    'grenade',
    'hand grenade;rifle grenade;fragmentation grenade;pipe bomb;stun grenade;homemade grenade;smoke grenade;grenade launcher',
  ),
  ...list(
    'heavy-weapon',
    'rocket propelled grenade;rocket propelled grenade launcher;machine gun;heavy machine gun;light machine gun;heavy weapon;heavy weaponry;anti aircraft gun;antiaircraft gun;recoilless rifle;recoilless gun;rocket launcher;anti tank weapon;anti tank rocket;anti tank grenade;law rocket;.50 caliber machine gun;m 60 machine gun;heavy caliber gun;heavy caliber weapon',
  ),
  ...list(
    'small-arms',
    'assault rifle;hunting rifle;sniper rifle;automatic rifle;automatic weapon;semi automatic rifle;semi automatic pistol;semi automatic handgun;semi automatic weapon;semiautomatic weapon;semiautomatic rifle;semiautomatic pistol;semiautomatic handgun;machine pistol;submachine gun;sub machine gun;small arm;small arm fire;bb gun;pellet gun;ak 47;ak 47 rifle;ak 47 assault rifle;m 16;m 16 rifle;m 4;ar 15;ar 15 rifle;ar 15 style rifle;g 3 rifle;service weapon;service revolver;service pistol;sawed off shotgun;sawn off shotgun;bolt action rifle;long gun;9 mm;9 mm pistol;9 mm handgun;9mm pistol;9mm handgun;.38 caliber revolver;.22 caliber rifle;.45 caliber pistol;.45 caliber handgun;.40 caliber handgun;.380 caliber pistol;.223 caliber rifle;.357 magnum;kalashnikov rifle;stun gun;light weapon;large caliber weapon;long range rifle;sniper fire;gun fire;machine gun fire',
  ),
  ...list(
    'rocket',
    'katyusha rocket;grad rocket;homemade rocket;multiple rocket launcher;multiple launch rocket system;rocket salvo;rocket barrage;rocket fire;catapult bomb',
  ),
  ...list(
    'missile',
    'ballistic missile;cruise missile;guided missile;surface to air missile;anti tank missile;anti tank guided missile;tomahawk missile;tomahawk cruise missile;hellfire missile;air to surface missile;guided bomb missile',
  ),
  ...list('mortar', 'mortar shell;mortar round;mortar bomb;mortar fire;mortar grenade'),
  ...list(
    'artillery',
    'artillery shell;artillery round;artillery fire;tank shell;tank fire;tank round;heavy artillery;field gun;artillery piece;rocket artillery',
  ),
  ...list(
    'bomb',
    'cluster bomb;cluster munition;barrel bomb;guided bomb;glide bomb;aerial bomb;gravity bomb;bunker buster;bunker buster bomb;vacuum bomb;thermobaric bomb;smart bomb;air strike bomb;precision munition;guided munition',
  ),
  ...list(
    'aircraft',
    'fighter jet;fighter plane;war plane;attack helicopter;helicopter gunship;military helicopter;military aircraft;fighter aircraft;fighter bomber;combat aircraft;military plane;bomber plane;attack aircraft',
  ),
  ...list(
    'drone',
    'unmanned aerial vehicle;armed drone;explosive drone;suicide drone;kamikaze drone;attack drone;drone missile;loitering munition;fpv drone;shahed drone',
  ),
  ...list(
    'blade',
    'kitchen knife;pocket knife;hunting knife;bush knife;box cutter;ice pick;pocketknife;bladed weapon;sharp object;sharp weapon;bow and arrow;steak knife',
  ),
  ...list(
    'blunt-object',
    'baseball bat;iron bar;iron rod;metal pipe;lead pipe;blunt object;wooden club;wooden stick;metal bar;tire iron;brass knuckle',
  ),
  ...list(
    'incendiary',
    'molotov cocktail;petrol bomb;fire bomb;gasoline bomb;incendiary bomb;incendiary device;white phosphorus;incendiary weapon;flame thrower;gasoline can;incendiary grenade;incendiary material',
  ),
  ...list(
    'chemical',
    'chemical weapon;chemical agent;tear gas;nerve agent;nerve gas;mustard gas;chlorine gas;poison gas;toxic gas;sulfur mustard;sulphur mustard;tear gas canister;tear gas grenade;pepper spray;biological weapon',
  ),
  ...list(
    'tank',
    'armored vehicle;armoured vehicle;armored personnel carrier;armoured personnel carrier;battle tank;infantry fighting vehicle',
  ),
  ...list(
    'ammunition',
    'rubber bullet;stray bullet;plastic bullet;live ammunition;live round;live fire;shell casing;bullet casing;cartridge clip;shotgun shell;rubber coated bullet;stray shell;metal pellet;steel pellet',
  ),
  ...list('weapon', 'heavy arms;war material;war materiel;weapon of mass destruction;nuclear weapon;dangerous weapon;deadly weapon'),
]

function list(type: WeaponType, phrases: string): readonly (readonly [string, WeaponType])[] {
  return phrases.split(';').map((phrase) => [phrase, type] as const)
}

const BY_WORD: ReadonlyMap<string, WeaponType> = new Map(
  WEAPON_TYPES.flatMap((type) => [...WORDS[type]].map((word) => [word, type] as const)),
)
/** Phrases by their first word, longest first. */
export const PHRASES_BY_FIRST: ReadonlyMap<string, readonly (readonly [words: readonly string[], type: WeaponType])[]> = PHRASES.map(
  ([phrase, type]) => [phrase.split(' '), type] as const,
)
  .sort((a, b) => b[0].length - a[0].length)
  .reduce(
    (map, entry) => map.set(entry[0][0]!, [...(map.get(entry[0][0]!) ?? []), entry]),
    new Map<string, (readonly [readonly string[], WeaponType])[]>(),
  )

/** The sort of weapon that one word names, if it names any. */
export const weaponTypeOfNoun = (word: string): WeaponType | undefined => {
  const lower = word.toLowerCase()
  return BY_WORD.get(lower) ?? BY_WORD.get(singular(lower))
}
