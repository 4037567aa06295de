import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { SHEET_FIELDS } from '../../model/sheet-field.ts'
import type { Mapping, SheetField, SheetResult } from '../../server/wire.ts'
import { sendSheet } from '../api.ts'
import { texts } from '../texts.ts'
import { Sheet } from './sheet.tsx'

const words = texts.grid

type MappingProps = Readonly<{ result: SheetResult; mapping: Mapping; onChange: (mapping: Mapping) => void }>

const Columns = ({ result, mapping, onChange }: MappingProps) => {
  const set = (field: SheetField, at: string) => {
    const { [field]: _, ...others } = mapping
    onChange(at === '' ? others : { ...others, [field]: Number(at) })
  }
  return (
    <fieldset className="facts-fields">
      <legend>{words.mapping}</legend>
      {SHEET_FIELDS.map((field) => (
        <label key={field} className="field">
          <span>{words.fields[field]}</span>
          <select value={mapping[field] ?? ''} onChange={({ target }) => set(field, target.value)}>
            <option value="">{words.ignore}</option>
            {result.columns.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
              <option key={i} value={i}>
                {name || `${i + 1}`}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}

const Rows = ({ rows }: Pick<SheetResult, 'rows'>) => {
  const bad = rows.filter(({ problems }) => problems.length > 0)
  return (
    <>
      <p role="status">{words.rows(rows.length - bad.length, bad.length)}</p>
      {bad.length > 0 && (
        <ul className="plain sheet-problems">
          {bad.slice(0, 200).map(({ n, title, problems }) => (
            <li key={n}>
              <strong>{words.row(n)}</strong> {title} <span className="soft">{problems.join('; ')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Brings in a sheet: a file or pasted rows, which column holds what, a try without consequences, then the rows that can be read. */
export const SheetImport = ({ onClose }: Readonly<{ onClose: () => void }>) => {
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [mapping, setMapping] = useState<Mapping | null>(null)
  const send = useMutation({
    mutationFn: ({ of, as, isTry }: Readonly<{ of: File; as: Mapping | null; isTry: boolean }>) => sendSheet(of, as, isTry),
    onSuccess: (result, { isTry }) => {
      setMapping(result.mapping)
      if (!isTry) void queries.invalidateQueries()
    },
  })
  const take = (of: File | undefined) => {
    setFile(of)
    if (of) send.mutate({ of, as: null, isTry: true })
  }
  const result = send.data
  const good = result?.rows.filter(({ problems }) => problems.length === 0).length ?? 0
  return (
    <Sheet heading={words.importHeading} onClose={onClose}>
      <div className="form">
        <p>{words.importNote}</p>
        <label className="field">
          <span>{words.file}</span>
          <input type="file" accept=".csv,.tsv,.txt,.xlsx" onChange={({ target }) => take(target.files?.[0])} />
        </label>
        <label className="field">
          <span>{words.paste}</span>
          <textarea
            rows={4}
            onChange={({ target }) => target.value.includes('\n') && take(new File([target.value], 'pasted.tsv', { type: 'text/plain' }))}
          />
        </label>
        {send.error && <p role="alert">{send.error.message}</p>}
        {result && file && mapping && !result.added && (
          <>
            <Columns result={result} mapping={mapping} onChange={setMapping} />
            <Rows rows={result.rows} />
            <p className="claim-actions">
              <button
                type="button"
                className="button"
                disabled={send.isPending}
                onClick={() => send.mutate({ of: file, as: mapping, isTry: true })}
              >
                {words.dryRun}
              </button>
              <button
                type="button"
                className="button is-main"
                disabled={send.isPending || good === 0}
                onClick={() => send.mutate({ of: file, as: mapping, isTry: false })}
              >
                {words.take(good)}
              </button>
            </p>
          </>
        )}
        {result?.added && (
          <p role="status">
            {words.taken(result.added.documents.reduce((sum, { incidents }) => sum + incidents.length, 0))}{' '}
            {result.added.problems.map(({ message }) => message).join(' ')}
          </p>
        )}
      </div>
    </Sheet>
  )
}
