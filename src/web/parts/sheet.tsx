import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { texts } from '../texts.ts'

/**
 * A sheet over the page, as long as it is rendered. The browser's own dialog keeps the focus inside, closes on Escape and gives
 * the focus back; it needs no inline style, which the content policy forbids.
 */
export const Sheet = ({ heading, onClose, children }: Readonly<{ heading: string; onClose: () => void; children: ReactNode }>) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (dialog.current?.open) return
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus()
  }, [])
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the sheet closes it, as Escape does
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={id}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current.close()}
    >
      <div className="sheet-page">
        <div className="sheet-head">
          <h2 id={id}>{heading}</h2>
          <button type="button" className="button is-quiet" onClick={() => dialog.current?.close()}>
            {texts.close}
          </button>
        </div>
        <div className="sheet-body">{children}</div>
      </div>
    </dialog>,
    document.body,
  )
}

type ButtonProps = Readonly<{
  className: string
  label: string
  /** Said to those who cannot see what stands around the button. */
  about: string
  heading: string
  children: ReactNode
}>

/** A button that opens a sheet. */
export const SheetButton = ({ className, label, about, heading, children }: ButtonProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={className} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
        <span className="sr-only"> {about}</span>
      </button>
      {isOpen && (
        <Sheet heading={heading} onClose={() => setOpen(false)}>
          {children}
        </Sheet>
      )}
    </>
  )
}
