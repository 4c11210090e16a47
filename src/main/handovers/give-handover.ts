import { v7 as uuid } from 'uuid';
import { handoverId } from '#shared/contract/values.ts';
import { localOf } from '#shared/rules/instant.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { readOperator } from '../ward/operator-repository.ts';
import { findStanding, insertHandover } from './handover-repository.ts';
import { hashOfBody, readBody, textOfBody } from './read-bodies.ts';
import { requireWindow } from './window-rules.ts';
import { requireZones } from './zone-repository.ts';

/**
 * Signs what the person saw of these zones. Refused where it has become something else meanwhile, and where the
 * zone's shift was handed over already. The signature is of the moment of writing, whatever the act says.
 */
export const giveHandover: CommandHandler<'handovers.give'> = async (tx, input, act, context) => {
  const { now, zone: clocks, progress } = context;
  const { operatorId } = input.act;
  const { kind } = await readOperator(tx, operatorId);
  refuseUnless(kind === 'person', 'signer-no-person');
  const zones = await requireZones(
    tx,
    input.zones.map(({ zoneId }) => zoneId),
  );
  const ids = [];
  for (const [i, { from, hash }] of input.zones.entries()) {
    const zone = zones[i];
    if (!zone) continue;
    progress({ step: 'judging-list', done: i, total: zones.length });
    const interval = { from, to: input.to };
    requireWindow(interval, now, clocks);
    const standing = await findStanding(tx, zone.id, input.to);
    if (standing) {
      const at = localOf(standing.given_at, clocks);
      throw new Refusal('handover-given', { zone: zone.code, who: standing.giver, at });
    }
    const body = await readBody(tx, zone, interval, clocks);
    refuseUnless(hash === hashOfBody(body), 'handover-changed', () => ({ zone: zone.code }));
    const id = handoverId.parse(uuid());
    const signature = { hash, by: operatorId, at: act.recordedAt };
    await insertHandover(tx, { handoverId: id, body, text: textOfBody(body), ...signature }, act.seq);
    act.touches('handover', id);
    act.touches('zone', zone.id);
    ids.push(id);
  }
  return { actId: act.id, handoverIds: ids };
};
