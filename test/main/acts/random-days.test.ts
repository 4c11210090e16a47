import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ActId, BedId, StayId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

/**
 * Days on which anything is done in any order, late entries and undos among it. Each act is done or refused;
 * never a defect, never a broken invariant, and a refusal changes nothing.
 */
const step = fc.record({
  act: fc.constantFrom(
    'admit',
    'assign',
    'move',
    'swap',
    'discharge',
    'clean',
    'close',
    'reopen',
    'reserve',
    'release',
    'undo',
    'undo',
    'correct',
    'family',
  ),
  who: fc.nat(11),
  other: fc.nat(11),
  bed: fc.nat(19),
  minutes: fc.integer({ min: 1, max: 400 }),
  late: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null, freq: 4 }),
  bedless: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;

async function live(ward: TestWard, steps: readonly Step[]): Promise<void> {
  const { beds } = await ward.call('beds.plan', {});
  const stays: StayId[] = [];
  const done: ActId[] = [];
  let minute = 0;
  for (const [i, one] of steps.entries()) {
    minute += one.minutes;
    const now = ward.at('2022-04-04 12:00');
    const moment = Date.parse(now) + minute * 60_000;
    ward.at(new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));
    const bedId = beds[one.bed]?.id as BedId;
    const stayId = stays[one.who % Math.max(stays.length, 1)];
    const other = stays[one.other % Math.max(stays.length, 1)];
    const target = done[done.length - 1 - (one.other % Math.max(done.length, 1))];
    const call = callFor(one, i, { bedId, stayId, other, target });
    if (!call) continue;
    const header = {
      key: crypto.randomUUID(),
      operatorId: ward.operatorId,
      reason: '试',
      ...(one.late === null ? {} : { happenedAt: new Date(moment - one.late * 60_000).toISOString() }),
    };
    const before = await ward.call('ward.census', {});
    const reply = await ward.reply(call.name, { ...call.input, act: header });
    expect(ward.defects).toEqual([]);
    if (reply.ok) {
      const value = reply.value as { actId: ActId; stayId?: StayId };
      done.push(value.actId);
      if (value.stayId) stays.push(value.stayId);
    } else {
      expect(await ward.call('ward.census', {})).toEqual(before);
    }
  }
}

interface Around {
  bedId: BedId;
  stayId: StayId | undefined;
  other: StayId | undefined;
  target: ActId | undefined;
}

function callFor(
  one: Step,
  i: number,
  { bedId, stayId, other, target }: Around,
): { name: string; input: object } | null {
  const place = { kind: 'bed', id: bedId };
  switch (one.act) {
    case 'admit': {
      const documentNumber = `E1000000${one.who % 4}`;
      const details = one.bedless
        ? someone({ name: `某${i}`, documentType: 'passport', documentNumber })
        : someone({ name: `某${i}`, sex: one.other % 2 ? 'male' : 'female' });
      return {
        name: 'stays.admit',
        input: { details, bedId: one.bedless ? null : bedId, familyOf: null, convoyId: null },
      };
    }
    case 'assign':
      return stayId ? { name: 'stays.assign', input: { stayId, bedId, override: true } } : null;
    case 'move':
      return stayId
        ? { name: 'stays.move', input: { stayId, bedId, because: 'other', override: true } }
        : null;
    case 'swap':
      if (!stayId || !other) return null;
      return {
        name: 'stays.swap',
        input: { first: { stayId }, second: { stayId: other }, because: 'other', override: true },
      };
    case 'discharge':
      return stayId ? { name: 'discharges.commit', input: { stays: [{ stayId }], leaving: LEAVING } } : null;
    case 'clean':
      return { name: 'beds.signOffDisinfection', input: { bedIds: [bedId] } };
    case 'close':
      return { name: 'beds.close', input: { place, reason: 'broken', note: '' } };
    case 'reopen':
      return { name: 'beds.reopen', input: { place } };
    case 'reserve':
      return {
        name: 'beds.reserve',
        input: { bedId, stayId: one.bedless ? (stayId ?? null) : null, note: '' },
      };
    case 'release':
      return { name: 'beds.release', input: { bedId } };
    case 'correct': {
      const documentNumber = `E1000000${one.other % 4}`;
      const named = one.bedless
        ? { documentType: 'passport', documentNumber }
        : { classification: one.other % 2 ? 'mild' : 'ordinary' };
      return stayId ? { name: 'stays.correct', input: { stayId, details: named } } : null;
    }
    case 'undo':
      if (!target) return null;
      return {
        name: 'acts.undo',
        input: { actId: target, beds: one.bedless && stayId ? [{ stayId, bedId }] : [] },
      };
    case 'family':
      return stayId && other && stayId !== other
        ? { name: 'stays.linkFamily', input: { stayIds: [stayId, other] } }
        : null;
  }
}

it('holds every invariant through any day of acts and undos', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const ward = await openTestWard('small-20', '2022-04-04 12:00');
      try {
        await live(ward, steps);
        expect((await ward.call('ward.verify', {})).problems).toEqual([]);
        const { beds, patients } = await ward.call('ward.census', {});
        expect(beds.occupied + patients.waiting).toBe(patients.inHouse);
        expect(patients.admittedTotal - patients.dischargedTotal).toBe(patients.inHouse);
      } finally {
        await ward.close();
      }
    }),
    { numRuns: Number(process.env.DAYS ?? 60) },
  );
}, 300_000);
