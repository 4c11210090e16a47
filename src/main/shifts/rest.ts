import type { ShortRest } from '#shared/contract/shift-facts.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import { patternAt, type ShiftPattern, tooLittleRest } from '#shared/rules/shift-rules.ts';
import type { Reads } from '../ipc/context.ts';
import { type DutyFact, readDuties } from './duty-repository.ts';

/** The longest rest that a pattern can ask for. */
const LOOK_BACK_MINUTES = 24 * 60;

/** Who goes on duty in [from, to) with less rest since the last shift than the pattern asks for. */
export async function readShortRests(
  db: Reads,
  { from, to }: { from: Instant; to: Instant },
  patterns: readonly ShiftPattern[],
  whom: (duty: DutyFact) => boolean = () => true,
): Promise<ShortRest[]> {
  const duties = await readDuties(
    db,
    addMinutes(from, -LOOK_BACK_MINUTES),
    addMinutes(to, LOOK_BACK_MINUTES),
  );
  const byPerson = Map.groupBy(duties, ({ operatorId }) => operatorId);
  return [...byPerson.values()].flatMap((own) =>
    own.flatMap((duty, i) => {
      const before = own[i - 1];
      const near = duty.to > from && duty.from < to;
      if (!before || !near || !(whom(duty) || whom(before))) return [];
      if (!tooLittleRest(before.to, duty.from, patternAt(duty.from, patterns))) return [];
      return [{ operatorId: duty.operatorId, name: duty.name, off: before.to, on: duty.from }];
    }),
  );
}
