import type { BedId, StayId } from '../contract/values.ts';
import type { Instant } from './instant.ts';

/** The last word on one bed of a roll call: what was seen there, and what was registered at that moment. */
export interface SeenBed {
  bedId: BedId;
  expected: StayId | null;
  found: 'nobody' | 'stay' | 'stranger';
  foundStay: StayId | null;
  /** Where whoever was found was registered at that moment; null without a bed. */
  foundStayBed: BedId | null;
  at: Instant;
  /** Tells which of two marks of the same moment came later. */
  order: number;
}

export type FaultKind = 'ghost' | 'misplaced' | 'stranger';

/** Something that is not as registered, about one person or (a stranger) one bed. */
export interface Fault {
  kind: FaultKind;
  /** The stay, or for a stranger the bed. */
  subject: string;
  stayId: StayId | null;
  /** A ghost: registered here and not here. Else: found here. */
  bedId: BedId;
  /** Misplaced: where they are registered. */
  registeredBedId: BedId | null;
}

/**
 * Everything that a walk has shown to be wrong, each person and each stranger once. Whoever was found anywhere in
 * the walk is no ghost; of two places the later one counts.
 */
export function faultsOf(marks: readonly SeenBed[]): Fault[] {
  const inOrder = [...marks].sort((one, other) => (isLater(one, other) ? 1 : -1));
  const foundAt = new Map<StayId, SeenBed>();
  const missedAt = new Map<StayId, SeenBed>();
  const faults: Fault[] = [];
  for (const mark of inOrder) {
    if (mark.foundStay !== null) foundAt.set(mark.foundStay, mark);
    if (mark.expected !== null && mark.expected !== mark.foundStay) missedAt.set(mark.expected, mark);
    if (mark.found === 'stranger')
      faults.push({
        ...{ kind: 'stranger', subject: mark.bedId, stayId: null },
        ...{ bedId: mark.bedId, registeredBedId: null },
      });
  }
  for (const [stayId, { bedId }] of missedAt)
    if (!foundAt.has(stayId))
      faults.push({ kind: 'ghost', subject: stayId, stayId, bedId, registeredBedId: bedId });
  for (const [stayId, found] of foundAt) {
    const missed = missedAt.get(stayId);
    const registeredBedId =
      missed !== undefined && isLater(missed, found) ? missed.bedId : found.foundStayBed;
    if (registeredBedId !== found.bedId)
      faults.push({ kind: 'misplaced', subject: stayId, stayId, bedId: found.bedId, registeredBedId });
  }
  return faults;
}

const isLater = (one: SeenBed, other: SeenBed): boolean =>
  one.at === other.at ? one.order > other.order : one.at > other.at;

/** A finding as it is told: a fault, or two people who lie in each other's beds. */
export type Told<F extends Fault> = { kind: FaultKind; faults: [F] } | { kind: 'swap'; faults: [F, F] };

/** Tells two misplaced people who lie in each other's beds as one swap; `alike` keeps open and mended ones apart. */
export function tellFaults<F extends Fault>(
  faults: readonly F[],
  alike: (one: F, other: F) => boolean,
): Told<F>[] {
  const misplacedIn = new Map(faults.filter(isMisplaced).map((fault) => [fault.bedId, fault]));
  const told: Told<F>[] = [];
  const done = new Set<F>();
  for (const fault of faults) {
    if (done.has(fault)) continue;
    const other =
      isMisplaced(fault) && fault.registeredBedId !== null
        ? misplacedIn.get(fault.registeredBedId)
        : undefined;
    if (other && other !== fault && other.registeredBedId === fault.bedId && alike(fault, other)) {
      done.add(other);
      told.push({ kind: 'swap', faults: [fault, other] });
    } else told.push({ kind: fault.kind, faults: [fault] });
  }
  return told;
}

const isMisplaced = ({ kind }: Fault): boolean => kind === 'misplaced';

/** Where everybody is registered as it is known now. */
export interface Registered {
  bedOf: ReadonlyMap<StayId, BedId>;
  stayIn: ReadonlyMap<BedId, StayId>;
  present: ReadonlySet<StayId>;
}

/** True once what is registered no longer says otherwise than the walk did, by whatever act. */
export function isSettled(fault: Fault, expected: StayId | null, registered: Registered): boolean {
  if (fault.stayId === null) {
    const now = registered.stayIn.get(fault.bedId) ?? null;
    return now !== null && now !== expected;
  }
  if (!registered.present.has(fault.stayId)) return true;
  const bed = registered.bedOf.get(fault.stayId) ?? null;
  return fault.kind === 'ghost' ? bed !== fault.bedId : bed === fault.bedId;
}
