// Before the first paint: the theme and the language the person chose, if they chose any. Otherwise the system's theme, by CSS alone, and English.
try {
  const chosen = localStorage.getItem('casus-theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
  if (localStorage.getItem('casus-language') === 'ar') Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' })
} catch {
  // Storage may be closed to us; the system's theme is fine.
}
