import { shiftAt } from '#shared/rules/shift-rules.ts';
import { supersedeAll } from '../db/facts.ts';
import type { CommandHandler, Reads } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import { type DutyFact, findDuties, insertDuties, readDuties } from './duty-repository.ts';
import { readMemberships, whyNotThere } from './member-repository.ts';
import { nameOf } from './members.ts';
import { readPatterns } from './pattern-repository.ts';
import { placeWords, requirePlace, samePlace } from './place.ts';
import { readShortRests } from './rest.ts';

/**
 * Puts people on a shift in one place. Nobody is in two places on a shift: whoever is elsewhere is refused by name,
 * or brought here where `move` says so. Too little rest is told, not refused.
 */
export const assignShift: CommandHandler<'shifts.assign'> = async (tx, input, act, { zone }) => {
  await requirePlace(tx, input);
  const patterns = await readPatterns(tx);
  const shift = shiftAt(input.shift, patterns, zone);
  const memberships = await readMemberships(tx, shift.from);
  const wanted = [...new Set(input.operatorIds)];
  for (const id of wanted) {
    const refusal = whyNotThere({ operatorId: id, name: await nameOf(tx, id) }, shift, memberships, zone);
    if (refusal) throw refusal;
  }
  const there = (await readDuties(tx, shift.from, shift.to)).filter((one) => wanted.includes(one.operatorId));
  const already = there.filter(
    (one) => samePlace(one, input) && one.from === shift.from && one.to === shift.to,
  );
  const elsewhere = there.filter((one) => !already.includes(one));
  if (elsewhere[0] && !input.move) throw await busy(tx, elsewhere[0]);
  const going = wanted.filter((id) => !already.some(({ operatorId }) => operatorId === id));
  if (going.length === 0)
    throw new NothingRecorded({ actId: null, assigned: 0, dutyIds: [], shortRests: [] });
  const ids = elsewhere.map(({ id }) => id);
  await supersedeAll(tx, 'duty', ids, act.seq);
  const { from, to } = shift;
  const { zoneId, careUnitIds } = input;
  const duties = going.map((operatorId) => ({ operatorId, from, to, zoneId, careUnitIds }));
  const dutyIds = await insertDuties(tx, duties, act.seq);
  if (zoneId !== null) act.touches('zone', zoneId);
  for (const id of going) act.touches('operator', id);
  const shortRests = await readShortRests(tx, shift, patterns, ({ operatorId }) =>
    going.includes(operatorId),
  );
  return { actId: act.id, assigned: going.length, dutyIds, shortRests };
};

/** Takes people off shifts that were planned for them. */
export const unassignShift: CommandHandler<'shifts.unassign'> = async (tx, input, act) => {
  const wanted = [...new Set(input.dutyIds)];
  const facts = await findDuties(tx, wanted);
  refuseUnless(facts.length === wanted.length, 'no-such-duty');
  const ids = facts.map(({ id }) => id);
  await supersedeAll(tx, 'duty', ids, act.seq);
  for (const { operator_id, zone_id } of facts) {
    act.touches('operator', operator_id);
    if (zone_id !== null) act.touches('zone', zone_id);
  }
  return { actId: act.id, dropped: facts.length };
};

async function busy(db: Reads, duty: DutyFact): Promise<Refusal> {
  return new Refusal('on-duty-elsewhere', { name: duty.name, place: await placeWords(db, duty) });
}
