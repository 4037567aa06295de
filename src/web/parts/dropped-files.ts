/** A file with its path below the folder that was dropped or chosen. */
export type NamedFile = Readonly<{ file: File; path: string }>

/** What systems leave in folders is nobody's document. */
const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === 'Thumbs.db' || part === 'desktop.ini')

const listEntries = (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  // A reader gives some entries at a time, and none at the end.
  return new Promise((resolve, reject) => {
    const more = () =>
      reader.readEntries((entries) => {
        all.push(...entries)
        if (entries.length > 0) more()
        else resolve(all.toSorted((a, b) => a.name.localeCompare(b.name)))
      }, reject)
    more()
  })
}

const listFiles = async (entry: FileSystemEntry): Promise<readonly NamedFile[]> => {
  if (isHidden(entry.fullPath)) return []
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  const files: NamedFile[] = []
  for (const one of await listEntries(entry as FileSystemDirectoryEntry)) files.push(...(await listFiles(one)))
  return files
}

/** The files that were dropped, those of folders and the folders in them too. Must be called while the drop is being handled. */
export const listDropped = async ({ items }: DataTransfer): Promise<readonly NamedFile[]> => {
  const entries = [...items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []))
  const files: NamedFile[] = []
  for (const entry of entries) files.push(...(await listFiles(entry)))
  return files
}

/** The files that were chosen, one by one or as a folder. */
export const listChosen = (files: FileList | null): readonly NamedFile[] =>
  [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name })).filter(({ path }) => !isHidden(path))
