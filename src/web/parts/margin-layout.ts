import { type RefObject, useLayoutEffect } from 'react'

const GAP = 6

/**
 * Sets margin notes level with their words, each pushed down by the one above it as far as needed. Where the page has no margin
 * (the style sheet says so by leaving the notes in the flow) nothing is moved.
 */
export const useMarginLayout = (box: RefObject<HTMLElement | null>, key: unknown, selected: unknown): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what moves the words is what the key and the selection stand for
  useLayoutEffect(() => {
    const page = box.current
    if (!page) return
    const arrange = (): void => {
      const notes = [...page.querySelectorAll<HTMLElement>('[data-note]')]
      const isInMargin = notes[0] !== undefined && getComputedStyle(notes[0]).position === 'absolute'
      const top = page.getBoundingClientRect().top
      const marks = new Map<string, Element>()
      for (const mark of page.querySelectorAll<HTMLElement>('[data-claims]'))
        for (const id of mark.dataset.claims?.split(' ') ?? []) if (!marks.has(id)) marks.set(id, mark)
      const places = notes.map((note) => ({
        note,
        top:
          (
            page.querySelector(`[data-claims~="${CSS.escape(note.dataset.note ?? '')}"]`) ??
            note.parentElement ??
            note
          ).getBoundingClientRect().top - top,
        height: note.offsetHeight,
      }))
      let floor = 0
      for (const place of places.sort((a, b) => a.top - b.top)) {
        const at = Math.max(floor, place.top)
        place.note.style.top = isInMargin ? `${at}px` : ''
        floor = at + place.height + GAP
      }
      page.style.minHeight = isInMargin ? `${floor}px` : ''
    }
    arrange()
    const observer = new ResizeObserver(arrange)
    observer.observe(page)
    return () => observer.disconnect()
  }, [key, selected])
}
