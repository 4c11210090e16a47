import type { LocalDate } from '#shared/rules/instant.ts';
import { type Instant, instantOfLocal, localOf } from '#shared/rules/instant.ts';
import type { ShiftPattern } from '#shared/rules/shift-rules.ts';
import { type Shift, shiftAfter, shiftAt, shiftsOfDay } from '#shared/rules/shift-rules.ts';
import type { CommandHandler, Context } from '../ipc/context.ts';
import { NothingRecorded, refuseUnless } from '../ipc/refusal.ts';
import { insertDuties, type NewDuty, readDuties } from './duty-repository.ts';
import { readMemberships, whyNotThere } from './member-repository.ts';
import { readPatterns } from './pattern-repository.ts';
import { readShortRests } from './rest.ts';

/**
 * Plans one day as another: everybody in the same place at the same time of day, or so many shifts later. Who is on
 * a shift then already stays there, and whose team is not there is left out; both are counted.
 */
export const copyDay: CommandHandler<'shifts.copyDay'> = async (tx, input, act, { zone }) => {
  refuseUnless(input.from !== input.to, 'same-day');
  const patterns = await readPatterns(tx);
  const source = shiftsOfDay(input.from, patterns, zone);
  const [first, last] = [source[0], source.at(-1)];
  const starts = new Set(source.map(({ from }) => from));
  const found = first && last ? await readDuties(tx, first.from, last.to) : [];
  const duties = found.filter(({ from }) => starts.has(from));
  refuseUnless(duties.length > 0, 'nobody-on-that-day', () => ({ day: input.from }));

  const target = new Map([...starts].map((from) => [from, targetOf(from, input, patterns, zone)]));
  const wanted = duties.flatMap((duty) => {
    const shift = target.get(duty.from);
    return shift ? [{ ...duty, from: shift.from, to: shift.to }] : [];
  });
  const bounds = spanOf([...target.values()]);
  const taken = [...(await readDuties(tx, bounds.from, bounds.to))] as {
    operatorId: string;
    from: Instant;
    to: Instant;
  }[];
  const memberships = await readMemberships(tx, bounds.from);
  const planned: NewDuty[] = [];
  let alreadyOn = 0;
  let notThere = 0;
  for (const duty of wanted) {
    const clash = taken.some(
      (one) => one.operatorId === duty.operatorId && one.from < duty.to && one.to > duty.from,
    );
    if (clash) alreadyOn += 1;
    else if (whyNotThere(duty, duty, memberships, zone)) notThere += 1;
    else {
      planned.push(duty);
      taken.push(duty);
    }
  }
  if (planned.length === 0)
    throw new NothingRecorded({ actId: null, copied: 0, alreadyOn, notThere, shortRests: [] });
  await insertDuties(tx, planned, act.seq);
  act.touches('hospital', 'shifts');
  const people = new Set(planned.map(({ operatorId }) => operatorId));
  const shortRests = await readShortRests(tx, bounds, patterns, ({ operatorId }) => people.has(operatorId));
  return { actId: act.id, copied: planned.length, alreadyOn, notThere, shortRests };
};

/** The shift of the other day that begins at, or goes on at, the same time of day; then `later` shifts on. */
function targetOf(
  from: Instant,
  { to, later }: { to: LocalDate; later: number },
  patterns: readonly ShiftPattern[],
  zone: Context['zone'],
): Shift {
  const at = instantOfLocal(`${to}T${localOf(from, zone).slice(11)}`, zone) as Instant;
  let shift = shiftAt(at, patterns, zone);
  for (let i = 0; i < later; i++) shift = shiftAfter(shift, patterns, zone);
  return shift;
}

function spanOf(shifts: readonly Shift[]): { from: Instant; to: Instant } {
  const from = shifts.map((shift) => shift.from).sort()[0] as Instant;
  const to = shifts
    .map((shift) => shift.to)
    .sort()
    .at(-1) as Instant;
  return { from, to };
}
