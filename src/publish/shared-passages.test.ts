import { expect, it } from 'vitest'
import { sharedPassages } from './shared-passages.ts'

const RUN = 'the army said on Monday that three soldiers were hurt near the bridge'

it('finds what two texts have word for word, whatever the marks and the case', () => {
  const left = `Wire, 3 May. ${RUN}. Nobody else spoke.`
  const right = `The paper adds this: “The Army said, on Monday, that three soldiers were hurt near the bridge” and goes on.`
  const {
    left: [a],
    right: [b],
    share,
  } = sharedPassages(left, right)
  expect(left.slice(a!.start, a!.end)).toBe(RUN)
  expect(right.slice(b!.start, b!.end)).toBe('The Army said, on Monday, that three soldiers were hurt near the bridge')
  expect(share).toBeGreaterThan(0.5)
})

it('leaves alone what two reports of one event have in common by chance', () => {
  expect(sharedPassages('three soldiers were hurt near the bridge', 'the mayor said soldiers were hurt near the bridge').left).toEqual([])
})

it('takes time that grows with the text, not with its square', () => {
  const long = Array.from({ length: 40_000 }, (_, i) => `w${i % 977}`).join(' ')
  const started = performance.now()
  sharedPassages(long, long)
  expect(performance.now() - started).toBeLessThan(5_000)
})
