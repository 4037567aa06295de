import { useEffect } from 'react'
import { texts } from '../texts.ts'

/** Names the page in the browser's tab and history. */
export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    document.title = title ? `${title} · ${texts.program}` : texts.program
  }, [title])
}
