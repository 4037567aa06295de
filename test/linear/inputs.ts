/** Texts that grow: each gives a document of about `size` characters, built to tempt some stage into more than linear work. */
export const INPUTS: Readonly<Record<string, (size: number) => Readonly<{ text: string } | { html: string }>>> = {
  reports: (size) => ({
    text: fill('At least 12 people were killed and 30 wounded in an attack on a market in Mosul on Friday, police said.\n\n', size),
  }),
  'one long paragraph': (size) => ({ text: fill('Rebels shelled the town, officials said, and killed 4 soldiers near the river. ', size) }),
  'one endless sentence': (size) => ({ text: fill('the army said that the rebels said that ', size) }),
  'open quotes': (size) => ({ text: fill('"He said “they came ', size) }),
  'open brackets': (size) => ({ text: fill('(a (b [c ', size) }),
  numbers: (size) => ({ text: fill('12 killed, 13 wounded and 14 missing; ', size) }),
  'number words': (size) => ({ text: fill('two hundred and thirty-four thousand ', size) }),
  names: (size) => ({ text: fill('Aleppo, Idlib, Hama, Homs, Raqqa, ', size) }),
  capitals: (size) => ({ text: fill('GUERRILLAS ATTACKED THE TOWN AND KILLED TWO PEASANTS. ', size) }),
  dates: (size) => ({ text: fill('on Monday, 3 March 2014, last week, two days ago, ', size) }),
  'one word': (size) => ({ text: fill('a', size) }),
  'white space': (size) => ({ text: fill(' \n\t', size) }),
  commas: (size) => ({ text: fill(', ', size) }),
  'a thread': (size) => ({
    text: `An article\n\nIts only paragraph.\n\n${fill('  1. Reader 1 says\n\n    Some words of a reader.\n\n', size)}`,
  }),
  'introductions without end': (size) => ({ text: fill('The reaction of the ministry:\n\n', size) }),
  'nested page': (size) => ({ html: `${fill('<div>', size / 2)}Words of an article.${fill('</div>', size / 2)}` }),
  'unclosed page': (size) => ({ html: fill('<p>Two people were killed in a raid, <b>police said', size) }),
  'page of comments': (size) => ({
    html: `<article><p>An article.</p></article><ol class="comment-list">${fill('<li class="comment"><cite class="fn">Reader 1</cite><p>Words.</p></li>', size)}</ol>`,
  }),
}

const fill = (unit: string, size: number): string => unit.repeat(Math.max(1, Math.floor(size / unit.length)))
