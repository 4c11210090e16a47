import type { HandoverBody } from '#shared/contract/handover-body.ts';
import type { HandoverId, OperatorId, StayId, ZoneId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

/** A ward of twenty beds in two zones at half past eleven, and the two people of a change of shift. */
export interface ShiftWard {
  ward: TestWard;
  /** 李护士, who hands over, and 王护士, who takes over. */
  giver: OperatorId;
  taker: OperatorId;
  zone(code: string): Promise<ZoneId>;
  admit(name: string, bed: string | null, happenedAt?: string): Promise<StayId>;
  /** The one zone as it is to be handed over of the shift that is proposed. */
  show(code?: string): Promise<{ hash: string; body: HandoverBody }>;
  give(code?: string): Promise<{ handoverId: HandoverId; hash: string; actId: string }>;
  take(handoverId: HandoverId, hash: string): Promise<string>;
}

export async function openShiftWard(): Promise<ShiftWard> {
  const ward = await openTestWard('small-20', '2022-04-04 07:00');
  const people = await ward.call('ward.operators', {});
  const idOf = (name: string): OperatorId => {
    const found = people.find((one) => one.name === name);
    if (!found) throw new Error(`no ${name}`);
    return found.id;
  };
  const [giver, taker] = [idOf('李护士'), idOf('王护士')];
  const zone = async (code: string): Promise<ZoneId> => {
    const found = (await ward.call('handovers.list', {})).zones.find((one) => one.code === code);
    if (!found) throw new Error(`no zone ${code}`);
    return found.zoneId;
  };
  const show = async (code = 'A') => {
    const shown = await ward.call('handovers.show', { zoneIds: [await zone(code)] });
    return shown.zones[0] as { hash: string; body: HandoverBody };
  };
  return {
    ...{ ward, giver, taker, zone, show },
    admit: async (name, bed, happenedAt) =>
      (
        await ward.call(
          'stays.admit',
          {
            details: someone({ name }),
            bedId: bed === null ? null : await ward.bed(bed),
            familyOf: null,
            convoyId: null,
          },
          happenedAt === undefined ? {} : { happenedAt: `${happenedAt.replace(' ', 'T')}+08:00` },
        )
      ).stayId,
    give: async (code = 'A') => {
      const { hash, body } = await show(code);
      const { handoverIds, actId } = await ward.call(
        'handovers.give',
        { to: body.to, zones: [{ zoneId: await zone(code), from: body.from, hash }] },
        { operatorId: giver },
      );
      return { handoverId: handoverIds[0] as HandoverId, hash, actId };
    },
    take: async (handoverId, hash) =>
      (await ward.call('handovers.take', { handovers: [{ handoverId, hash }] }, { operatorId: taker })).actId,
  };
}
