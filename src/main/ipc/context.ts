import type { Kysely, Transaction } from 'kysely';
import type { Progress } from '#shared/contract/bridge.ts';
import type {
  CommandName,
  OutputOf,
  ParsedInputOf,
  ProcedureName,
  QueryName,
} from '#shared/contract/index.ts';
import type { sessions } from '#shared/contract/sessions.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import type { Schema } from '../db/schema.ts';
import type { Access } from '../people/access.ts';

/** Reads inside one snapshot, or inside the transaction of an act. Repositories take nothing else. */
export type Reads = Kysely<Schema> | Transaction<Schema>;
export type Tx = Transaction<Schema>;

/** What every handler is given besides its input. */
export interface Context {
  /** The moment of this call. Use cases ask no clock. */
  now: Instant;
  zone: TimeZone;
  /** Who calls, and what they may do: the right that the procedure asks for has been checked. */
  access: Access;
  /** The key of the audit's chain. */
  auditKey: Uint8Array;
  wardFile: string;
  /** Folder of exports and of nothing that a patient could be known by in its name. */
  exportFolder: string;
  /** True for the terminal and the tests; a window never names paths of its own. */
  trustsPaths: boolean;
  /** Tells how far a long call has come. Throws when the person in front of the screen cancelled. */
  progress(progress: Progress): void;
}

export type QueryHandler<N extends QueryName> = (
  db: Reads,
  input: ParsedInputOf<N>,
  context: Context,
) => Promise<OutputOf<N>>;

export type CommandHandler<N extends CommandName> = (
  tx: Tx,
  input: ParsedInputOf<N>,
  act: Act,
  context: Context,
) => Promise<OutputOf<N>>;

/** Procedures that need no ward, or the window's own means; they never get to the router. */
type AnsweredElsewhere =
  | `setup.${string}`
  | keyof typeof sessions
  | `backups.${string}`
  | 'reports.showFile'
  | 'papers.print'
  | 'daily.chooseFolder';

/** Who answers each procedure of the contract: a missing one is a compile error. */
export type Handlers = {
  [N in Exclude<ProcedureName, AnsweredElsewhere>]: N extends CommandName
    ? CommandHandler<N>
    : N extends QueryName
      ? QueryHandler<N>
      : never;
};

/** All that answer for parts of the contract: one that is missing, or of another part, is a compile error. */
export type HandlersOf<Part extends string> = Pick<Handlers, Extract<keyof Handlers, `${Part}.${string}`>>;
