type Props = Readonly<{
  label: string
  name?: string
  value?: string
  initial?: string
  /** The words to choose from; undefined: it is typed. */
  choices: readonly (readonly [value: string, words: string])[] | undefined
  isRequired?: boolean
  onChange?: (value: string) => void
}>

/** A field that is typed into, or chosen from where there is a list. */
export const ChoiceField = ({ label, name, value, initial, choices, isRequired = false, onChange }: Props) => {
  const field = {
    name,
    required: isRequired,
    ...(value === undefined ? { defaultValue: initial } : { value }),
    onChange: ({ target }: Readonly<{ target: Readonly<{ value: string }> }>) => onChange?.(target.value),
  }
  return choices ? (
    <label className="field">
      <span>{label}</span>
      <select {...field}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </label>
  ) : (
    <label className="field">
      <span>{label}</span>
      <input {...field} />
    </label>
  )
}
