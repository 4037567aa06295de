import { mix, type Seen } from './features.ts'
import { addScores, type LinearModel } from './linear.ts'

/**
 * An arc-hybrid parse under way. The virtual root is word `n`, last in the buffer: a word whose head it becomes is a root.
 * Words are indices into the sentence.
 */
export type State = {
  n: number
  stack: Int32Array
  depth: number
  next: number
  heads: Int32Array
  labels: Int32Array
  /** The two outermost children on either side, -1 where there are none, and how many there are. */
  left1: Int32Array
  left2: Int32Array
  right1: Int32Array
  right2: Int32Array
  leftCount: Int32Array
  rightCount: Int32Array
}

export const newState = (n: number): State => {
  const list = (): Int32Array => new Int32Array(n + 1).fill(-1)
  return {
    n,
    stack: new Int32Array(n + 1),
    depth: 0,
    next: 0,
    heads: list(),
    labels: list(),
    left1: list(),
    left2: list(),
    right1: list(),
    right2: list(),
    leftCount: new Int32Array(n + 1),
    rightCount: new Int32Array(n + 1),
  }
}

export const isOver = (state: State): boolean => state.next === state.n && state.depth === 0
export const mayShift = (state: State): boolean => state.next < state.n
export const mayLeft = (state: State): boolean => state.depth > 0 && (state.next < state.n || state.depth === 1)
export const mayRight = (state: State): boolean => state.depth > 1

export const shift = (state: State): void => {
  state.stack[state.depth++] = state.next++
}

/** The top of the stack becomes a child of the next word (or of the root). */
export const arcLeft = (state: State, label: number): void => {
  const child = state.stack[--state.depth]!
  const head = state.next
  state.heads[child] = head
  state.labels[child] = label
  state.left2[head] = state.left1[head]!
  state.left1[head] = child
  state.leftCount[head]! += 1
}

/** The top of the stack becomes a child of the one below it. */
export const arcRight = (state: State, label: number): void => {
  const child = state.stack[--state.depth]!
  const head = state.stack[state.depth - 1]!
  state.heads[child] = head
  state.labels[child] = label
  state.right2[head] = state.right1[head]!
  state.right1[head] = child
  state.rightCount[head]! += 1
}

const NONE = 0x51ed270b

/** What the parser sees of a state. Fills `out`, gives the count. */
export const parseFeatures = (seen: Seen, tags: Int32Array, state: State, out: Int32Array): number => {
  const { n, lower, cluster, coarse } = seen
  const { stack, depth, next, labels, left1, left2, right1, right2, leftCount, rightCount } = state
  const s0 = depth > 0 ? stack[depth - 1]! : -1
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  const s2 = depth > 2 ? stack[depth - 3]! : -1
  const b0 = next
  const w = (i: number): number => (i < 0 ? NONE : i >= n ? NONE + 1 : lower[i]!)
  const t = (i: number): number => (i < 0 ? 250 : i >= n ? 251 : tags[i]!)
  const c = (i: number): number => (i < 0 || i >= n ? -5 : cluster[i]!)
  const l = (i: number): number => (i < 0 ? 249 : labels[i]!)
  const child = (list: Int32Array, i: number): number => (i < 0 || i > n ? -1 : list[i]!)
  const s0l = child(left1, s0)
  const s0r = child(right1, s0)
  const s0l2 = child(left2, s0)
  const s0r2 = child(right2, s0)
  const s1l = child(left1, s1)
  const s1r = child(right1, s1)
  const s1r2 = child(right2, s1)
  const b0l = child(left1, b0)
  const b0l2 = child(left2, b0)
  const b1 = b0 + 1
  const b2 = b0 + 2
  const ts0 = t(s0)
  const ts1 = t(s1)
  const ts2 = t(s2)
  const tb0 = t(b0)
  const tb1 = b1 <= n ? t(b1) : 252
  const tb2 = b2 <= n ? t(b2) : 252
  const ws0 = w(s0)
  const ws1 = w(s1)
  const wb0 = w(b0)
  const wb1 = b1 <= n ? w(b1) : NONE + 2
  const cs0 = c(s0)
  const cs1 = c(s1)
  const cb0 = c(b0)
  const distance = s0 < 0 ? 0 : Math.min(b0 - s0, 7)
  const between = s1 < 0 ? 0 : Math.min(s0 - s1, 7)
  const v0 = s0 < 0 ? 0 : Math.min(leftCount[s0]!, 3) * 4 + Math.min(rightCount[s0]!, 3)
  const v1 = s1 < 0 ? 0 : Math.min(leftCount[s1]!, 3) * 4 + Math.min(rightCount[s1]!, 3)
  const vb = Math.min(leftCount[b0]!, 3)
  let k = 0
  out[k++] = mix(200, 0)
  out[k++] = mix(201, ws0, ts0)
  out[k++] = mix(202, ws1, ts1)
  out[k++] = mix(203, wb0, tb0)
  out[k++] = mix(204, ws0)
  out[k++] = mix(205, wb0)
  out[k++] = mix(206, ts0, ts1, tb0)
  out[k++] = mix(207, ts0, tb0, tb1)
  out[k++] = mix(208, ts0, ts1, ts2)
  out[k++] = mix(209, tb0, tb1, tb2)
  out[k++] = mix(210, ws0, wb0)
  out[k++] = mix(211, ws0, tb0)
  out[k++] = mix(212, ts0, wb0)
  out[k++] = mix(213, ws0, ws1)
  out[k++] = mix(214, ws0, ts1)
  out[k++] = mix(215, ts0, ws1)
  out[k++] = mix(216, ts1, tb0, wb0)
  out[k++] = mix(217, wb1, tb0, ts0)
  out[k++] = mix(218, ts0, tb0, distance)
  out[k++] = mix(219, ts0, ts1, between)
  out[k++] = mix(220, ts0, v0)
  out[k++] = mix(221, ts1, v1)
  out[k++] = mix(222, tb0, vb, ts0)
  out[k++] = mix(223, ts0, t(s0l), l(s0l))
  out[k++] = mix(224, ts0, t(s0r), l(s0r))
  out[k++] = mix(225, ts1, t(s1l), l(s1l))
  out[k++] = mix(226, ts1, t(s1r), l(s1r))
  out[k++] = mix(227, tb0, t(b0l), l(b0l))
  out[k++] = mix(228, ts0, l(s0l), l(s0l2))
  out[k++] = mix(229, ts0, l(s0r), l(s0r2))
  out[k++] = mix(230, ts1, l(s1r), l(s1r2))
  out[k++] = mix(231, tb0, l(b0l), l(b0l2))
  out[k++] = mix(232, ts0, ts1, t(s1r))
  out[k++] = mix(233, ts0, ts1, t(s0l))
  out[k++] = mix(234, ts0, ts1, t(s0r))
  out[k++] = mix(235, ts0, tb0, t(b0l))
  out[k++] = mix(236, ts0, tb0, t(s0r))
  out[k++] = mix(237, ts0, tb0, t(s0l))
  out[k++] = mix(238, cs0, tb0)
  out[k++] = mix(239, ts0, cb0)
  out[k++] = mix(240, cs0, cb0)
  out[k++] = mix(241, cs0, cs1)
  out[k++] = mix(242, cs0, ts1)
  out[k++] = mix(243, cs1, ts0)
  out[k++] = mix(244, cs1, tb0, ts0)
  out[k++] = mix(245, ws1, tb0, ts0)
  out[k++] = mix(246, ws0, l(s0r), tb0)
  out[k++] = mix(247, ws1, l(s1r), ts0)
  out[k++] = mix(248, s0 < 0 || s0 >= n ? -1 : coarse[s0]!, s1 < 0 || s1 >= n ? -1 : coarse[s1]!, b0 >= n ? -1 : coarse[b0]!)
  out[k++] = mix(249, ws0, w(s0l))
  out[k++] = mix(250, ws0, w(s0r))
  out[k++] = mix(251, w(s1r), ws0, ts1)
  out[k++] = mix(252, l(s0l), l(s0r), ts0)
  out[k++] = mix(253, ts0, tb1, wb0)
  out[k++] = mix(254, tb0, ws1)
  return k
}

export const MAX_PARSE_FEATURES = 64

/** What the classes of a parser's model stand for: class 0 shifts, the others make a left or right arc with a label. */
export type Moves = Readonly<{ kinds: Uint8Array; labels: readonly string[]; labelOf: Int32Array }>
export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

export const toMoves = (classes: readonly string[]): Moves => {
  const labels = [...new Set(classes.slice(1).map((name) => name.slice(2)))]
  return {
    kinds: Uint8Array.from(classes, (name) => (name === 'S' ? SHIFT : name.startsWith('L') ? LEFT : RIGHT)),
    labels,
    labelOf: Int32Array.from(classes, (name) => labels.indexOf(name.slice(2))),
  }
}

export type Parse = Readonly<{ heads: Int32Array; labels: Int32Array }>

/** Heads (-1 for the root) and labels (indices into `moves.labels`). One step for each shift and each arc: linear. */
export const parseSentence = (model: LinearModel, moves: Moves, seen: Seen, tags: Int32Array): Parse => {
  const state = newState(seen.n)
  const features = new Int32Array(MAX_PARSE_FEATURES)
  const scores = new Int32Array(model.classes.length)
  while (!isOver(state)) {
    scores.fill(0)
    addScores(model, features, parseFeatures(seen, tags, state, features), scores)
    apply(state, moves, bestMove(state, moves, scores))
  }
  const heads = state.heads.slice(0, seen.n)
  for (let i = 0; i < seen.n; i += 1) if (heads[i] === seen.n) heads[i] = -1
  return { heads, labels: state.labels.slice(0, seen.n) }
}

export const isAllowed = (state: State, kind: number): boolean =>
  kind === SHIFT ? mayShift(state) : kind === LEFT ? mayLeft(state) : mayRight(state)

export const bestMove = (state: State, moves: Moves, scores: ArrayLike<number>): number => {
  const allowed = [mayShift(state), mayLeft(state), mayRight(state)]
  let top = -1
  for (let c = 0; c < scores.length; c += 1) {
    if (allowed[moves.kinds[c]!] && (top === -1 || scores[c]! > scores[top]!)) top = c
  }
  return top
}

export const apply = (state: State, moves: Moves, move: number): void => {
  const kind = moves.kinds[move]!
  if (kind === SHIFT) shift(state)
  else if (kind === LEFT) arcLeft(state, moves.labelOf[move]!)
  else arcRight(state, moves.labelOf[move]!)
}
