/** The closed word lists of place reading, all lower case unless said otherwise. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Prepositions after which a name is where something is. */
export const LOCATING = list(
  'in at near from outside around across inside within throughout toward towards into through between along off beyond above below past opposite beside surrounding north south east west northeast northwest southeast southwest',
)

/** Prepositions that leave it open. */
export const LOOSE_LOCATING = list('of to for on by with over via')

/** Nouns whose "of" names a place: "the town of X". */
export const PLACE_NOUNS = list(
  'city town village hamlet district province county region state area suburb suburbs neighborhood neighbourhood settlement settlements outskirts port capital governorate municipality township parish island islands valley village camp border borders community communities center centre north south east west northeast northwest southeast southwest northeastern northwestern southeastern southwestern people residents streets downtown part parts side end coast coastline republic kingdom territory enclave peninsula emirate canton oblast prefecture commune locality crossing countryside heart miles kilometers kilometres km mile',
)

/** Nouns right after a name that make it a division of land: "Idlib province", "Sadr City district". */
export const DIVISIONS = list(
  'province governorate state county district region oblast prefecture department municipality township parish territory valley area areas suburb neighborhood neighbourhood village town city island islands border countryside peninsula coast sector raion canton emirate commune subdistrict sub-district provinces counties districts regions states',
)

/** Capitalised nouns that end a name of land or water. */
export const LAND_ENDINGS = list(
  'county parish township district province governorate state oblast island islands river lake mountain mountains mount valley bay beach creek falls springs park heights hills harbor harbour peninsula desert coast strait gulf sea ocean canal reservoir forest region territory city town village canyon ridge plateau basin delta point cove glen cape reserve borough hill plains crossing pass border',
)

/** Capitalised nouns that end a name of a street. */
export const STREETS = list(
  'street streets st. st avenue avenues ave. ave av. road roads rd. rd boulevard blvd. blvd drive dr. dr lane ln. ln highway hwy hwy. parkway pkwy. pkwy route ct. ct pl. alley expressway freeway turnpike interstate pike loop',
)

/** Those that also end other names: streets only behind a house number ("216 Elm Court"). */
export const DOUBTFUL_STREETS = list('court place terrace way square plaza circle bridge')

/** Months and weekdays are no places, capital or not. */
export const CALENDAR = list(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri christmas easter thanksgiving ramadan',
)

/** Words that begin a sentence, not a name. */
export const NOT_FIRST = list(
  'the a an in on at of from to by for with and or but if as only one two three four five six seven eight nine ten eleven twelve this that these those his her its their our no some all both each every another more most many few several corner after before when while since until during',
)

/** Capitalised nouns that end a name of a body or a building: a place name before them is part of its name. */
export const BODIES = list(
  'university college school schools hospital church police department sheriff court council board commission committee authority agency association society foundation institute academy bank company corp corp. inc inc. ltd ltd. llc group party union army navy force forces guard brigade battalion regiment museum library theater theatre stadium arena airport center centre club team office ministry minister mayor governor senator rep. rep. fire medical health times post herald tribune gazette news daily chronicle journal press star observer courier dispatch telegraph mail sun globe examiner inquirer register record sentinel bulletin monitor leader review advocate enquirer mirror beacon magazine radio television tv hotel inn mall market restaurant airlines airways railway railroad united rovers wanderers fc hospitals elementary middle high jail prison cathedral mosque temple chapel festival conference treaty accord accords agreement summit convention protocol declaration',
)

/** Capitalised nouns that end a newspaper's or broadcaster's name: the place in it is not where anything is. */
export const PAPERS = list(
  'times post herald tribune gazette news chronicle journal press star observer courier dispatch telegraph mail sun globe examiner inquirer register sentinel bulletin monitor advocate enquirer mirror beacon magazine radio television tv daily review record',
)

/** Titles before a person's name. */
export const TITLES = list(
  'mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady prof prof. professor president prime minister chancellor senator sen sen. rep rep. representative congressman congresswoman gov gov. governor mayor judge justice sheriff chief officer detective sgt sgt. sergeant lt lt. lieutenant capt capt. captain maj maj. major col col. colonel gen gen. general brig brig. brigadier adm adm. admiral commander secretary ambassador king queen prince princess pope father rev rev. reverend bishop archbishop cardinal imam sheikh sheik ayatollah mullah coach attorney director deputy constable cpl cpl. pvt pvt. private trooper spokesman spokeswoman spokesperson',
)

/** Verbs of speech: their subject is a person or a government, not ground. */
export const SAYING = list(
  'said says say told tells added adds announced announces denied denies warned warns claimed claims accused accuses insisted insists asked asks urged urges called calls vowed vows pledged argued argues believes believed thinks wants wanted agreed rejected replied responded recalled stated',
)

/** Given names common in English-language news; the capital after one is a surname ("Charlotte Brown"), the one before rarely a town. */
export const GIVEN_NAMES = list(
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry sean gerald carl dylan harold jordan jesse bryan lawrence arthur gabriel bruce albert willie alan juan elijah randy roy vincent ralph eugene russell bobby mason philip louis harry billy howard fred ernest martin craig stanley shawn travis bradley leonard earl jimmy tony luis mike bill jim bob tom joe steve dave dan ken ron tim jeff greg chris matt ben sam nick alex max ed ted ray don rick jay doug phil barack hillary condoleezza ' +
    'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori jane kate anne sue ellen jill beth cindy tina wendy robin dana tracy ' +
    'mohammed muhammad mohammad ahmed ahmad ali hassan hussein omar abdul abdullah ibrahim khalid mustafa mahmoud yusuf youssef osama saddam bashar hamid karim nuri jamal samir tariq walid vladimir dmitry sergei boris mikhail alexei viktor yuri oleg igor ivan nikolai carlos jorge miguel pedro luis fernando hugo fidel raul alvaro jesus rafael alfredo manuel antonio francisco mario ricardo sergio eduardo pablo diego benazir pervez asif nawaz hamid ariel ehud shimon benjamin yitzhak avigdor',
)

/** Words that may stand inside a name in lower case. */
export const INNER = list(
  'of the de del la las los le les du da do dos das al el ul ez es ar as ash ad an at on upon sur am der den van von y e i and bin au aux sous super les lez abu um umm',
)

/** Compass and middle words that stand before a name without being part of it; capitalised they may be ("North Dallas"). */
export const COMPASS = list(
  'north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-east north-west south-east south-west north-eastern north-western south-eastern south-western downtown upper lower greater inner outer mid suburban rural',
)
