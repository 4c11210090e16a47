import { overrideOf, placeIn } from '../allocation/place-in.ts';
import { requireBed } from '../beds/bed-repository.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { requireStay } from './stay-repository.ts';
import { requireInHouse } from './stay-rules.ts';

/** Gives a waiting patient a bed from the moment the act happened. */
export const assignBed: CommandHandler<'stays.assign'> = async (tx, input, act, { zone }) => {
  const stay = await requireStay(tx, input.stayId, input.expectedVersion);
  requireInHouse(stay);
  refuseUnless(stay.assignment === null, 'has-bed', () => ({
    name: stay.name,
    bed: stay.assignment?.code ?? '',
  }));
  const bed = await requireBed(tx, input.bedId);
  await placeIn(tx, stay, bed, { at: act.happenedAt, zone, act, override: overrideOf(input.override) });
  return { actId: act.id };
};
