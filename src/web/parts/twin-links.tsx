import { texts } from '../texts.ts'

const NAMES = { csv: 'CSV', geojson: 'GeoJSON', json: 'JSON' } as const

type Props = Readonly<{ path: string; query?: string; kinds: readonly (keyof typeof NAMES)[] }>

/** The machine's forms of a page, under the same address and narrowed the same. */
export const TwinLinks = ({ path, query = '', kinds }: Props) => (
  <span className="twin-links">
    {texts.downloadAs}:{' '}
    {kinds.map((kind) => (
      <a key={kind} href={`${path}.${kind}${query ? `?${query}` : ''}`}>
        {NAMES[kind]}
      </a>
    ))}
  </span>
)
