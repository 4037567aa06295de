// Before the first paint: the theme the person chose, if they chose one. Otherwise the system's, by CSS alone.
try {
  const chosen = localStorage.getItem('casus-theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage may be closed to us; the system's theme is fine.
}
