import { Fragment } from 'react'

/** Who passes a claim on, outermost first: "Evening Courier → security sources". */
export const Chain = ({ chain }: Readonly<{ chain: readonly string[] }>) => (
  <span className="chain">
    {chain.map((name, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand twice in a chain, and its place is what tells it apart
      <Fragment key={i}>
        {i > 0 && <span className="chain-arrow"> → </span>}
        <span>{name}</span>
      </Fragment>
    ))}
  </span>
)
