/** The sizes of the neural model's parts. */
export type NetShape = Readonly<{
  /** Units of one direction of a recurrent layer. */
  units: number
  layers: number
  /** Word vector and learned vector, side by side. */
  vector: number
  learnedVector: number
  /** Width of the spaces in which heads and labels are chosen. */
  arc: number
  label: number
  /** Rounded up to a multiple of 8. */
  tagColumns: number
  nameColumns: number
  labelColumns: number
}>

/** Distances from a word to its head are told apart in these steps; the sign doubles them, and the root is one more. */
const STEPS = [1, 2, 3, 4, 5, 7, 10, 15, Number.POSITIVE_INFINITY] as const
export const DISTANCES = STEPS.length * 2 + 6

/** The bucket of the distance from word `i` to head `j`; `j` = -1 is the root. */
export const distanceOf = (i: number, j: number): number => {
  if (j < 0) return 0
  const far = Math.abs(j - i)
  let step = 0
  while (step < STEPS.length - 1 && far > STEPS[step]!) step += 1
  return 1 + step + (j < i ? 0 : STEPS.length)
}

export const wordWidth = (shape: NetShape): number => shape.vector + shape.learnedVector
export const inputWidth = (shape: NetShape, layer: number): number => (layer === 0 ? wordWidth(shape) : 2 * shape.units)
/** Eight blocks of units: candidate, forget, reset, carried, of the one direction and then the other. */
export const gateWidth = (shape: NetShape): number => 8 * shape.units

/** Columns of the one product that feeds every task: dependents, heads, label of dependent, label of head, tags, names. */
export const headColumns = (shape: NetShape) => {
  const { arc, label, tagColumns, nameColumns } = shape
  const dependent = 0
  const head = arc
  const labelDependent = 2 * arc
  const labelHead = 2 * arc + label
  const tags = 2 * arc + 2 * label
  const names = tags + tagColumns
  return { dependent, head, labelDependent, labelHead, tags, names, width: names + nameColumns }
}

/** The dense parameters by name, with rows and columns, in the order in which they are kept. */
export const listParameters = (shape: NetShape): readonly Readonly<{ name: string; rows: number; columns: number }>[] => {
  const gates = gateWidth(shape)
  const heads = headColumns(shape).width
  return [
    ...Array.from({ length: shape.layers }, (_, l) => [
      { name: `layer${l}`, rows: inputWidth(shape, l), columns: gates },
      { name: `layer${l}.bias`, rows: 1, columns: gates },
      { name: `layer${l}.gates`, rows: 1, columns: 4 * shape.units },
    ]).flat(),
    { name: 'heads', rows: 2 * shape.units, columns: heads },
    { name: 'heads.bias', rows: 1, columns: heads },
    { name: 'arc', rows: shape.arc, columns: shape.arc },
    { name: 'arc.head', rows: 1, columns: shape.arc },
    { name: 'arc.root', rows: 1, columns: shape.arc },
    { name: 'arc.distance', rows: shape.arc, columns: DISTANCES },
    { name: 'label.root', rows: 1, columns: shape.label },
    { name: 'label.distance', rows: DISTANCES, columns: shape.label },
    { name: 'label', rows: shape.label, columns: shape.labelColumns },
    { name: 'label.bias', rows: 1, columns: shape.labelColumns },
    { name: 'names.moves', rows: shape.nameColumns, columns: shape.nameColumns },
  ]
}
