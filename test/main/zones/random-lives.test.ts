import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ActId, BedId, StayId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

const ZONE_STEPS = ['stopAdmissions', 'drain', 'disinfect', 'close', 'hold', 'open', 'resume'] as const;

const step = fc.record({
  act: fc.constantFrom(
    ...(['admit', 'admit', 'assign', 'move', 'swap', 'discharge', 'undo', 'undo'] as const),
    ...(['zone', 'zone', 'zone', 'zone', 'confirm', 'move-out', 'propose'] as const),
  ),
  who: fc.nat(9),
  bed: fc.nat(19),
  zone: fc.nat(1),
  zoneStep: fc.constantFrom(...ZONE_STEPS),
  minutes: fc.integer({ min: 1, max: 300 }),
  late: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null, freq: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;

/** Zones are opened, stopped, emptied and closed in any order, between admissions, moves and undos. */
it('nobody is ever given or proposed a bed in a zone that takes nobody, whatever is done and undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const ward = await openTestWard('small-20', '2022-04-04 12:00');
      try {
        await live(ward, steps);
        expect((await ward.call('ward.verify', {})).problems).toEqual([]);
      } finally {
        await ward.close();
      }
    }),
    { numRuns: Number(process.env.DAYS ?? 40) },
  );
}, 300_000);

async function live(ward: TestWard, steps: readonly Step[]): Promise<void> {
  const { zones, careUnits, beds } = await ward.call('beds.plan', {});
  const { lines } = await ward.call('zones.readiness', { zoneId: zones[0]?.id as never });
  const items = lines.map(({ item }) => item);
  const zoneOf = new Map(careUnits.map(({ id, zoneId }) => [id, zoneId]));
  const stays: StayId[] = [];
  const acts: ActId[] = [];
  let minute = 0;
  for (const [i, one] of steps.entries()) {
    minute += one.minutes;
    const moment = Date.parse(ward.at('2022-04-04 12:00')) + minute * 60_000;
    ward.at(new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));
    const bedId = beds[one.bed]?.id as BedId;
    const zoneId = zones[one.zone % zones.length]?.id as never;
    const stayId = stays[one.who % Math.max(stays.length, 1)];
    const other = stays[one.bed % Math.max(stays.length, 1)];
    const shut = new Set(
      (await ward.call('zones.list', {})).filter(({ state }) => state !== 'open').map((zone) => zone.zoneId),
    );
    if (one.act === 'propose') {
      const { placed } = await ward.call('allocation.propose', { stayIds: null });
      for (const { bedId: given, alternatives } of placed) {
        for (const id of [given, ...alternatives.map((choice) => choice.bedId)]) {
          const unit = beds.find((bed) => bed.id === id)?.careUnitId;
          expect(shut.has(zoneOf.get(unit as never) as never)).toBe(false);
        }
      }
      continue;
    }
    const calls: Record<Exclude<Step['act'], 'propose'>, [string, object] | null> = {
      admit: [
        'stays.admit',
        {
          details: someone({ name: `某${i}`, sex: one.who % 2 ? 'male' : 'female' }),
          bedId: one.who % 4 === 0 ? null : bedId,
          ...{ familyOf: null, convoyId: null },
        },
      ],
      assign: stayId ? ['stays.assign', { stayId, bedId, override: true }] : null,
      move: stayId ? ['stays.move', { stayId, bedId, because: 'other', override: true }] : null,
      swap:
        stayId && other
          ? ['stays.swap', { first: { stayId }, second: { stayId: other }, because: 'other', override: true }]
          : null,
      discharge: stayId ? ['discharges.commit', { stays: [{ stayId }], leaving: LEAVING }] : null,
      undo: acts.length
        ? ['acts.undo', { actId: acts[acts.length - 1 - (one.who % acts.length)], beds: [] }]
        : null,
      zone: [`zones.${one.zoneStep}`, { zoneId, note: '' }],
      confirm: ['zones.confirm', { zoneId, items, note: '' }],
      'move-out': stayId ? ['zones.moveOut', { zoneId, moves: [{ stayId, bedId }] }] : null,
    };
    const call = calls[one.act];
    if (!call) continue;
    const header = {
      ...{ key: crypto.randomUUID(), operatorId: ward.operatorId, reason: '试' },
      happenedAt: one.late === null ? undefined : new Date(moment - one.late * 60_000).toISOString(),
    };
    const reply = await ward.reply(call[0], { ...call[1], act: header });
    expect(ward.defects).toEqual([]);
    if (!reply.ok) {
      // An input that the contract does not know would make nothing happen, and this test say nothing.
      expect(reply.kind).toBe('refused');
      expect(reply).not.toMatchObject({ refusal: { code: 'bad-input' } });
      continue;
    }
    const value = reply.value as { actId: ActId; stayId?: StayId };
    acts.push(value.actId);
    if (value.stayId) stays.push(value.stayId);
  }
}
