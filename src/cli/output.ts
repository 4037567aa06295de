const drained = (): Promise<void> => new Promise((resolve) => process.stdout.once('drain', () => resolve()))

/** Writes a line and waits while the reader is slower. */
export const writeLine = async (line: string): Promise<void> => {
  if (!process.stdout.write(`${line}\n`)) await drained()
}
