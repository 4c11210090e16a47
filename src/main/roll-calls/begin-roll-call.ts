import { v7 as uuid } from 'uuid';
import { rollCallId } from '#shared/contract/values.ts';
import { localOf } from '#shared/rules/instant.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { insertRollCall, placeOf, readOpenRollCalls, readWalk } from './roll-call-repository.ts';

/** Begins a roll call. A bed is walked in one roll call at a time. */
export const beginRollCall: CommandHandler<'rollCalls.begin'> = async (tx, input, act, { zone }) => {
  const { careUnitId } = input;
  const scope = { zone_id: careUnitId === null ? input.zoneId : null, care_unit_id: careUnitId };
  const beds = await readWalk(tx, scope);
  refuseUnless(beds.length > 0, 'no-beds-there');
  const here = new Set<string>(beds.map(({ id }) => id));
  for (const other of await readOpenRollCalls(tx)) {
    const shared = (await readWalk(tx, other)).some(({ id }) => here.has(id));
    if (shared)
      throw new Refusal('roll-call-under-way', {
        'place.zh': placeOf(other) || '全舱',
        'place.en': placeOf(other) || 'the whole ward',
        ...{ who: other.begunByName, at: localOf(other.begun_at, zone) },
        rollCallId: other.roll_call_id,
      });
  }
  const id = rollCallId.parse(uuid());
  await insertRollCall(
    tx,
    { roll_call_id: id, ...scope, begun_by: input.act.operatorId, begun_at: act.happenedAt },
    act.seq,
  );
  act.touches('roll-call', id);
  if (scope.care_unit_id !== null) act.touches('care-unit', scope.care_unit_id);
  if (scope.zone_id !== null) act.touches('zone', scope.zone_id);
  return { actId: act.id, rollCallId: id };
};
