import type { Assets } from '../engine/extract.ts'
import { loadActors } from './actors.ts'
import { loadGazetteer } from './gazetteer.ts'
import { loadLanguage } from './language.ts'

/** Everything the engine reads with, from `models/` and `gazetteer/`; read once for each process. */
export const loadAssets = (): Assets => ({ language: loadLanguage(), gazetteer: loadGazetteer(), actors: loadActors() })
