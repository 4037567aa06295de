import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { texts } from '../texts.ts'

/** A sheet over the page with a heading and a way to close it. Escape closes it too, and focus goes back to where it was. */
export const Sheet = ({
  heading,
  trigger,
  open,
  onOpenChange,
  children,
}: Readonly<{ heading: string; trigger?: ReactNode; open?: boolean; onOpenChange?: (open: boolean) => void; children: ReactNode }>) => (
  <Dialog.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
    {trigger && <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>}
    <Dialog.Portal>
      <Dialog.Overlay className="sheet-veil" />
      <Dialog.Content className="sheet" aria-describedby={undefined}>
        <div className="sheet-head">
          <Dialog.Title>{heading}</Dialog.Title>
          <Dialog.Close className="button is-quiet">{texts.close}</Dialog.Close>
        </div>
        <div className="sheet-body">{children}</div>
      </Dialog.Content>
    </Dialog.Portal>
  </Dialog.Root>
)
