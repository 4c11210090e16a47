import { type Instant, instantOfLocal } from '#shared/rules/instant.ts';
import { type Shift, shiftAt } from '#shared/rules/shift-rules.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { endDuties, readDuties } from './duty-repository.ts';
import { putInForce, readPatterns } from './pattern-repository.ts';
import { readPatternVersion, refuseChangedSince } from './version-repository.ts';

/**
 * Cuts the days anew from the first start of a day on. Whoever is on a shift that is no shift any more is off it
 * from then on; a pattern that differs only in the rest drops nobody.
 */
export const setPattern: CommandHandler<'shifts.setPattern'> = async (tx, input, act, { zone }) => {
  const { hours, firstStart, restHours, seen } = input;
  await refuseChangedSince(tx, seen, await readPatternVersion(tx));
  const from = instantOfLocal(`${input.from}T${firstStart}`, zone) as Instant;
  await putInForce(tx, { from, hours, firstStart, restHours }, act.seq);
  const patterns = await readPatterns(tx);
  const shifts = new Map<Instant, Shift>();
  const fits = (duty: { from: Instant; to: Instant }) => {
    const shift = shifts.get(duty.from) ?? shiftAt(duty.from, patterns, zone);
    shifts.set(duty.from, shift);
    return shift.from === duty.from && shift.to === duty.to;
  };
  const dropped = (await readDuties(tx, from, null)).filter((duty) => !fits(duty));
  await endDuties(tx, dropped, from, act.seq);
  act.touches('hospital', 'shifts');
  return { actId: act.id, dropped: dropped.length };
};
