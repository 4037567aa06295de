import { classOfNoun, singular, wordSet } from './nouns.ts'

/** Words before a person's name that belong to it, beside the occupations. */
const TITLES = wordSet(
  'mr mrs ms miss dr prof sir dame madam lord lady fr rev reverend father brother sister brig brigadier gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal cmdr commander adm admiral pvt private chief sheriff deputy officer detective det inspector insp supt superintendent president vice-president premier minister prime secretary chancellor king queen prince princess emir sheikh sheik ayatollah hujjat mullah maulana maulvi imam pope bishop archbishop cardinal monsignor msgr judge justice senator sen representative rep congressman congresswoman gov governor mayor councilman ambassador spokesman spokeswoman spokesperson attorney professor doctor first second staff master warrant marshal field lieut hon honorable comrade comandante commandante ex-president former acting then late leader coach director chairman ceo engineer eng haji hajji ustad abu-el',
)

/** Whether a word before a name is a title of the named: "Brigadier", "spokesman", "Mr". */
export const isTitle = (lower: string): boolean => {
  const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower
  return TITLES.has(bare) || classOfNoun(singular(bare)) === 'person'
}
