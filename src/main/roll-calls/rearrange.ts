import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Registered } from '#shared/rules/roll-call.ts';
import type { Act } from '../acts/record-act.ts';
import { needsDisinfection, requireBed } from '../beds/bed-repository.ts';
import type { Tx } from '../ipc/context.ts';
import { leaveBed } from '../stays/leave-bed.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { requireAfterLastMove, requireInHouse } from '../stays/stay-rules.ts';
import type { JudgedFault } from './judge-faults.ts';
import { placeAsFound } from './place-as-found.ts';

interface How {
  at: Instant;
  zone: TimeZone;
  act: Act;
}

/**
 * The faults that stand or fall together with these: whoever is registered in a bed where somebody else was found
 * has to go out of it in the same act, and whoever was found in a bed that is left is registered there by it.
 */
export function withAllConcerned(
  first: readonly JudgedFault[],
  open: readonly JudgedFault[],
  { stayIn, bedOf }: Registered,
): JudgedFault[] {
  const all = [...first];
  const add = (fault: JudgedFault | undefined) => {
    if (fault && !all.includes(fault)) all.push(fault);
  };
  for (const { kind, bedId, stayId } of all) {
    const inTheWay = kind === 'ghost' ? undefined : stayIn.get(bedId);
    if (inTheWay !== undefined) add(open.find((one) => one.stayId === inTheWay));
    const left = stayId === null ? undefined : bedOf.get(stayId);
    if (left !== undefined) add(open.find((one) => one.kind !== 'ghost' && one.bedId === left));
  }
  return all;
}

/**
 * Everybody is registered where they were found, ghosts in no bed (waiting), at one instant: as in a swap, no
 * disinfection lies between, for that is how they have been lying. A bed in which nobody was found awaits
 * disinfection.
 */
export async function rearrange(tx: Tx, faults: readonly JudgedFault[], how: How): Promise<void> {
  const { at, zone, act } = how;
  const left = new Map<string, NonNullable<Awaited<ReturnType<typeof requireStay>>['assignment']>>();
  const people = [];
  for (const fault of faults) {
    if (fault.stayId === null) continue;
    const stay = await requireStay(tx, fault.stayId);
    requireInHouse(stay);
    if (stay.assignment) {
      requireAfterLastMove(stay, stay.assignment, at, zone);
      await leaveBed(tx, stay.assignment, at, act);
      left.set(stay.assignment.bed_id, stay.assignment);
    }
    const comesFrom = stay.assignment ? (await requireBed(tx, stay.assignment.bed_id)).zone_id : null;
    act.touches('stay', stay.stayId);
    act.changes('stay', stay.stayId, 'move', null, 'mistake');
    people.push({
      ...{ fault, comesFrom },
      stay: { ...stay, assignment: null, lastBedUntil: stay.assignment ? at : stay.lastBedUntil },
    });
  }
  for (const { fault, stay, comesFrom } of people) {
    if (fault.kind !== 'misplaced') continue;
    await placeAsFound(tx, stay, await requireBed(tx, fault.bedId), { at, zone, act, comesFrom });
    left.delete(fault.bedId);
  }
  // A stranger lies in the bed: it is taken by the admission that follows.
  for (const { kind, bedId } of faults) if (kind === 'stranger') left.delete(bedId);
  for (const { bed_id } of left.values()) await needsDisinfection(tx, bed_id, at, act.seq);
}
