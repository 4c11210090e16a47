/** One feature's tables: their SQL, which of them are facts, and which are written once and never changed. */
export interface Part {
  sql: string;
  facts: readonly string[];
  frozen: readonly string[];
}

/** Columns of every fact; see 001. */
export const FACT = `
  id INTEGER PRIMARY KEY,
  recorded_by INTEGER NOT NULL REFERENCES act(seq),
  superseded_by INTEGER REFERENCES act(seq),
  restores INTEGER`;

export const INTERVAL = `
  from_at TEXT NOT NULL CHECK (length(from_at) = 24),
  to_at TEXT CHECK (to_at > from_at)`;

export const STAY = 'stay_id TEXT NOT NULL REFERENCES stay(id)';
