import { type DragEvent, type FormEvent, useState } from 'react'
import { listChosen, listDropped, type NamedFile } from '../parts/dropped-files.ts'
import { useTitle } from '../parts/title.ts'
import { putIntoTray } from '../parts/tray.ts'
import { TrayList } from '../parts/tray-list.tsx'
import { texts } from '../texts.ts'

const words = texts.add

const field = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

const Paste = () => {
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
    putIntoTray([{ name, given: request }])
    element.reset()
  }
  return (
    <form className="form" onSubmit={onSubmit} aria-labelledby="paste-heading">
      <h2 id="paste-heading">{words.paste}</h2>
      <label className="field">
        <span>{words.text}</span>
        <textarea name="text" rows={8} required placeholder={words.textHint} />
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
      <button type="submit" className="button is-main">
        {words.submit}
      </button>
    </form>
  )
}

const take = (files: readonly NamedFile[]): void => putIntoTray(files.map(({ file, path }) => ({ name: path, given: file })))

const FileButton = ({ isFolder, label }: Readonly<{ isFolder: boolean; label: string }>) => (
  <label className="button">
    {label}
    <input
      type="file"
      multiple
      ref={(element) => {
        if (element) element.webkitdirectory = isFolder
      }}
      className="sr-only"
      onChange={({ target }) => {
        take(listChosen(target.files))
        target.value = ''
      }}
    />
  </label>
)

const Drop = () => {
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void listDropped(event.dataTransfer).then(take)
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
      <div className="drop-buttons">
        <FileButton isFolder={false} label={words.choose} />
        <FileButton isFolder label={words.chooseFolder} />
      </div>
    </section>
  )
}

/** Where documents come in: pasted or dropped, read at once, looked at, and kept when the person says so. */
export const AddPage = () => {
  useTitle(words.heading)
  return (
    <div className="page add">
      <h1>{words.heading}</h1>
      <div className="add-ways">
        <div className="add-in">
          <Drop />
          <Paste />
        </div>
        <TrayList />
      </div>
    </div>
  )
}
