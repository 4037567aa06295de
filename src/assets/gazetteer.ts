import { readFileSync } from 'node:fs'
import { GAZETTEER_FILES, type Gazetteer, openGazetteer } from '../engine/mentions/place/gazetteer.ts'

const folder = new URL('../../gazetteer/', import.meta.url)
let loaded: Gazetteer | undefined

/** The places of `gazetteer/`, read once for each process. */
export const loadGazetteer = (): Gazetteer => {
  loaded ??= openGazetteer(Object.fromEntries(GAZETTEER_FILES.map((name) => [name, readFileSync(new URL(name, folder))])))
  return loaded
}
