import type { BedView } from '#shared/contract/beds.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import type { SexPolicy } from '#shared/contract/vocabulary.ts';
import type { CarryAct } from './verdict.ts';

/** Whom a zone must take for this patient to belong there; a guide for the eye, the ward's own check decides. */
export function belongsIn(
  patient: Pick<StayRow, 'sex' | 'age'>,
  policy: SexPolicy,
  childAge: number,
  withFamily: boolean,
): boolean {
  const isChild = patient.age !== null && patient.age < childAge;
  if (isChild || patient.sex === 'unknown') return policy === 'family';
  return policy === patient.sex || (policy === 'family' && withFamily);
}

/** Is the bed one to look at for this act: free for the patient, or with somebody to change with? */
export function isTarget(
  act: CarryAct,
  patient: Pick<StayRow, 'stayId'>,
  view: BedView | undefined,
): boolean {
  if (!view) return false;
  if (act === 'swap') return view.occupant !== null && view.occupant.stayId !== patient.stayId;
  if (view.state === 'available') return true;
  return view.state === 'reserved' && view.reservation?.stayId === patient.stayId;
}
