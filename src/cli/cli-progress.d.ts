/** What Casus uses of cli-progress, which comes without types. */
declare module 'cli-progress' {
  export class SingleBar {
    constructor(options: Readonly<{ format: string; stream: NodeJS.WritableStream; hideCursor?: boolean; clearOnComplete?: boolean }>)
    start(total: number, startValue: number, payload?: Readonly<Record<string, unknown>>): void
    update(value: number, payload?: Readonly<Record<string, unknown>>): void
    stop(): void
  }
}
