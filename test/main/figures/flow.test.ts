import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(() => ward.close());

const admit = async (name: string, bed: string | null) =>
  ward.call('stays.admit', {
    details: someone({ name }),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });

const instant = (local: string) => `${local.replace(' ', 'T')}:00+08:00`;
const flow = (from: string, to: string, knownAt?: string) =>
  ward.call('figures.flow', {
    from: instant(from),
    to: instant(to),
    ...(knownAt === undefined ? {} : { knownAt: instant(knownAt) }),
  });

const codes = async () => {
  const { beds, zones, careUnits } = await ward.call('beds.plan', {});
  return beds.map(({ code, careUnitId }) => {
    const unit = careUnits.find(({ id }) => id === careUnitId);
    return { code, zone: zones.find(({ id }) => id === unit?.zoneId)?.code ?? '' };
  });
};

it('counts who arrives in a bed there, who waits first as moved in, and a leaver in the zone that was left', async () => {
  const beds = await codes();
  const zone = beds[0]?.zone ?? '';
  const [first, second, third] = beds.filter((bed) => bed.zone === zone).map(({ code }) => code);
  const elsewhere = beds.find((bed) => bed.zone !== zone) ?? { code: '', zone: '' };
  ward.at('2022-04-04 13:00');
  const early = await admit('早到', first ?? '');
  ward.at('2022-04-05 09:00');
  const direct = await admit('直接', second ?? '');
  const waiting = await admit('等候', null);
  ward.at('2022-04-05 10:00');
  await ward.call(
    'stays.assign',
    { stayId: waiting.stayId, bedId: await ward.bed(third ?? ''), override: true },
    { reason: '试' },
  );
  ward.at('2022-04-05 11:00');
  await ward.call(
    'stays.move',
    {
      stayId: direct.stayId,
      bedId: await ward.bed(elsewhere.code),
      because: 'other',
      override: true,
    },
    { reason: '试' },
  );
  ward.at('2022-04-05 12:00');
  await ward.call('discharges.commit', {
    stays: [{ stayId: early.stayId }],
    leaving: { way: 'to-hospital', destination: '省医院', companion: '', note: '' },
  });
  const found = await flow('2022-04-05 08:00', '2022-04-05 12:00');
  const at = (code: string | null) => {
    const { zone: _zone, ...counts } = found.places.find(({ zone }) => (zone?.code ?? null) === code) ?? {};
    return counts;
  };
  expect(at(zone)).toEqual({ opening: 1, arrived: 1, movedIn: 1, movedOut: 1, left: 1, closing: 1 });
  expect(at(elsewhere.zone)).toEqual({
    opening: 0,
    arrived: 0,
    movedIn: 1,
    movedOut: 0,
    left: 0,
    closing: 1,
  });
  expect(at(null)).toEqual({ opening: 0, arrived: 1, movedIn: 0, movedOut: 1, left: 0, closing: 0 });
  expect(found.total).toEqual({ opening: 1, arrived: 2, movedIn: 2, movedOut: 2, left: 1, closing: 2 });
  expect(found.leftByWay).toMatchObject({ 'to-hospital': 1, 'on-order': 0 });
});

it('tells a day as it was known then, beside as it is known since a late entry', async () => {
  const [one, two] = await codes();
  ward.at('2022-04-05 09:00');
  await admit('甲', one?.code ?? '');
  ward.at('2022-04-06 09:00');
  await ward.call(
    'stays.admit',
    {
      details: someone({ name: '乙' }),
      bedId: await ward.bed(two?.code ?? ''),
      familyOf: null,
      convoyId: null,
    },
    { happenedAt: instant('2022-04-05 10:00') },
  );
  const day = ['2022-04-04 12:00', '2022-04-05 12:00'] as const;
  expect((await flow(...day)).total).toMatchObject({ arrived: 2, closing: 2 });
  expect((await flow(...day, '2022-04-05 12:00')).total).toMatchObject({ arrived: 1, closing: 1 });
  expect((await flow(...day, '2022-04-06 09:00')).total).toMatchObject({ arrived: 2, closing: 2 });
});

it('refuses a period without an instant in it and one that has not come', async () => {
  const { code } = await ward.refused('figures.flow', {
    from: instant('2022-04-04 12:00'),
    to: instant('2022-04-04 12:00'),
  });
  expect(code).toBe('period-empty');
  const future = await ward.refused('figures.flow', {
    from: instant('2022-04-04 11:00'),
    to: instant('2022-04-04 13:00'),
  });
  expect(future.code).toBe('in-future');
});
