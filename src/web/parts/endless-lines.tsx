import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useNarrow } from './narrow.ts'

type Props<Item> = Readonly<{
  items: readonly Item[]
  /** Pixels of a line, and where there is little width. */
  heights: readonly [wide: number, narrow: number]
  onEnd: () => void
  children: (item: Item) => ReactNode
}>

/** Lines of one height, of which only those in sight are drawn. */
export const EndlessLines = <Item,>({ items, heights, onEnd, children }: Props<Item>) => {
  const box = useRef<HTMLUListElement>(null)
  const isNarrow = useNarrow()
  const size = heights[isNarrow ? 1 : 0]
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => size,
    overscan: 12,
    scrollMargin: box.current?.offsetTop ?? 0,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of a line is all that a new measure depends on
  useEffect(() => virtual.measure(), [size])
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= items.length - 20) onEnd()
  }, [last, items.length, onEnd])
  return (
    <ul ref={box} className="lines" style={{ height: virtual.getTotalSize() }}>
      {shown.map(({ index, key, start }) => (
        <li
          key={key}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          className="lines-item"
          style={{ height: size, transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
        >
          {children(items[index]!)}
        </li>
      ))}
    </ul>
  )
}
