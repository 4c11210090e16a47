import type { Instant } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { supersede } from '../db/facts.ts';
import type { Tx } from '../ipc/context.ts';
import { type BedAssignment, insertAssignment } from './stay-repository.ts';

/** Ends a bed assignment at `at`, as a new fact in place of the open one. The caller decides what the bed needs. */
export async function leaveBed(tx: Tx, assignment: BedAssignment, at: Instant, act: Act): Promise<void> {
  await supersede(tx, 'bed_assignment', assignment.id, act.seq);
  await insertAssignment(tx, {
    stayId: assignment.stay_id,
    bedId: assignment.bed_id,
    from: assignment.from_at,
    to: at,
    seq: act.seq,
  });
  act.touches('bed', assignment.bed_id);
}
