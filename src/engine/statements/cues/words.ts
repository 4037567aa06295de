const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Pronouns that can be speakers. */
export const PERSONAL = list('he she they it i we you who which that')
export const POSSESSIVE = list('his her their its my our your whose')

export const MALE = list('he him his himself')
export const FEMALE = list('she her hers herself')

/** Words that open a quoted or reported clause without belonging to what is said. */
export const OPENERS = list(
  'but and yet so still however meanwhile moreover furthermore nevertheless nonetheless then also instead besides',
)

/** Media in which words are said: "said in a statement", "told a news conference". Never part of what is said. */
export const CHANNELS = list(
  `statement interview tweet post email e-mail message letter speech briefing conference phone telephone television radio video broadcast bulletin
  interview news report release memo remarks testimony hearing debate rally address call text facebook twitter telegram whatsapp website
  communique communiqué affidavit podcast blog column editorial op-ed article book press appearance event`,
)

export const WEEKDAYS = list('monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun')

export const TIME_WORDS = list('week month year morning afternoon evening night day today yesterday tonight time ago weekend')

/** Adverbs that go with the verb of saying and not with what is said. */
export const MANNER = list(
  `also later then now earlier recently repeatedly often again previously already once still never always frequently publicly privately
  openly bluntly flatly quickly simply first even just only reportedly consistently immediately initially soon ultimately eventually clearly
  strongly explicitly rightly wrongly falsely correctly famously notoriously specifically similarly separately independently angrily sarcastically
  further additionally formally officially vehemently categorically strenuously`,
)

/** Media that are no part of a name or of what is said behind "in": "a spokesman in a statement". */
export const SPOKEN_IN = list('statement interview email e-mail tweet post briefing conference speech call broadcast')
