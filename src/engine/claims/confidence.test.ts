import { expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'
import { CALIBRATED, confidenceFeatures, weighFeatures } from './confidence.ts'

const assets = loadAssets()
const TEXT = `Bomb kills five in Quetta

A bomb killed at least five people in the city of Quetta on Sunday, 7 February 2021, police said. The army denied any role in the attack.
Twelve others were wounded, a doctor said. Police said five people had died.`

const analysis = extract({ id: 'sha256:sure', text: TEXT, facts: {} }, assets)

it('gives a share to what there is gold for, and none to the rest', () => {
  expect(analysis.claims.length).toBeGreaterThan(4)
  for (const { attribute, confidence } of analysis.claims)
    if (CALIBRATED.has(attribute)) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThan(1)
    } else expect(confidence).toBeNull()
  expect(new Set(analysis.claims.map(({ attribute }) => attribute))).toContain('position')
})

it('names what it goes by, in no words of the text', () => {
  const features = confidenceFeatures(analysis)(analysis.claims.find(({ attribute }) => attribute === 'killed')!)
  expect(features).toContain('attribute=killed')
  expect(features.join(' ')).not.toMatch(/quetta|police|five/i)
})

it('counts a sign once, however often it is named', () => {
  const features = confidenceFeatures(analysis)(analysis.claims[0]!)
  expect(weighFeatures([...features, ...features])).toBe(weighFeatures(features))
})
