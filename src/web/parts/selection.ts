import { type RefObject, useEffect, useState } from 'react'
import type { Span } from '../../server/wire.ts'

const offsetOf = (node: Node, offset: number): number | undefined => {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
  if (!holder) return undefined
  const range = document.createRange()
  range.setStart(holder, 0)
  range.setEnd(node, offset)
  return Number(holder.dataset.start) + range.toString().length
}

const BLANK = /\s/

/** The words that a person has selected in the text, as offsets into the document; blanks at either end are left out. */
const read = (box: HTMLElement, text: string): Span | undefined => {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!box.contains(range.commonAncestorContainer)) return undefined
  let start = offsetOf(range.startContainer, range.startOffset)
  let end = offsetOf(range.endContainer, range.endOffset)
  if (start === undefined || end === undefined) return undefined
  while (start < end && BLANK.test(text[start]!)) start++
  while (end > start && BLANK.test(text[end - 1]!)) end--
  return start < end ? { start, end } : undefined
}

/** Follows what is selected inside a box of text. */
export const useSelectedWords = (box: RefObject<HTMLElement | null>, text: string): Span | undefined => {
  const [span, setSpan] = useState<Span>()
  useEffect(() => {
    const onChange = () => box.current && setSpan(read(box.current, text))
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [box, text])
  return span
}
