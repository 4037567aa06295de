import { readFileSync } from 'node:fs'
import { type ActorRegister, openActorRegister } from '../engine/mentions/party/register.ts'

let loaded: ActorRegister | undefined

/** The actor register that ships, `gazetteer/actors.json`, read once for each process. */
export const loadActors = (): ActorRegister => {
  loaded ??= openActorRegister(JSON.parse(readFileSync(new URL('../../gazetteer/actors.json', import.meta.url), 'utf8')))
  return loaded
}
