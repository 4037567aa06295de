import type { Highlight, Layer } from '../../server/wire.ts'
import { texts } from '../texts.ts'

const words = texts.document

const LAYERS: readonly Layer[] = ['claims', 'speakers', 'places', 'times']
const FAMILIES = ['toll', 'where-when', 'who', 'what'] as const

type Props = Readonly<{ layers: ReadonlySet<Layer>; onChange: (layers: ReadonlySet<Layer>) => void; highlights: readonly Highlight[] }>

/** Switches for what is highlighted, and what each kind of line means. */
export const LayerSwitches = ({ layers, onChange, highlights }: Props) => {
  const toggle = (layer: Layer) => {
    const next = new Set(layers)
    if (!next.delete(layer)) next.add(layer)
    onChange(next)
  }
  const count = (layer: Layer): number => new Set(highlights.filter((each) => each.layer === layer).map(({ id }) => id)).size
  return (
    <div className="layers">
      <fieldset>
        <legend>{words.layers}</legend>
        {LAYERS.map((layer) => (
          <label key={layer}>
            <input type="checkbox" checked={layers.has(layer)} onChange={() => toggle(layer)} /> {words.layer[layer]}{' '}
            <span className="soft">{count(layer)}</span>
          </label>
        ))}
      </fieldset>
      {layers.has('claims') && (
        <p className="legend">
          <span className="sr-only">{words.legend}: </span>
          {FAMILIES.map((family) => (
            <span key={family}>
              <span className={`hl hl-${family}`}>{words.families[family]}</span>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
