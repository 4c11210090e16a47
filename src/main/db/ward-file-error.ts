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
  | 'keys-damaged'
  /** The disk or its permissions keep it from being opened for writing; the file itself may be well. */
  | 'cannot-open'
  /** It has to be brought to this version, and no copy could be made first (backups/). */
  | 'not-backed-up';

export class WardFileError extends Error {
  readonly fault: WardFileFault;
  readonly file: string;

  constructor(fault: WardFileFault, file: string, cause?: unknown) {
    super(`ward file ${fault}`, { cause });
    this.fault = fault;
    this.file = file;
  }
}
