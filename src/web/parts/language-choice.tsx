import { texts } from '../texts.ts'
import { chooseLanguage, chosenLanguage, type InterfaceLanguage, LANGUAGES } from './interface-language.ts'

/** The language of the interface; what sources say stays in theirs. */
export const LanguageChoice = () => (
  <label className="theme-choice">
    <span>{texts.languageChoice.label}</span>
    <select value={chosenLanguage()} onChange={({ target }) => chooseLanguage(target.value as InterfaceLanguage)}>
      {Object.entries(LANGUAGES).map(([code, name]) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
