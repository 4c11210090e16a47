import type { Instant } from '#shared/rules/instant.ts';
import type { Tx } from '../ipc/context.ts';
import { readAuditHead } from './audit-repository.ts';
import { headText } from './chain.ts';

/** Keeps the head of the chain with what is being signed, and answers it as the paper carries it. */
export async function anchorAudit(tx: Tx, about: string, actSeq: number): Promise<string | null> {
  const head = await readAuditHead(tx);
  if (!head) return null;
  await tx
    .insertInto('audit_anchor')
    .values({ id: undefined, audit_seq: head.seq, hash: head.hash, about, made_by: actSeq })
    .execute();
  return headText(head);
}

/** What an anchor of a signed daily report goes by. */
export const dailyAnchor = (cutOff: Instant, version: number): string => `daily-report ${cutOff} ${version}`;
