import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNurseLoad } from '#main/shifts/nurse-load.ts';
import { moment, teamOf, zoneIds } from '../../fixtures/shifts.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(() => ward.close());

const put = (operatorIds: readonly unknown[], at: string, zoneId: unknown = null) =>
  ward.call('shifts.assign', {
    ...{ operatorIds: operatorIds as never, shift: moment(at), zoneId: zoneId as never, careUnitIds: [] },
  });

describe('a relief team', () => {
  it('has people by group; a person is in one team at a time', async () => {
    const one = await teamOf(ward, '江苏一队', ['陈护士', '李护士']);
    const two = await teamOf(ward, '浙江队', []);
    const join = { teamId: two.teamId, group: 'medical', names: ['李护士'] } as const;
    expect(await ward.refused('shifts.addMembers', { ...join, names: [...join.names] })).toMatchObject({
      code: 'in-other-team',
      params: { team: '江苏一队' },
    });
    await ward.call('shifts.endMembers', {
      ...{ operatorIds: one.people.slice(1), at: moment('2022-04-05 08:00') },
    });
    const later = { ...join, names: [...join.names], from: moment('2022-04-05 08:00') };
    expect(await ward.call('shifts.addMembers', later)).toMatchObject({ added: 1, created: 0 });
    const teams = await ward.call('shifts.teams', { at: moment('2022-04-05 09:00') });
    expect(teams.map(({ members }) => members.map(({ name }) => name))).toEqual([['陈护士'], ['李护士']]);
  });

  it('has no two alike, and its times in order', async () => {
    await teamOf(ward, '江苏一队', []);
    const team = { name: '江苏一队', province: '', arrivesAt: moment('2022-04-03 08:00'), takesOverAt: null };
    expect((await ward.refused('shifts.addTeam', { ...team, leavesAt: null })).code).toBe('team-exists');
    const early = { ...team, name: '二队', leavesAt: moment('2022-04-02 08:00') };
    expect((await ward.refused('shifts.addTeam', early)).code).toBe('team-times');
  });

  it('that leaves earlier takes its shifts with it; one that arrives earlier brings its people', async () => {
    const { teamId, people } = await teamOf(ward, '江苏一队', ['陈护士']);
    await put(people, '2022-04-05 09:00');
    const team = { teamId, name: '江苏一队', province: '江苏', takesOverAt: null };
    const changed = await ward.call('shifts.changeTeam', {
      ...{ ...team, arrivesAt: moment('2022-04-01 08:00'), leavesAt: moment('2022-04-05 08:00') },
    });
    expect(changed.dropped).toBe(1);
    expect((await put(people, '2022-04-01 09:00')).assigned).toBe(1);
    const late = { ...team, arrivesAt: moment('2022-04-02 08:00'), leavesAt: null };
    expect((await ward.refused('shifts.changeTeam', late)).code).toBe('on-duty-before-arrival');
    expect((await ward.refused('acts.undo', { actId: changed.actId })).code).toBe('undo-later-act');
  });

  it('owns zones; a zone has one team at a time', async () => {
    const one = await teamOf(ward, '江苏一队', []);
    const two = await teamOf(ward, '浙江队', []);
    const zones = [...(await zoneIds(ward)).values()];
    const from = moment('2022-04-04 08:00');
    await ward.call('shifts.setZones', { teamId: one.teamId, zoneIds: zones, from });
    const given = await ward.call('shifts.setZones', {
      ...{ teamId: two.teamId, zoneIds: zones.slice(0, 1), from: moment('2022-04-04 10:00') },
    });
    const owned = async (at: string) =>
      (await ward.call('shifts.teams', { at: moment(at) })).map(({ zoneIds: own }) => own.length);
    expect(await owned('2022-04-04 09:00')).toEqual([zones.length, 0]);
    expect(await owned('2022-04-04 11:00')).toEqual([zones.length - 1, 1]);
    await ward.call('acts.undo', { actId: given.actId });
    expect(await owned('2022-04-04 11:00')).toEqual([zones.length, 0]);
  });

  it('is saved with its zones in one act, or not at all', async () => {
    const [zoneId] = [...(await zoneIds(ward)).values()];
    const facts = { province: '', arrivesAt: moment('2022-04-03 08:00'), takesOverAt: null, leavesAt: null };
    const add = (name: string, zones: unknown[]) => ({ ...facts, name, zoneIds: zones }) as never;
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect((await ward.refused('shifts.addTeam', add('江苏一队', [nowhere]))).code).toBe('no-such-place');
    expect(await ward.call('shifts.teams', {})).toEqual([]);
    const { actId } = await ward.call('shifts.addTeam', add('江苏一队', [zoneId]));
    expect(await ward.call('shifts.teams', {})).toMatchObject([{ name: '江苏一队', zoneIds: [zoneId] }]);
    await ward.call('acts.undo', { actId });
    expect(await ward.call('shifts.teams', {})).toEqual([]);
  });

  it('keeps what another lead changed after this one opened it, and says who that was', async () => {
    const { teamId } = await teamOf(ward, '江苏一队', []);
    const [opened] = await ward.call('shifts.teams', {});
    if (!opened) throw new Error('one team');
    const { name, arrivesAt, takesOverAt } = opened;
    const now = { teamId, name, arrivesAt, takesOverAt };
    await ward.call('shifts.changeTeam', {
      ...{ ...now, province: '江苏', leavesAt: moment('2022-04-20 08:00'), seen: opened.version },
    });
    const older = { ...now, province: '浙江', leavesAt: null, seen: opened.version };
    const refused = await ward.refused('shifts.changeTeam', older);
    expect(refused).toMatchObject({ code: 'changed-since', params: { what: 'shifts.changeTeam' } });
    const [kept] = await ward.call('shifts.teams', {});
    expect(kept).toMatchObject({ province: '江苏', leavesAt: moment('2022-04-20 08:00') });
    await ward.call('shifts.changeTeam', { ...older, seen: kept?.version });
  });

  it('counts as changed when a zone of it was given to others', async () => {
    const zones = [...(await zoneIds(ward)).values()];
    const one = await teamOf(ward, '江苏一队', []);
    const two = await teamOf(ward, '浙江队', []);
    const from = moment('2022-04-04 08:00');
    await ward.call('shifts.setZones', { teamId: one.teamId, zoneIds: zones, from });
    const versionOf = async () =>
      (await ward.call('shifts.teams', {})).find(({ teamId }) => teamId === one.teamId)?.version;
    const seen = await versionOf();
    await ward.call('shifts.setZones', { teamId: two.teamId, zoneIds: zones.slice(0, 1), from });
    expect(await versionOf()).toBeGreaterThan(seen ?? 0);
  });

  it('owns care units in the zone of another team, and hands them over with its zones', async () => {
    const zones = [...(await zoneIds(ward)).values()];
    const { careUnits } = await ward.call('beds.plan', {});
    const units = careUnits.filter(({ zoneId }) => zoneId === zones[0]).map(({ id }) => id);
    const facts = { province: '', arrivesAt: moment('2022-04-03 08:00'), takesOverAt: null, leavesAt: null };
    const one = await ward.call('shifts.addTeam', {
      ...facts,
      name: '江苏一队',
      zoneIds: zones,
      careUnitIds: [],
    });
    const two = await ward.call('shifts.addTeam', {
      ...{ ...facts, name: '浙江队', zoneIds: [], careUnitIds: units.slice(0, 1) },
    });
    const owned = async () =>
      new Map((await ward.call('shifts.teams', {})).map((team) => [team.name, team.careUnitIds]));
    expect(await owned()).toEqual(
      new Map([
        ['江苏一队', []],
        ['浙江队', units.slice(0, 1)],
      ]),
    );
    const rotation = { leavingTeamId: two.teamId, nextTeamId: one.teamId, at: moment('2022-04-04 12:00') };
    expect((await ward.call('shifts.previewRotation', rotation)).careUnitIds).toEqual(units.slice(0, 1));
    const { actId } = await ward.call('shifts.rotate', rotation);
    expect(await owned()).toEqual(
      new Map([
        ['江苏一队', units.slice(0, 1)],
        ['浙江队', []],
      ]),
    );
    await ward.call('acts.undo', { actId });
    expect(await owned()).toEqual(
      new Map([
        ['江苏一队', []],
        ['浙江队', units.slice(0, 1)],
      ]),
    );
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });

  it('is not taken back from under its people', async () => {
    const { teamId } = await ward.call('shifts.addTeam', {
      ...{ name: '江苏一队', province: '', arrivesAt: moment('2022-04-03 08:00') },
      ...{ takesOverAt: null, leavesAt: null },
    });
    const [made] = await ward.call('acts.recent', { limit: 1 });
    const joined = await ward.call('shifts.addMembers', { teamId, group: 'nursing', names: ['陈护士'] });
    expect((await ward.refused('acts.undo', { actId: made?.actId as never })).code).toBe('undo-later-act');
    await ward.call('acts.undo', { actId: joined.actId as never });
    await ward.call('acts.undo', { actId: made?.actId as never });
    expect(await ward.call('shifts.teams', {})).toEqual([]);
  });
});

describe('a rotation', () => {
  it('hands zones and shifts over in one act, one for one, and is taken back as one', async () => {
    const one = await teamOf(ward, '江苏一队', ['甲护士', '乙护士']);
    const two = await teamOf(ward, '浙江队', ['丙护士'], { arrives: '2022-04-05 06:00' });
    const zones = [...(await zoneIds(ward)).values()];
    const from = moment('2022-04-04 08:00');
    await ward.call('shifts.setZones', { teamId: one.teamId, zoneIds: zones, from });
    await put(one.people, '2022-04-05 05:00', zones[0]);
    await put(one.people, '2022-04-05 09:00', zones[0]);
    const rotation = {
      ...{ leavingTeamId: one.teamId, nextTeamId: two.teamId, at: moment('2022-04-05 08:00') },
      leavesAt: moment('2022-04-05 18:00'),
    };
    const before = await ward.call('shifts.previewRotation', rotation);
    expect(before).toMatchObject({ leaving: 2, duties: 2, dropped: 1 });
    expect(before.people.map(({ leaving, next }) => [leaving.name, next?.name ?? null])).toEqual([
      ['乙护士', '丙护士'],
      ['甲护士', null],
    ]);
    const done = await ward.call('shifts.rotate', rotation);
    expect(done).toMatchObject({ zones: zones.length, leaving: 2, handedOver: 1, dropped: 1 });
    const on = async (at: string) =>
      (await ward.call('shifts.onNow', { at: moment(at) })).people.map(({ name }) => name);
    expect(await on('2022-04-05 05:00')).toEqual(['乙护士', '甲护士']);
    expect(await on('2022-04-05 09:00')).toEqual(['丙护士']);
    const [left, next] = await ward.call('shifts.teams', { at: moment('2022-04-05 19:00') });
    expect(left).toMatchObject({ leavesAt: rotation.leavesAt, members: [], zoneIds: [] });
    expect(next).toMatchObject({ takesOverAt: rotation.at });
    expect(next?.zoneIds).toHaveLength(zones.length);
    await ward.call('acts.undo', { actId: done.actId });
    expect(await on('2022-04-05 09:00')).toEqual(['乙护士', '甲护士']);
  });

  it('waits for the next team to be there', async () => {
    const one = await teamOf(ward, '江苏一队', []);
    const two = await teamOf(ward, '浙江队', [], { arrives: '2022-04-06 06:00' });
    const rotation = { leavingTeamId: one.teamId, nextTeamId: two.teamId, at: moment('2022-04-05 08:00') };
    expect((await ward.refused('shifts.rotate', rotation)).code).toBe('team-not-there');
    expect((await ward.refused('shifts.rotate', { ...rotation, nextTeamId: one.teamId })).code).toBe(
      'same-team',
    );
  });
});

describe('the load of a care unit', () => {
  it('is unknown, and every unit counts as staffed, where no shifts are kept', async () => {
    const { kept, units } = await ward.call('shifts.load', {});
    expect(kept).toBe(false);
    expect(units.every(({ staffed, load }) => staffed && load === null)).toBe(true);
  });

  it('is what its nurses have to look after; whoever cannot walk alone counts twice', async () => {
    for (const name of ['赵一', '钱二', '孙三']) {
      const details = someone({ name, mobility: name === '孙三' ? 'wheelchair' : 'walks' });
      await ward.call('stays.admit', {
        ...{ details, bedId: await freeBed(), familyOf: null, convoyId: null },
      });
    }
    const { people } = await teamOf(ward, '江苏一队', ['陈护士', '林护士']);
    const doctor = await teamOf(ward, '江苏二队', ['王医生'], { group: 'medical' });
    const zone = await zoneOfFirstBed();
    await put([...people, ...doctor.people], '2022-04-04 13:00', zone);
    const { at: now, kept, units } = await ward.call('shifts.load', {});
    expect(await readNurseLoad(ward.db.read, null, ward.at('2022-04-04 12:00'))).toEqual({
      at: now,
      kept,
      units,
    });
    const total = units.filter(({ zoneId }) => zoneId === zone).reduce((sum, unit) => sum + unit.weight, 0);
    expect([kept, total]).toEqual([true, 4]);
    for (const unit of units.filter(({ zoneId }) => zoneId === zone))
      expect(unit).toMatchObject({ nurses: 2, load: 2, staffed: true });
    for (const unit of units.filter(({ zoneId }) => zoneId !== zone))
      expect(unit).toMatchObject({ nurses: 0, load: null, staffed: false });
  });
});

async function zoneOfFirstBed() {
  const { beds, units } = await ward
    .call('beds.plan', {})
    .then((plan) => ({ beds: plan.beds, units: plan.careUnits }));
  return units.find(({ id }) => id === beds[0]?.careUnitId)?.zoneId;
}

async function freeBed() {
  const zone = await zoneOfFirstBed();
  const plan = await ward.call('beds.plan', {});
  const { beds } = await ward.call('beds.board', {});
  const own = plan.careUnits.filter(({ zoneId }) => zoneId === zone).map(({ id }) => id);
  const inZone = new Set(plan.beds.filter(({ careUnitId }) => own.includes(careUnitId)).map(({ id }) => id));
  return beds.find(({ id, state }) => state === 'available' && inZone.has(id))?.id as never;
}
