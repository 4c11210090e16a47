import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { ChangedField } from '#shared/contract/changed-field.ts';
import type { ActHeader } from '#shared/contract/procedure.ts';
import { type ActId, actId } from '#shared/contract/values.ts';
import { type Instant, localOf, millisOf, type TimeZone } from '#shared/rules/instant.ts';
import { isLate } from '#shared/rules/late-entry.ts';
import { inChunks } from '../db/chunks.ts';
import type { SubjectKind } from '../db/schema.ts';
import type { Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { digestOfAct } from './act-digest.ts';
import { keepStates } from './act-state-repository.ts';
import { linesWrittenBy } from './written-repository.ts';

/** Clocks of two desks may differ by this much. */
const CLOCK_SKEW_MS = 2 * 60_000;

/** One act in the making: who, when, and what it turned out to touch. Written with the facts it records. */
export interface Act {
  readonly id: ActId;
  /** Facts carry this number; see migrations/001. */
  readonly seq: number;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly reason: string;
  touches(kind: SubjectKind, id: string): void;
  /** A correction: the field, and what stood there before and after. Equal values are not noted. */
  changes(
    kind: SubjectKind,
    id: string,
    field: ChangedField,
    before: string | null,
    after: string | null,
  ): void;
}

interface Notes {
  subjects: Map<string, { kind: SubjectKind; id: string }>;
  changes: ChangeNote[];
}

interface ChangeNote {
  kind: SubjectKind;
  id: string;
  field: string;
  before: string | null;
  after: string | null;
}

/** The answer that was given to this key before, if it was this very act. */
export async function earlierReply(
  tx: Tx,
  key: string,
  procedure: string,
  input: unknown,
): Promise<string | null> {
  const earlier = await tx
    .selectFrom('act')
    .innerJoin('act_reply', 'act_reply.act_seq', 'act.seq')
    .select(['act.procedure', 'act_reply.input_hash', 'act_reply.body'])
    .where('act.key', '=', key)
    .executeTakeFirst();
  if (!earlier) return null;
  refuseUnless(earlier.procedure === procedure && earlier.input_hash === hashOf(input), 'key-reused');
  return earlier.body;
}

/** Begins an act inside a transaction. Refuses an unknown operator and a time that has not come yet. */
export async function beginAct(
  tx: Tx,
  procedure: string,
  header: ActHeader,
  now: Instant,
  zone: TimeZone,
): Promise<{
  act: Act;
  touched: () => { kind: SubjectKind; id: string }[];
  /** Writes what the act touched, changed and answered; answers the digest of it all and of the facts it wrote. */
  finish: (input: unknown, reply: unknown) => Promise<string>;
}> {
  const happenedAt = header.happenedAt ?? now;
  if (millisOf(happenedAt) > millisOf(now) + CLOCK_SKEW_MS) {
    throw new Refusal('in-future', { at: localOf(happenedAt, zone) });
  }
  const operator = await tx
    .selectFrom('operator')
    .select('id')
    .where('id', '=', header.operatorId)
    .where('active', '=', 1)
    .executeTakeFirst();
  refuseUnless(operator !== undefined, 'unknown-operator');

  const id = actId.parse(uuid());
  const { seq } = await tx
    .insertInto('act')
    .values({
      id,
      procedure,
      operator_id: header.operatorId,
      happened_at: happenedAt,
      recorded_at: now,
      late: isLate(happenedAt, now) ? 1 : 0,
      reason: header.reason ?? '',
      key: header.key,
    })
    .returning('seq')
    .executeTakeFirstOrThrow();

  const subjects = new Map<string, { kind: SubjectKind; id: string }>();
  const changes: ChangeNote[] = [];
  const act: Act = {
    id,
    seq,
    happenedAt,
    recordedAt: now,
    reason: header.reason ?? '',
    touches: (kind, subject) => void subjects.set(`${kind}:${subject}`, { kind, id: subject }),
    changes: (kind, subject, field, before, after) => {
      if (before === after) return;
      subjects.set(`${kind}:${subject}`, { kind, id: subject });
      changes.push({ kind, id: subject, field, before, after });
    },
  };
  return {
    act,
    touched: () => [...subjects.values()],
    finish: async (input, reply) => {
      const written = await finishAct(tx, seq, { subjects, changes }, input, reply);
      const states = await keepStates(tx, seq, [...subjects.values()]);
      const lines = (await linesWrittenBy(tx, { first: seq, last: seq })).get(seq) ?? [];
      const content = {
        ...{ id, procedure, operatorId: header.operatorId, happenedAt, recordedAt: now },
        ...{ reason: header.reason ?? '', subjects: [...subjects.values()], changes, ...written },
      };
      return digestOfAct(content, { lines, states });
    },
  };
}

async function finishAct(
  tx: Tx,
  seq: number,
  notes: Notes,
  input: unknown,
  reply: unknown,
): Promise<{ inputHash: string; reply: string }> {
  for (const some of inChunks([...notes.subjects.values()], 500)) {
    await tx
      .insertInto('act_subject')
      .values(some.map(({ kind, id }) => ({ act_seq: seq, kind, subject_id: id })))
      .execute();
    for (const table of ['stay', 'bed'] as const) {
      const ids = some.filter(({ kind }) => kind === table).map(({ id }) => id as never);
      if (ids.length > 0) await tx.updateTable(table).set({ version: seq }).where('id', 'in', ids).execute();
    }
  }
  for (const some of inChunks(notes.changes, 500)) {
    await tx
      .insertInto('act_change')
      .values(some.map(({ id, ...note }) => ({ act_seq: seq, subject_id: id, ...note })))
      .execute();
  }
  const written = { inputHash: hashOf(input), reply: JSON.stringify(reply) };
  await tx
    .insertInto('act_reply')
    .values({ act_seq: seq, input_hash: written.inputHash, body: written.reply })
    .execute();
  return written;
}

/** The header is left out: a retried gesture may carry a later clock. */
function hashOf(input: unknown): string {
  const { act: _, ...rest } = input as { act?: unknown };
  return createHash('sha256').update(JSON.stringify(rest)).digest('base64url');
}
