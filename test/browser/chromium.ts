import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../tools/chromium.ts'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the Chromium that is installed; without one it says how to install it. */
export const startChromium = (): Promise<Browser> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found: install it (apt-get install chromium) or name it in CASUS_CHROMIUM.')
  return chromium.launch({ executablePath, args: QUIET })
}
