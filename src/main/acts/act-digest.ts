import { createHash } from 'node:crypto';

/** What of an act the audit's chain holds: everything that stands in append-only tables about it. */
export interface ActContent {
  id: string;
  procedure: string;
  operatorId: string;
  happenedAt: string;
  recordedAt: string;
  reason: string;
  subjects: readonly { kind: string; id: string }[];
  changes: readonly {
    kind: string;
    id: string;
    field: string;
    before: string | null;
    after: string | null;
  }[];
  inputHash: string;
  reply: string;
}

/** SHA-256 over an act's content, whatever order its rows come in. */
export function digestOfAct(act: ActContent): string {
  const subjects = act.subjects.map(({ kind, id }) => `${kind}:${id}`).sort();
  const changes = act.changes
    .map(({ kind, id, field, before, after }) => JSON.stringify([kind, id, field, before, after]))
    .sort();
  return createHash('sha256')
    .update(
      JSON.stringify([
        ...[act.id, act.procedure, act.operatorId, act.happenedAt, act.recordedAt, act.reason],
        ...[subjects, changes, act.inputHash, act.reply],
      ]),
    )
    .digest('base64url');
}
