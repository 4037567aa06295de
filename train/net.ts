import { openKernel, toPanels } from '../src/engine/language/kernel.ts'
import { ROWS_PER_WORD } from '../src/engine/language/lexicon.ts'
import {
  DISTANCES,
  distanceOf,
  gateWidth,
  headColumns,
  inputWidth,
  listParameters,
  type NetShape,
  wordWidth,
} from '../src/engine/language/shape.ts'
import { adam, paceOf } from './adam.ts'
import { learnChain, newChain } from './chain.ts'
import { random } from './random.ts'

/** A sentence to learn from; gold lists are null where the corpus does not say. Heads: -1 for the root. */
export type Lesson = Readonly<{
  n: number
  rows: Int32Array
  vectors: Int32Array
  tags: Int32Array | null
  heads: Int32Array | null
  labels: Int32Array | null
  names: Int32Array | null
}>

export type NetTrainer = ReturnType<typeof newNetTrainer>

export type NetOptions = Readonly<{
  shape: NetShape
  learnedRows: number
  vectors: Int8Array
  vectorScale: number
  dropout: number
  nameClasses: number
}>

/** Words in one batch at most, the longest sentence included. */
const ROOM = 1024
/** Names are few among many words: their loss counts double. */
const NAME_WEIGHT = 2

/** A neural model under training: parameters, gradients and moments in one memory with the kernel, and a step on a batch. */
export const newNetTrainer = ({ shape, learnedRows, vectors, vectorScale, dropout, nameClasses }: NetOptions) => {
  const kernel = openKernel({ pages: 2048, fused: true })
  const memory = new Float32Array(kernel.memory.buffer)
  let used = 64
  const take = (length: number): { at: number; values: Float32Array } => {
    const at = used
    used += (length + 15) & ~15
    if (used > memory.length) throw new Error('out of training memory')
    return { at: at * 4, values: memory.subarray(at, at + length) }
  }
  type Block = ReturnType<typeof take>
  const next = random(41)
  const { units, layers, arc, label, tagColumns, nameColumns, labelColumns, learnedVector, vector } = shape
  const columns = headColumns(shape)
  const wide = 2 * units
  const gates = gateWidth(shape)

  const list = listParameters(shape)
  const parameters = new Map(
    list.map(({ name, rows, columns: width }) => {
      const value = take(rows * width)
      const gradient = take(rows * width)
      const scale =
        rows === 1 || name === 'names.moves'
          ? 0
          : Math.sqrt(6 / (rows + (name.startsWith('layer') ? units * 2 : name === 'heads' ? 128 : width)))
      for (let i = 0; i < value.values.length; i += 1) value.values[i] = (next() * 2 - 1) * scale
      return [
        name,
        { rows, columns: width, value, gradient, first: new Float32Array(rows * width), second: new Float32Array(rows * width) },
      ]
    }),
  )
  const get = (name: string) => parameters.get(name)!
  for (let l = 0; l < layers; l += 1) {
    // Forget gates start nearly open.
    const bias = get(`layer${l}.bias`).value.values
    for (let d = 0; d < 2; d += 1) bias.fill(1, d * 4 * units + units, d * 4 * units + 2 * units)
  }
  get('arc.root').value.values.forEach((_, i, values) => {
    values[i] = (next() * 2 - 1) * 0.3
  })
  const table = new Float32Array(learnedRows * learnedVector)
  for (let i = 0; i < table.length; i += 1) table[i] = (next() * 2 - 1) * 0.25
  const tableGradient = new Float32Array(table.length)
  const tableFirst = new Float32Array(table.length)
  const tableSecond = new Float32Array(table.length)
  const touched = new Uint8Array(learnedRows)

  // Activations of one batch.
  const widest = Math.max(gates, columns.width)
  const inputs: Block[] = []
  const masks: Float32Array[] = []
  const gateSums: Block[] = []
  for (let l = 0; l <= layers; l += 1) {
    const width = l === layers ? wide : inputWidth(shape, l)
    inputs.push(take(ROOM * width))
    masks.push(new Float32Array(ROOM * width))
    if (l < layers) gateSums.push(take(ROOM * gates))
  }
  const mask0 = new Float32Array(ROOM * wordWidth(shape))
  const learnedRowsOfInput = Array.from({ length: learnedVector }, (_, d) => vector + d)
  const forget = Array.from({ length: layers }, () => new Float32Array(ROOM * wide))
  const reset = Array.from({ length: layers }, () => new Float32Array(ROOM * wide))
  const states = Array.from({ length: layers }, () => new Float32Array(ROOM * wide))
  const outputs = take(ROOM * columns.width)
  const outputGradient = take(ROOM * columns.width)
  const dependents = take(ROOM * arc)
  const dependentGradient = take(ROOM * arc)
  const heads = new Float32Array(ROOM * arc)
  const headGradient = new Float32Array(ROOM * arc)
  const queries = take(ROOM * arc)
  const queryGradient = take(ROOM * arc)
  const distances = take(ROOM * DISTANCES)
  const distanceGradient = take(ROOM * DISTANCES)
  const hidden = take(ROOM * label)
  const hiddenGradient = take(ROOM * label)
  const labelScores = take(ROOM * labelColumns)
  const gateGradient = take(ROOM * gates)
  const wideGradient = take(ROOM * Math.max(wide, inputWidth(shape, 0)))
  const panels = take(Math.max(ROOM, 512) * widest)
  const turned = take(ROOM * widest)
  const plain = new Float32Array(Math.max(ROOM, 512) * widest)
  const arcMaskD = new Float32Array(ROOM * arc)
  const arcMaskH = new Float32Array(ROOM * arc)
  const labelMask = new Float32Array(ROOM * label)

  /** C += A · W; rows of A: `m`. */
  const multiply = (a: Block, weights: Float32Array, c: Block, m: number, k: number, n: number): void => {
    toPanels(weights, k, n, panels.values)
    kernel.multiply(a.at, panels.at, c.at, m, k, n)
  }
  const transpose = (source: Float32Array, rows: number, width: number, out: Float32Array): void => {
    for (let i = 0; i < rows; i += 1) for (let j = 0; j < width; j += 1) out[j * rows + i] = source[i * width + j]!
  }
  /** dW += Aᵀ · dC and dA += dC · Wᵀ. */
  const multiplyBack = (a: Block, name: string, c: Block, gradientOfA: Block, m: number): void => {
    const { rows: k, columns: n, value, gradient } = get(name)
    transpose(a.values, m, k, turned.values)
    toPanels(c.values, m, n, panels.values)
    kernel.multiply(turned.at, panels.at, gradient.at, k, m, n)
    // Of the first layer's input only the learned part wants a gradient: the word vectors stay as they are.
    const kept = name === 'layer0' ? learnedRowsOfInput : undefined
    const width = kept?.length ?? k
    for (let i = 0; i < width; i += 1) {
      const from = (kept?.[i] ?? i) * n
      for (let j = 0; j < n; j += 1) plain[j * width + i] = value.values[from + j]!
    }
    toPanels(plain, n, width, panels.values)
    kernel.multiply(c.at, panels.at, gradientOfA.at, m, n, width)
  }
  const fillRows = (block: Block, bias: Float32Array, m: number): void => {
    for (let t = 0; t < m; t += 1) block.values.set(bias, t * bias.length)
  }
  const sumRows = (block: Block, width: number, m: number, out: Float32Array): void => {
    for (let t = 0; t < m; t += 1) for (let j = 0; j < width; j += 1) out[j]! += block.values[t * width + j]!
  }
  const fillMask = (mask: Float32Array, length: number, rate: number): void => {
    const keep = 1 / (1 - rate)
    for (let i = 0; i < length; i += 1) mask[i] = next() < rate ? 0 : keep
  }

  const scanForward = (l: number, from: number, n: number): void => {
    const u = gateSums[l]!.values
    const v = get(`layer${l}.gates`).value.values
    const out = inputs[l + 1]!.values
    const [fs, rs, cs] = [forget[l]!, reset[l]!, states[l]!]
    for (let d = 0; d < 2; d += 1) {
      for (let s = 0; s < n; s += 1) {
        const t = from + (d === 0 ? s : n - 1 - s)
        const before = d === 0 ? t - 1 : t + 1
        const base = t * gates + d * 4 * units
        for (let h = 0; h < units; h += 1) {
          const c = s === 0 ? 0 : cs[before * wide + d * units + h]!
          const a = u[base + units + h]! + v[d * 2 * units + h]! * c
          const b = u[base + 2 * units + h]! + v[d * 2 * units + units + h]! * c
          const f = 0.5 + (0.5 * a) / (1 + Math.abs(a))
          const r = 0.5 + (0.5 * b) / (1 + Math.abs(b))
          const z = u[base + h]!
          const state = z + f * (c - z)
          const x = u[base + 3 * units + h]!
          const at = t * wide + d * units + h
          fs[at] = f
          rs[at] = r
          cs[at] = state
          out[at] = x + r * (state - x)
        }
      }
    }
  }
  const carried = new Float32Array(units)
  const scanBack = (l: number, from: number, n: number, outGradient: Float32Array): void => {
    const u = gateSums[l]!.values
    const { value, gradient } = get(`layer${l}.gates`)
    const v = value.values
    const dv = gradient.values
    const du = gateGradient.values
    const [fs, rs, cs] = [forget[l]!, reset[l]!, states[l]!]
    for (let d = 0; d < 2; d += 1) {
      carried.fill(0)
      for (let s = n - 1; s >= 0; s -= 1) {
        const t = from + (d === 0 ? s : n - 1 - s)
        const before = d === 0 ? t - 1 : t + 1
        const base = t * gates + d * 4 * units
        for (let h = 0; h < units; h += 1) {
          const at = t * wide + d * units + h
          const g = outGradient[at]!
          const c = s === 0 ? 0 : cs[before * wide + d * units + h]!
          const f = fs[at]!
          const r = rs[at]!
          const z = u[base + h]!
          const x = u[base + 3 * units + h]!
          const dState = carried[h]! + g * r
          // The gate g(a) = ½ + ½·a/(1+|a|) has slope ½/(1+|a|)², and 1 − |2g − 1| = 1/(1+|a|).
          const sf = 1 - Math.abs(2 * f - 1)
          const sr = 1 - Math.abs(2 * r - 1)
          const dr = g * (cs[at]! - x) * 0.5 * sr * sr
          const df = dState * (c - z) * 0.5 * sf * sf
          du[base + h] = dState * (1 - f)
          du[base + units + h] = df
          du[base + 2 * units + h] = dr
          du[base + 3 * units + h] = g * (1 - r)
          dv[d * 2 * units + h]! += df * c
          dv[d * 2 * units + units + h]! += dr * c
          carried[h] = dState * f + df * v[d * 2 * units + h]! + dr * v[d * 2 * units + units + h]!
        }
      }
    }
  }

  /** Softmax over `count` scores at `at`, its loss for `gold`, and the gradient in place of the scores. */
  const softmax = (scores: Float32Array, at: number, count: number, gold: number): number => {
    let most = Number.NEGATIVE_INFINITY
    for (let c = 0; c < count; c += 1) most = Math.max(most, scores[at + c]!)
    let sum = 0
    for (let c = 0; c < count; c += 1) sum += scores[at + c] = Math.exp(scores[at + c]! - most)
    const loss = -Math.log(Math.max(1e-12, scores[at + gold]! / sum))
    for (let c = 0; c < count; c += 1) scores[at + c]! /= sum
    scores[at + gold]! -= 1
    return loss
  }

  const rowScores = new Float32Array(ROOM + 1)
  const arcSentence = (lesson: Lesson, from: number): number => {
    const gold = lesson.heads!
    const n = lesson.n
    const q = queries.values
    const dq = queryGradient.values
    const root = get('arc.root').value.values
    const dRoot = get('arc.root').gradient.values
    const own = get('arc.head').value.values
    const dOwn = get('arc.head').gradient.values
    let loss = 0
    for (let i = 0; i < n; i += 1) {
      const qi = (from + i) * arc
      for (let j = -1; j < n; j += 1) {
        if (j === i) {
          rowScores[j + 1] = -1e9
          continue
        }
        let score = distances.values[(from + i) * DISTANCES + distanceOf(i, j)]!
        if (j < 0) for (let a = 0; a < arc; a += 1) score += (q[qi + a]! + own[a]!) * root[a]!
        else {
          const hj = (from + j) * arc
          for (let a = 0; a < arc; a += 1) score += (q[qi + a]! + own[a]!) * heads[hj + a]!
        }
        rowScores[j + 1] = score
      }
      loss += softmax(rowScores, 0, n + 1, gold[i]! + 1)
      for (let j = -1; j < n; j += 1) {
        const g = rowScores[j + 1]!
        if (j === i || (g < 1e-6 && g > -1e-6)) continue
        distanceGradient.values[(from + i) * DISTANCES + distanceOf(i, j)]! += g
        if (j < 0) {
          for (let a = 0; a < arc; a += 1) {
            dq[qi + a]! += g * root[a]!
            dOwn[a]! += g * root[a]!
            dRoot[a]! += g * (q[qi + a]! + own[a]!)
          }
        } else {
          const hj = (from + j) * arc
          for (let a = 0; a < arc; a += 1) {
            dq[qi + a]! += g * heads[hj + a]!
            dOwn[a]! += g * heads[hj + a]!
            headGradient[hj + a]! += g * (q[qi + a]! + own[a]!)
          }
        }
      }
    }
    return loss
  }

  const chain = newChain(ROOM, nameClasses)
  const nameSentence = (gold: Int32Array, from: number): number => {
    const moves = get('names.moves')
    return learnChain(chain, {
      scores: outputs.values,
      gradient: outputGradient.values,
      at: from * columns.width + columns.names,
      width: columns.width,
      moves: moves.value.values,
      dMoves: moves.gradient.values,
      moveWidth: nameColumns,
      gold,
      weight: NAME_WEIGHT,
    })
  }

  let steps = 0
  /** One step of learning on a batch; gives the loss for each word. */
  const step = (batch: readonly Lesson[], rate: number): number => {
    const words = batch.reduce((sum, lesson) => sum + lesson.n, 0)
    const m = (words + 3) & ~3
    const froms: number[] = []
    let from = 0
    for (const lesson of batch) {
      froms.push(from)
      from += lesson.n
    }
    // Input.
    const width0 = wordWidth(shape)
    const x0 = inputs[0]!.values
    x0.fill(0, 0, m * width0)
    batch.forEach((lesson, b) => {
      for (let i = 0; i < lesson.n; i += 1) {
        const at = (froms[b]! + i) * width0
        const index = lesson.vectors[i]!
        if (index >= 0) for (let d = 0; d < vector; d += 1) x0[at + d] = vectors[index * vector + d]! * vectorScale
        for (let k = 0; k < ROWS_PER_WORD; k += 1) {
          const row = lesson.rows[i * ROWS_PER_WORD + k]! * learnedVector
          for (let d = 0; d < learnedVector; d += 1) x0[at + vector + d]! += table[row + d]!
        }
      }
    })
    fillMask(mask0, m * width0, dropout * 0.6)
    for (let i = 0; i < m * width0; i += 1) x0[i]! *= mask0[i]!
    // Forward.
    for (let l = 0; l < layers; l += 1) {
      const width = inputWidth(shape, l)
      const x = inputs[l]!.values
      if (l > 0) {
        fillMask(masks[l]!, m * width, dropout)
        for (let i = 0; i < m * width; i += 1) x[i]! *= masks[l]![i]!
      }
      fillRows(gateSums[l]!, get(`layer${l}.bias`).value.values, m)
      multiply(inputs[l]!, get(`layer${l}`).value.values, gateSums[l]!, m, width, gates)
      inputs[l + 1]!.values.fill(0, words * wide, m * wide)
      batch.forEach((lesson, b) => {
        scanForward(l, froms[b]!, lesson.n)
      })
    }
    const top = inputs[layers]!
    fillMask(masks[layers]!, m * wide, dropout)
    for (let i = 0; i < m * wide; i += 1) top.values[i]! *= masks[layers]![i]!
    fillRows(outputs, get('heads.bias').value.values, m)
    multiply(top, get('heads').value.values, outputs, m, wide, columns.width)
    const out = outputs.values
    const dOut = outputGradient.values
    dOut.fill(0, 0, m * columns.width)
    fillMask(arcMaskD, m * arc, dropout)
    fillMask(arcMaskH, m * arc, dropout)
    fillMask(labelMask, m * label, dropout)
    for (let t = 0; t < m; t += 1) {
      for (let a = 0; a < arc; a += 1) {
        dependents.values[t * arc + a] = Math.max(0, out[t * columns.width + a]!) * arcMaskD[t * arc + a]!
        heads[t * arc + a] = Math.max(0, out[t * columns.width + arc + a]!) * arcMaskH[t * arc + a]!
      }
    }
    queries.values.fill(0, 0, m * arc)
    multiply(dependents, get('arc').value.values, queries, m, arc, arc)
    distances.values.fill(0, 0, m * DISTANCES)
    multiply(dependents, get('arc.distance').value.values, distances, m, arc, DISTANCES)
    queryGradient.values.fill(0, 0, m * arc)
    headGradient.fill(0, 0, m * arc)
    dependentGradient.values.fill(0, 0, m * arc)
    distanceGradient.values.fill(0, 0, m * DISTANCES)
    let loss = 0
    batch.forEach((lesson, b) => {
      if (lesson.heads !== null) loss += arcSentence(lesson, froms[b]!)
    })
    multiplyBack(dependents, 'arc', queryGradient, dependentGradient, m)
    multiplyBack(dependents, 'arc.distance', distanceGradient, dependentGradient, m)
    for (let t = 0; t < m; t += 1) {
      for (let a = 0; a < arc; a += 1) {
        if (out[t * columns.width + a]! > 0) dOut[t * columns.width + a] = dependentGradient.values[t * arc + a]! * arcMaskD[t * arc + a]!
        if (out[t * columns.width + arc + a]! > 0) dOut[t * columns.width + arc + a] = headGradient[t * arc + a]! * arcMaskH[t * arc + a]!
      }
    }
    // Labels, on gold heads.
    const labelRoot = get('label.root')
    const labelDistance = get('label.distance')
    hidden.values.fill(0, 0, m * label)
    batch.forEach((lesson, b) => {
      if (lesson.heads === null) return
      for (let i = 0; i < lesson.n; i += 1) {
        const t = froms[b]! + i
        const j = lesson.heads[i]!
        const bucket = distanceOf(i, j) * label
        for (let a = 0; a < label; a += 1) {
          const fromHead = j < 0 ? labelRoot.value.values[a]! : out[(froms[b]! + j) * columns.width + columns.labelHead + a]!
          const sum = out[t * columns.width + columns.labelDependent + a]! + fromHead + labelDistance.value.values[bucket + a]!
          hidden.values[t * label + a] = Math.max(0, sum) * labelMask[t * label + a]!
        }
      }
    })
    fillRows(labelScores, get('label.bias').value.values, m)
    multiply(hidden, get('label').value.values, labelScores, m, label, labelColumns)
    batch.forEach((lesson, b) => {
      for (let i = 0; i < lesson.n; i += 1) {
        const at = (froms[b]! + i) * labelColumns
        if (lesson.labels === null) labelScores.values.fill(0, at, at + labelColumns)
        else loss += softmax(labelScores.values, at, labelColumns, lesson.labels[i]!)
      }
    })
    labelScores.values.fill(0, words * labelColumns, m * labelColumns)
    hiddenGradient.values.fill(0, 0, m * label)
    multiplyBack(hidden, 'label', labelScores, hiddenGradient, m)
    sumRows(labelScores, labelColumns, words, get('label.bias').gradient.values)
    batch.forEach((lesson, b) => {
      if (lesson.heads === null) return
      for (let i = 0; i < lesson.n; i += 1) {
        const t = froms[b]! + i
        const j = lesson.heads[i]!
        const bucket = distanceOf(i, j) * label
        for (let a = 0; a < label; a += 1) {
          if (hidden.values[t * label + a]! <= 0) continue
          const g = hiddenGradient.values[t * label + a]! * labelMask[t * label + a]!
          dOut[t * columns.width + columns.labelDependent + a]! += g
          labelDistance.gradient.values[bucket + a]! += g
          if (j < 0) labelRoot.gradient.values[a]! += g
          else dOut[(froms[b]! + j) * columns.width + columns.labelHead + a]! += g
        }
      }
    })
    // Tags and names.
    batch.forEach((lesson, b) => {
      for (let i = 0; i < lesson.n; i += 1) {
        const at = (froms[b]! + i) * columns.width
        if (lesson.tags !== null) {
          loss += softmax(out, at + columns.tags, tagColumns, lesson.tags[i]!)
          for (let c = 0; c < tagColumns; c += 1) dOut[at + columns.tags + c] = out[at + columns.tags + c]!
        }
      }
      if (lesson.names !== null) loss += nameSentence(lesson.names, froms[b]!)
    })
    // Back through the layers.
    sumRows(outputGradient, columns.width, words, get('heads.bias').gradient.values)
    wideGradient.values.fill(0, 0, m * wide)
    multiplyBack(top, 'heads', outputGradient, wideGradient, m)
    for (let l = layers - 1; l >= 0; l -= 1) {
      const above = wideGradient.values
      for (let i = 0; i < m * wide; i += 1) above[i]! *= masks[l + 1]![i]!
      gateGradient.values.fill(0, words * gates, m * gates)
      batch.forEach((lesson, b) => {
        scanBack(l, froms[b]!, lesson.n, above)
      })
      sumRows(gateGradient, gates, words, get(`layer${l}.bias`).gradient.values)
      const width = inputWidth(shape, l)
      wideGradient.values.fill(0, 0, m * width)
      multiplyBack(inputs[l]!, `layer${l}`, gateGradient, wideGradient, m)
    }
    const dx = wideGradient.values
    batch.forEach((lesson, b) => {
      for (let i = 0; i < lesson.n; i += 1) {
        const t = froms[b]! + i
        for (let d = 0; d < learnedVector; d += 1) dx[t * learnedVector + d]! *= mask0[t * width0 + vector + d]!
        for (let k = 0; k < ROWS_PER_WORD; k += 1) {
          const row = lesson.rows[i * ROWS_PER_WORD + k]!
          touched[row] = 1
          for (let d = 0; d < learnedVector; d += 1) tableGradient[row * learnedVector + d]! += dx[t * learnedVector + d]!
        }
      }
    })
    update(rate, words)
    return loss / words
  }

  const update = (rate: number, words: number): void => {
    steps += 1
    const scale = 1 / words
    const pace = paceOf(rate, steps)
    for (const { value, gradient, first, second } of parameters.values()) {
      adam({ value: value.values, gradient: gradient.values, first, second, from: 0, to: first.length }, scale, pace)
    }
    const own = { value: table, gradient: tableGradient, first: tableFirst, second: tableSecond }
    for (let row = 0; row < learnedRows; row += 1) {
      if (touched[row] === 0) continue
      touched[row] = 0
      adam({ ...own, from: row * learnedVector, to: (row + 1) * learnedVector }, scale, pace)
    }
  }
  return {
    shape,
    parameters: list.map(({ name, rows, columns: width }) => ({ name, rows, columns: width, values: get(name).value.values })),
    table,
    step,
  }
}
