import { type Instant, instantOfLocal } from '#shared/rules/instant.ts';
import { addDays, patternAt, shiftsOfDay } from '#shared/rules/shift-rules.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { areShiftsKept, type DutyFact, readDuties } from './duty-repository.ts';
import { readPatterns } from './pattern-repository.ts';
import { readShortRests } from './rest.ts';
import { readPatternVersion } from './version-repository.ts';

/** The shifts that begin on some days, and everybody who is on duty in one of them. */
export const showShiftBoard: QueryHandler<'shifts.board'> = async (db, { from, days }, { zone }) => {
  const patterns = await readPatterns(db);
  const all = Array.from({ length: days }, (_, i) => addDays(from, i));
  const shifts = all.flatMap((day) => shiftsOfDay(day, patterns, zone));
  const start = shifts[0]?.from ?? (instantOfLocal(`${from}T00:00`, zone) as Instant);
  const period = { from: start, to: shifts.at(-1)?.to ?? start };
  const duties = await readDuties(db, period.from, period.to);
  return {
    pattern: patternAt(period.from, patterns),
    shifts,
    duties: duties.map(viewOfDuty),
    shortRests: await readShortRests(db, period, patterns),
    kept: await areShiftsKept(db),
    patternVersion: await readPatternVersion(db),
  };
};

export const viewOfDuty = ({ id: _id, ...duty }: DutyFact) => duty;
