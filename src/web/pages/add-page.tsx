import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import type { AddResult } from '../../server/wire.ts'
import { addFile, addText, ProblemError } from '../api.ts'
import { type Adding, AddResults } from '../parts/add-results.tsx'
import { useTitle } from '../parts/title.ts'
import { texts } from '../texts.ts'

const words = texts.add

const field = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

let serial = 0

/** Reads what is given one after the other, each with its outcome beside it; one that fails does not stop the others. */
const useAdding = () => {
  const queries = useQueryClient()
  const [items, setItems] = useState<readonly Adding[]>([])
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const set = (id: number, change: Partial<Adding>) =>
    setItems((all) => all.map((item) => (item.id === id ? { ...item, ...change } : item)))
  const run = async (id: number, read: () => Promise<AddResult>) => {
    set(id, { state: 'reading' })
    try {
      set(id, { state: 'done', result: await read() })
      await queries.invalidateQueries()
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : { code: 'network', message: String(error) }
      set(id, { state: 'failed', problem })
    }
  }
  const add = (name: string, read: () => Promise<AddResult>): Promise<unknown> => {
    const id = ++serial
    setItems((all) => [{ id, name, state: 'waiting' }, ...all])
    queue.current = queue.current.then(() => run(id, read))
    return queue.current
  }
  return { items, add, isBusy: items.some(({ state }) => state === 'waiting' || state === 'reading') }
}

type Add = ReturnType<typeof useAdding>['add']

const Paste = ({ add, isBusy }: Readonly<{ add: Add; isBusy: boolean }>) => {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    const request = {
      text: field(form, 'text'),
      title: field(form, 'title'),
      publisher: field(form, 'publisher'),
      published: field(form, 'published'),
      url: field(form, 'url'),
    }
    const name = request.title || request.text.split('\n', 1)[0]?.slice(0, 80) || words.pasted
    void add(name, () => addText(request)).then(() => element.reset())
  }
  return (
    <form className="form" onSubmit={onSubmit} aria-labelledby="paste-heading">
      <h2 id="paste-heading">{words.paste}</h2>
      <label className="field">
        <span>{words.text}</span>
        <textarea name="text" rows={12} required placeholder={words.textHint} />
      </label>
      <fieldset className="facts-fields">
        <legend>{words.facts}</legend>
        <label className="field">
          <span>{words.title}</span>
          <input name="title" maxLength={1000} />
        </label>
        <label className="field">
          <span>{words.publisher}</span>
          <input name="publisher" maxLength={1000} />
        </label>
        <label className="field">
          <span>{words.published}</span>
          <input name="published" placeholder={words.publishedHint} pattern="\d{4}(-\d{2}(-\d{2})?)?" />
        </label>
        <label className="field">
          <span>{words.url}</span>
          <input name="url" type="url" />
        </label>
      </fieldset>
      <p className="soft">{words.pasteNote}</p>
      <button type="submit" className="button is-main" disabled={isBusy}>
        {isBusy ? words.reading : words.submit}
      </button>
    </form>
  )
}

const Drop = ({ add }: Readonly<{ add: Add }>) => {
  const [isOver, setOver] = useState(false)
  const take = (files: Iterable<File>) => {
    for (const file of files) void add(file.name, () => addFile(file))
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <section
      className={isOver ? 'drop is-over' : 'drop'}
      aria-labelledby="drop-heading"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2 id="drop-heading">{words.drop}</h2>
      <p className="soft">{words.dropNote}</p>
      <label className="button">
        {words.choose}
        <input
          type="file"
          multiple
          className="sr-only"
          onChange={({ target }) => {
            take([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
    </section>
  )
}

/** Where documents come in: pasted or dropped, with what was found in each. */
export const AddPage = () => {
  const { items, add, isBusy } = useAdding()
  useTitle(words.heading)
  return (
    <div className="page add">
      <h1>{words.heading}</h1>
      <div className="add-ways">
        <Paste add={add} isBusy={isBusy} />
        <div>
          <Drop add={add} />
          <AddResults items={items} />
        </div>
      </div>
    </div>
  )
}
