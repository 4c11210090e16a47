import type { AuditOutcome } from '#shared/contract/audit.ts';
import { SESSION_ACTS } from '#shared/contract/sessions.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import { appendAudit } from '../audit/audit-repository.ts';
import { isBusy } from '../db/sqlite-error.ts';
import { ReadingFailed, WritingStopped } from '../db/write-latch.ts';
import { Refusal } from '../ipc/refusal.ts';
import { auditKeyOf } from '../keys/ward-secret.ts';
import { readStanding } from './access-repository.ts';
import type { At } from './secret-acts.ts';

/** Puts an attempt on the audit trail, whatever comes of it; what is an act has its own row when it is done. */
export async function noted<T>(
  at: At,
  procedure: string,
  operatorId: OperatorId,
  attempt: () => Promise<T>,
): Promise<T> {
  try {
    const value = await attempt();
    if (!SESSION_ACTS.some((act) => act === procedure)) await noteSession(at, procedure, operatorId, 'done');
    return value;
  } catch (error) {
    if (error instanceof Refusal) await noteSession(at, procedure, operatorId, 'refused', error.code);
    throw error;
  }
}

/** Signing in and out must stay possible where nothing can be written: then there is no row. */
export async function noteSession(
  { ward, now, session }: At,
  procedure: string,
  operatorId: OperatorId,
  outcome: AuditOutcome,
  code = '',
): Promise<void> {
  try {
    const person = await readStanding(ward.read, operatorId, now);
    const entry = {
      ...{ at: now, operatorId: person ? operatorId : null, who: person?.name ?? '' },
      ...{ roles: person?.roles.join(' ') ?? '', session, procedure, outcome, code },
    };
    await ward.write.transaction().execute((tx) => appendAudit(tx, auditKeyOf(ward.secret), entry));
  } catch (error) {
    if (!(error instanceof WritingStopped || error instanceof ReadingFailed || isBusy(error))) throw error;
  }
}
