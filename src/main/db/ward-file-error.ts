/** Why a file cannot be opened as a ward. Each has a sentence among the refusals, under `ward-…`. */
export type WardFileFault =
  | 'missing'
  | 'exists'
  | 'not-a-ward'
  | 'newer'
  | 'damaged'
  /** Sealed, and nothing that was at hand opens its key file. */
  | 'locked'
  /** The file and the key file beside it do not belong together. */
  | 'wrong-key'
  | 'keys-missing'
  | 'keys-damaged';

export class WardFileError extends Error {
  readonly fault: WardFileFault;
  readonly file: string;

  constructor(fault: WardFileFault, file: string, cause?: unknown) {
    super(`ward file ${fault}`, { cause });
    this.fault = fault;
    this.file = file;
  }
}
