import type { Stance } from '../../../model/statement.ts'

/**
 * What a verb of saying, thinking, wanting or judging does with the words that follow. The class decides which complements a verb
 * may take as content: a clause, words in quotation marks, an infinitive, a thing talked about.
 */
export const CUE_CLASSES = [
  'say',
  'tell',
  'add',
  'write',
  'voice',
  'announce',
  'admit',
  'claim',
  'warn',
  'deny',
  'confirm',
  'argue',
  'estimate',
  'ask',
  'answer',
  'name',
  'accuse',
  'criticise',
  'praise',
  'support',
  'oppose',
  'urge',
  'demand',
  'promise',
  'threaten',
  'refuse',
  'decide',
  'want',
  'plan',
  'expect',
  'believe',
  'know',
  'perceive',
  'fear',
  'feel',
  'show',
  'find',
  'set',
  'discuss',
  'quote',
  'express',
] as const
export type CueClass = (typeof CUE_CLASSES)[number]

/** Verbs by class, as lemmas; a particle or preposition that belongs to the verb stands behind a plus sign. */
const VERBS: Readonly<Record<CueClass, string>> = {
  say: `say state remark comment mention note observe declare proclaim pronounce recount relate relay narrate mouth opine muse quip joke kid
    testify swear attest avow recite chime+in weigh+in speak+up spell+out set+out lay+out point+out go+on chip+in blurt+out`,
  tell: `tell inform notify assure remind advise brief alert apprise persuade convince reassure teach lecture let+know tip+off`,
  add: `add continue go+on interject resume repeat reiterate restate echo stress emphasize emphasise underscore underline highlight elaborate
    clarify specify explain expand+on recap summarize summarise sum+up interrupt`,
  write: `write tweet post retweet text email e-mail blog message caption scribble pen type sign inscribe title headline publish read opine
    editorialize editorialise print`,
  voice: `shout chant yell scream cry exclaim whisper mutter murmur mumble sing chuckle laugh sigh groan growl snap bark roar holler shriek thunder
    bellow intone drawl deadpan sneer scoff hiss gush rave rant vent fume moan grumble gripe wail plead crow gloat`,
  announce: `announce report disclose reveal divulge broadcast publicize publicise advertise issue release declare unveil leak break proclaim
    declassify communicate circulate signal telegraph air herald`,
  admit: `admit acknowledge concede confess own+up grant allow recognize recognise accept come+clean apologize apologise plead agree`,
  claim: `claim allege assert contend maintain insist purport profess boast brag tout trumpet posit submit aver affirm protest counter retort
    hit+back shoot+back fire+back push+back hint insinuate imply intimate suggest pretend charge`,
  warn: `warn caution alert forewarn counsel admonish`,
  deny: `deny dispute reject dismiss refute rebut disavow repudiate contradict contest challenge discount disown decry+as play+down downplay
    brush+off shrug+off wave+off laugh+off disclaim debunk discredit rule+out`,
  confirm: `confirm verify corroborate certify authenticate affirm reaffirm validate vouch prove bear+out`,
  argue: `argue reason debate philosophize theorize theorise speculate hypothesize conjecture conclude deduce infer surmise reckon figure propose
    suggest recommend make+clear lament bemoan complain grouse regret`,
  estimate: `estimate calculate count tally project forecast predict foresee anticipate gauge assess rate rank forecast guess compute
    reckon foretell number`,
  ask: `ask wonder question query inquire enquire interrogate quiz press grill poll survey probe`,
  answer: `answer reply respond retort rejoin react shoot+back fire+back text+back write+back`,
  name: `call describe label dub brand name term characterize characterise portray depict cast paint style nickname deem consider regard view see
    judge classify designate identify refer+to compare liken equate hail denounce+as treat caricature declare pronounce rate title christen`,
  accuse: `accuse blame charge fault implicate indict suspect finger impeach sue incriminate hold+responsible`,
  criticise: `criticize criticise condemn denounce decry deplore slam blast attack assail rip bash lambaste castigate chide rebuke reprimand scold
    chastise berate ridicule mock deride disparage belittle insult lampoon satirize skewer pan knock rap trash savage pillory excoriate hammer
    vilify malign smear slander disrespect rail+against lash+out go+after take+issue+with take+aim+at tear+into hit+out speak+out call+out take+on
    inveigh lay+into jab swipe taunt tease troll jeer boo heckle needle`,
  praise: `praise laud applaud commend hail extol celebrate compliment credit thank congratulate salute cheer admire honor honour welcome
    appreciate acclaim champion glorify tout flatter toast`,
  support: `support back endorse favor favour advocate defend embrace uphold promote champion approve side+with stand+by stand+with agree+with
    stick+up+for stand+up+for subscribe+to lobby rally vote+for nominate second adopt bless campaign+for`,
  oppose: `oppose disagree object disapprove resist reject veto protest object+to balk bristle disagree+with vote+against resent detest abhor loathe
    distrust mistrust renounce disavow`,
  urge: `urge encourage exhort implore beg beseech entreat appeal call+on advise counsel recommend press push lobby instruct direct command order
    prompt goad invite prod nudge persuade convince challenge dare coax enlist pressure admonish`,
  demand: `demand request call+for ask+for appeal+for seek require insist+on press+for push+for plead+for petition apply order mandate
    summon subpoena beg+for solicit clamor+for clamour+for`,
  promise: `promise vow pledge swear guarantee assure commit undertake offer volunteer agree consent`,
  threaten: `threaten menace`,
  refuse: `refuse decline rebuff spurn balk`,
  decide: `decide resolve determine rule conclude choose opt vote elect agree order authorize authorise approve ban bar forbid prohibit permit
    sanction settle+on declare decree convict acquit uphold overturn strike+down issue find sentence reverse`,
  want: `want wish desire hope like love prefer long yearn crave need aspire dream care`,
  plan: `plan intend aim mean seek prepare look try expect propose strive set+out contemplate consider mull weigh eye ponder`,
  expect: `expect anticipate await predict foresee presume assume count+on bank+on bet envision imagine project look+forward+to`,
  believe: `believe think suppose suspect trust assume presume reckon consider hold imagine figure gather guess doubt disbelieve conceive deem
    subscribe+to accept reason bet buy+into`,
  know: `know realize realise understand remember recall recollect forget recognize recognise learn discover appreciate grasp be+aware figure+out
    comprehend`,
  perceive: `see hear notice watch observe witness spot view perceive sense listen`,
  fear: `fear worry dread fret panic stew agonize agonise`,
  feel: `feel hate dislike despise enjoy resent regret mourn envy respect trust detest adore grieve rejoice lament bristle marvel relish`,
  show: `show indicate suggest demonstrate illustrate reflect reveal prove confirm attest point+to testify+to underscore document detail outline
    chronicle portray contain list feature depict signal imply record`,
  find: `find discover conclude determine establish learn uncover ascertain detect identify observe`,
  set: `put lower raise revise increase reduce cut update adjust downgrade upgrade correct amend list record register document log count tally give provide supply compile`,
  discuss: `discuss mention address cover talk+about speak+about speak+of talk+of comment+on remark+on joke+about touch+on refer+to allude+to
    reference bring+up raise broach cite invoke point+to dwell+on focus+on tackle review examine explore analyze analyse explain describe detail outline
    recount recall tell+of warn+of hint+at complain+about boast+about boast+of brag+about write+about opine+on debate note
    elaborate+on expound+on hold+forth+on gloss+over draw+attention+to go+into chat+about gush+about rant+about rave+about vent+about ask+about
    wonder+about inquire+about worry+about think+about fret+about dream+of conceive+of hear+about hear+of learn+about learn+of know+about know+of
    testify+about inform+of lie+about apologize+for apologise+for`,
  quote: `quote cite credit paraphrase misquote attribute reference mention`,
  express: `express voice convey articulate communicate reiterate repeat share offer signal vent utter deliver state register air`,
}

/** The stance a verb lends to what it introduces; every other verb asserts. */
const STANCES: Readonly<Record<Exclude<Stance, 'asserts'>, string>> = {
  denies: 'deny dispute reject dismiss refute rebut disavow repudiate contradict contest disclaim debunk disown rule+out discount wave+off',
  doubts: 'doubt question challenge disbelieve distrust mistrust wonder query',
  asks: 'ask inquire enquire quiz interrogate grill request beg wonder query',
  threatens: 'threaten menace vow swear',
  'declines-to-comment': 'decline refuse',
}

export type VerbCue = Readonly<{ lemma: string; particles: readonly string[]; classes: ReadonlySet<CueClass> }>

const split = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '')

const entries = (): ReadonlyMap<string, readonly VerbCue[]> => {
  const classes = new Map<string, Set<CueClass>>()
  for (const cueClass of CUE_CLASSES)
    for (const word of split(VERBS[cueClass])) classes.set(word, (classes.get(word) ?? new Set<CueClass>()).add(cueClass))
  const byLemma = new Map<string, VerbCue[]>()
  for (const [word, found] of classes) {
    const [lemma = '', ...particles] = word.split('+')
    byLemma.set(lemma, [...(byLemma.get(lemma) ?? []), { lemma, particles, classes: found }])
  }
  for (const list of byLemma.values()) list.sort((a, b) => b.particles.length - a.particles.length)
  return byLemma
}

const BY_LEMMA = entries()
const STANCE_OF: ReadonlyMap<string, Stance> = new Map(
  (Object.entries(STANCES) as [Stance, string][]).flatMap(([stance, words]) =>
    split(words).map((word): [string, Stance] => [word, stance]),
  ),
)

/** The cues a lemma may be: those with particles first, longest first. */
export const listVerbCues = (lemma: string): readonly VerbCue[] => BY_LEMMA.get(lemma) ?? []

export const stanceOf = ({ lemma, particles }: VerbCue): Stance => STANCE_OF.get([lemma, ...particles].join('+')) ?? 'asserts'
