import { createHash } from 'node:crypto';

/** What stands in append-only tables about an act itself. */
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

/** What else an act did to the file; see written-repository.ts and act-state-repository.ts. */
export interface ActDeeds {
  lines: readonly string[];
  states: readonly { kind: string; id: string; digest: string }[];
}

/** Begins every digest that is over an act's deeds, too; those of version 9 were over its content alone. */
const WITH_DEEDS = '2:';

/** Whether a row of the trail was written about this act as it is. */
export const isDigestOf = (digest: string, content: ActContent, deeds: ActDeeds): boolean =>
  digest === (digest.startsWith(WITH_DEEDS) ? digestOfAct(content, deeds) : digestOfContent(content));

/** SHA-256 over an act's content and deeds, whatever order their rows come in. */
export const digestOfAct = (act: ActContent, { lines, states }: ActDeeds): string =>
  WITH_DEEDS +
  sha256([
    ...contentOf(act),
    [...lines].sort(),
    states.map(({ kind, id, digest }) => `${kind}:${id} ${digest}`).sort(),
  ]);

/** As rows of the trail hold it that were written before version 10. */
const digestOfContent = (act: ActContent): string => sha256(contentOf(act));

const sha256 = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

function contentOf(act: ActContent): unknown[] {
  const subjects = act.subjects.map(({ kind, id }) => `${kind}:${id}`).sort();
  const changes = act.changes
    .map(({ kind, id, field, before, after }) => JSON.stringify([kind, id, field, before, after]))
    .sort();
  return [
    ...[act.id, act.procedure, act.operatorId, act.happenedAt, act.recordedAt, act.reason],
    ...[subjects, changes, act.inputHash, act.reply],
  ];
}
