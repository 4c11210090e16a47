import { type MendWay, WAYS_TO_MEND } from '#shared/contract/roll-call-findings.ts';
import type { BedId, RollCallId, StayId } from '#shared/contract/values.ts';
import { faultsOf, type Registered, type Told, tellFaults } from '#shared/rules/roll-call.ts';
import { type AsOf, heldAsOf } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';
import { readPresentIds } from '../stays/present-stays.ts';
import { type JudgedFault, judgeFaults } from './judge-faults.ts';
import { type Mark, readMarks, readMends } from './mark-repository.ts';

export interface Findings {
  marks: Map<BedId, Mark>;
  faults: JudgedFault[];
  told: Told<JudgedFault>[];
}

/** Who is registered in which bed, now or at a past moment. */
export async function readRegistered(db: Reads, asOf: AsOf | null): Promise<Registered> {
  const rows = await db
    .selectFrom('bed_assignment as a')
    .select(['a.stay_id', 'a.bed_id'])
    .where(heldAsOf('bed_assignment', 'a', asOf))
    .execute();
  return {
    bedOf: new Map(rows.map(({ stay_id, bed_id }) => [stay_id, bed_id])),
    stayIn: new Map(rows.map(({ stay_id, bed_id }) => [bed_id, stay_id])),
    present: new Set<StayId>(asOf === null ? await readPresentIds(db) : rows.map(({ stay_id }) => stay_id)),
  };
}

/** What a roll call has found and what became of it, compared with what is registered now. */
export async function readFindings(
  db: Reads,
  rollCallId: RollCallId,
  registered: Registered,
): Promise<Findings> {
  const marks = await readMarks(db, rollCallId);
  const mends = await readMends(db, rollCallId);
  const seen = [...marks.values()].map((mark) => mark.seen);
  const faults = await judgeFaults(db, faultsOf(seen), { marks, mends, registered });
  const told = tellFaults(faults, (one, other) => one.state === other.state);
  return { marks, faults, told };
}

/** The name of a finding on the wire: its first person, or for a stranger the bed. */
export const keyOf = ({ faults: [first] }: Told<JudgedFault>): string => first.subject;

/** How a finding can be mended now: nobody is registered in a bed that somebody else was given since. */
export function waysOf({ kind, faults }: Told<JudgedFault>): MendWay[] {
  if (faults[0].state !== 'open') return [];
  const isGiven = faults.some(({ bedGivenBy }) => bedGivenBy !== null);
  return WAYS_TO_MEND[kind].filter((way) => !(isGiven && way === 'rearrange'));
}
