import { type AuditEntry, appendAudit } from '../audit/audit-repository.ts';
import { RESTORE } from '../audit/heads-of-copies.ts';
import { writesOn } from '../db/dialect.ts';
import { openChecked } from '../db/open-checked.ts';
import { takeInWal } from '../db/whole-file.ts';
import { WriteLatch } from '../db/write-latch.ts';
import { auditKeyOf } from '../keys/ward-secret.ts';
import { findWho } from '../people/access-repository.ts';
import { comingFileOf } from './swap-ward.ts';
import type { Unpacked } from './unpack-copy.ts';

export type Restorer = Pick<AuditEntry, 'operatorId' | 'who' | 'roles'>;

/**
 * The ward that is to come tells on its own trail that it was restored, before it is put in its place: so it does from
 * the first moment, wherever a kill falls. Heads of later copies are missing in it from then on (audit/heads-of-copies.ts).
 * A copy whose key is not at hand cannot be written to; its trail then begins anew on this PC.
 */
export async function noteRestore(
  wardFile: string,
  { secret, facts }: Pick<Unpacked, 'secret' | 'facts'>,
  entry: Restorer & Pick<AuditEntry, 'at'>,
): Promise<void> {
  if (secret === null) return;
  const database = openChecked(comingFileOf(wardFile), facts.sealed ? secret : null, 'opening');
  try {
    const write = writesOn(() => database, new WriteLatch(async () => undefined));
    await write.transaction().execute(async (tx) => {
      // Somebody who came after the copy was taken is not known in it; their name stands on the trail all the same.
      const known = entry.operatorId !== null && (await findWho(tx, entry.operatorId)) !== null;
      const operatorId = known ? entry.operatorId : null;
      await appendAudit(tx, auditKeyOf(secret), {
        ...{ ...entry, operatorId, session: '', procedure: RESTORE, outcome: 'done' },
        subject: facts.takenAt,
      });
    });
    takeInWal(database);
  } finally {
    database.close();
  }
}
