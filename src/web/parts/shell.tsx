import { Link, Outlet } from '@tanstack/react-router'
import { Tooltip } from 'radix-ui'
import { texts } from '../texts.ts'
import { LanguageChoice } from './language-choice.tsx'
import { ThemeChoice } from './theme-choice.tsx'

/** What every page stands in: the name, the way around, and the page. */
export const Shell = () => (
  <Tooltip.Provider delayDuration={250} skipDelayDuration={150}>
    <a className="skip" href="#page">
      {texts.skip}
    </a>
    <header className="masthead">
      <Link to="/incidents" className="masthead-name">
        {texts.program}
        <span className="masthead-tagline">{texts.tagline}</span>
      </Link>
      <nav aria-label={texts.nav.label} className="masthead-nav">
        <Link to="/incidents" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.incidents}
        </Link>
        <Link to="/documents" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.documents}
        </Link>
        <Link to="/sources" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.sources}
        </Link>
        <Link to="/review" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.review}
        </Link>
        <Link to="/grid" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.grid}
        </Link>
        <Link to="/victims" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.victims}
        </Link>
        <Link to="/actors" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.actors}
        </Link>
        <Link to="/add" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.add}
        </Link>
        <Link to="/method" className="is-minor" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.method}
        </Link>
        <Link to="/settings" className="is-minor" activeProps={{ 'aria-current': 'page' }}>
          {texts.nav.settings}
        </Link>
        <LanguageChoice />
        <ThemeChoice />
      </nav>
    </header>
    <main id="page" tabIndex={-1}>
      <Outlet />
    </main>
  </Tooltip.Provider>
)
