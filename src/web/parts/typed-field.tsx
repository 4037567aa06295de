import { useEffect, useRef, useState } from 'react'

/** Long enough that a word is typed as one step, short enough to feel immediate. */
const PAUSE_MS = 250

type Props = Readonly<{
  label: string
  value: string
  onChange: (value: string) => void
  className?: string
  type: 'search' | 'text' | 'number'
  placeholder?: string
  list?: string
  min?: number
}>

/** A field that waits for a pause in typing before it narrows a list. */
export const TypedField = ({ label, value, onChange, className = 'field', list, ...input }: Props) => {
  const [typed, setTyped] = useState(value)
  const timer = useRef<number>(undefined)
  useEffect(() => setTyped(value), [value])
  return (
    <label className={className}>
      <span>{label}</span>
      <input
        {...input}
        {...(list ? { list } : {})}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          window.clearTimeout(timer.current)
          timer.current = window.setTimeout(() => onChange(target.value), PAUSE_MS)
        }}
      />
    </label>
  )
}
