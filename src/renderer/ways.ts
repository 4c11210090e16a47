import type { BedId, StayId } from '#shared/contract/values.ts';
import { go } from './route.ts';

/** From any page to the one where something is done. What the address says is all that the other page needs. */
export const openPatient = (stayId: StayId): void => go('patients', stayId);

export const openBed = (bedId: BedId): void => go('beds', null, { bed: bedId });

/** Beds, with a patient in hand: `assign` for who waits, `move` and `swap` for who has a bed. */
export const openBedsFor = (stayId: StayId, act: 'assign' | 'move' | 'swap'): void =>
  go('beds', null, { stay: stayId, act });

/** Beds proposed for everybody who waits, to be looked at and committed. */
export const openProposal = (): void => go('beds', null, { propose: 'all' });

export const openDischarge = (stayIds: readonly StayId[]): void =>
  go('discharge', null, { stays: stayIds.join(',') });
