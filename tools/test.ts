/** `npm test`: every test there is, browser tests too. `--no-browser` leaves those out, and says so. */
import { ensureChromium } from './chromium.ts'
import { close, runTests, sum, type Tally } from './steps.ts'
import { buildWeb } from './web.ts'

const args = process.argv.slice(2)
const isWithBrowser = !args.includes('--no-browser')
const filters = args.filter((arg) => arg !== '--no-browser')

const tallies: Tally[] = []
if (isWithBrowser && !ensureChromium()) tallies.push({ passed: 0, failed: 1, skipped: 0 })
tallies.push(buildWeb())
tallies.push(runTests(['unit'], filters))
tallies.push(runTests(['system'], filters))
if (isWithBrowser) tallies.push(runTests(['browser'], filters))
else process.stdout.write('\nBrowser tests left out (--no-browser).\n')
close(sum(tallies))
