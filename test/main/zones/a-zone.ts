import { afterEach, beforeEach, expect } from 'vitest';
import type { ActId, StayId, ZoneId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

/** The ward of the test that runs. */
export let ward: TestWard;
/** The first zone for men, with a second one beside it to move to. */
export let zoneId: ZoneId;
export let other: ZoneId;

/** Every test has a ward of its own, of which nothing may be wrong at the end. */
export function eachInAWardOfItsOwn(): void {
  beforeEach(async () => {
    ward = await openTestWard('stadium-1200', '2022-04-04 12:00');
    const { zones } = await ward.call('beds.plan', {});
    const men = zones.filter(({ sexPolicy }) => sexPolicy === 'male');
    zoneId = men[0]?.id as ZoneId;
    other = men[1]?.id as ZoneId;
    expect(other).toBeDefined();
  });
  afterEach(async () => {
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    expect(ward.defects).toEqual([]);
    await ward.close();
  });
}

export const bedsIn = async (zone: ZoneId) => {
  const { careUnits, beds } = await ward.call('beds.plan', {});
  const units = new Set(careUnits.filter((unit) => unit.zoneId === zone).map(({ id }) => id));
  return beds.filter(({ careUnitId }) => units.has(careUnitId)).map(({ id }) => id);
};

export const admitTo = async (name: string, nth: number, zone = zoneId) => {
  const bedId = (await bedsIn(zone))[nth] ?? null;
  const admitted = await ward.call('stays.admit', {
    details: someone({ name }),
    bedId,
    familyOf: null,
    convoyId: null,
  });
  return { ...admitted, bedId };
};

export const discharge = (stayId: StayId) =>
  ward.call('discharges.commit', {
    stays: [{ stayId }],
    leaving: { way: 'on-order', destination: '', companion: '', note: '' },
  });

export const rowOf = async (zone = zoneId) => {
  const row = (await ward.call('zones.list', {})).find((one) => one.zoneId === zone);
  if (!row) throw new Error('no such zone');
  return row;
};
export const stateOf = async (zone = zoneId) => (await rowOf(zone)).state;
export const of = (zone = zoneId) => ({ zoneId: zone, note: '' });
export const undo = (actId: ActId) => ward.call('acts.undo', { actId, beds: [] });

export const confirmAll = async (except: string[] = []) => {
  const { lines } = await ward.call('zones.readiness', { zoneId });
  const items = lines.map(({ item }) => item).filter((item) => !except.includes(item));
  return ward.call('zones.confirm', { zoneId, items, note: '现场核对' });
};
