import { useState } from 'react'
import { texts } from '../texts.ts'

type Theme = 'system' | 'light' | 'dark'

const KEY = 'casus-theme'

const chosen = (): Theme => {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

const apply = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Storage may be closed to us: the choice then lasts until the page is left.
  }
}

/** Light, dark, or as the system says; remembered in this browser. */
export const ThemeChoice = () => {
  const [theme, setTheme] = useState(chosen)
  return (
    <label className="theme-choice">
      <span>{texts.theme.label}</span>
      <select
        value={theme}
        onChange={({ target }) => {
          const next = target.value as Theme
          apply(next)
          setTheme(next)
        }}
      >
        <option value="system">{texts.theme.system}</option>
        <option value="light">{texts.theme.light}</option>
        <option value="dark">{texts.theme.dark}</option>
      </select>
    </label>
  )
}
