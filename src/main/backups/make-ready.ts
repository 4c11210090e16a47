import type { AuditEntry } from '../audit/audit-repository.ts';
import { noteRestore, type Restorer } from './note-restore.ts';
import { type AtHand, layKeysReady } from './restored-keys.ts';
import type { Unpacked } from './unpack-copy.ts';

export interface ReadyOrder extends AtHand {
  wardFile: string;
  unpacked: Pick<Unpacked, 'facts' | 'secret'>;
  entry: Restorer & Pick<AuditEntry, 'at'>;
}

/** The last that is done to a ward that is to come, before it is put in its place: its trail tells of it, and its keys fit. */
export async function makeReady({ wardFile, unpacked, entry, held, recovery }: ReadyOrder): Promise<void> {
  // Before its keys are laid ready: a copy from before the ward was protected is encrypted with them.
  await noteRestore(wardFile, unpacked, entry);
  await layKeysReady(wardFile, unpacked, { held, recovery });
}
