import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(() => ward.close());

it('offers no bed of a zone that takes nobody, and all of them again when it goes on', async () => {
  const before = await ward.call('overview.show', {});
  const [zone] = before.zones;
  if (!zone) throw new Error('a ward has a zone');
  const all = before.beds.beds;
  const own = zone.beds.beds;
  expect(before.beds).toMatchObject({ usable: all, emptyOnly: 0 });
  await ward.call('zones.stopAdmissions', { zoneId: zone.id, note: '' });
  const stopped = await ward.call('overview.show', {});
  expect(stopped.beds).toMatchObject({ beds: all, usable: all - own, outOfService: own });
  const { rows } = await ward.call('overview.rows', { about: 'beds', figure: 'outOfService' });
  expect(rows).toHaveLength(own);
  expect(rows.every(({ bed }) => bed?.open === false && !bed.usable)).toBe(true);
  await ward.call('zones.resume', { zoneId: zone.id, note: '' }, { reason: '又有人手' });
  expect((await ward.call('overview.show', {})).beds).toMatchObject(before.beds);
});

it('counts every bed as staffed where no shifts are kept, and says so', async () => {
  const shown = await ward.call('overview.show', {});
  expect(shown).toMatchObject({ staffingKept: false, people: { inHouse: 0 }, longestWait: null });
  expect(shown.beds.unstaffed).toBe(0);
});
