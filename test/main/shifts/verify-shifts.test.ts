import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '#main/db/open.ts';
import { moment, teamOf, zoneIds } from '../../fixtures/shifts.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

const TRAIL = 'the audit trail is whole';
let ward: TestWard;
let ids: { team: string; other: string; nurse: string; zone: string; unit: string; elsewhere: string };
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
  const { teamId: team, people } = await teamOf(ward, '江苏一队', ['陈护士']);
  const { teamId: other } = await teamOf(ward, '浙江队', []);
  const [zoneId, otherZone] = [...(await zoneIds(ward)).values()];
  const { careUnits } = await ward.call('beds.plan', {});
  const unitOf = (zone: unknown) => careUnits.find((unit) => unit.zoneId === zone)?.id;
  const [unit, elsewhere] = [unitOf(zoneId), unitOf(otherZone)];
  const [nurse] = people;
  if (!zoneId || !unit || !elsewhere || !nurse) throw new Error('the small ward has two zones');
  await ward.call('shifts.setZones', { teamId: team, zoneIds: [zoneId], from: moment('2022-04-04 08:00') });
  await ward.call('shifts.assign', {
    ...{ operatorIds: people, shift: moment('2022-04-04 13:00'), zoneId, careUnitIds: [unit] },
  });
  ids = { team, other, nurse, zone: zoneId, unit, elsewhere };
});
afterEach(() => ward.close());

/** What a hand could do to the file that the program never does. */
async function breakIt(sql: string): Promise<string[]> {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  const database = connect(ward.file, {});
  database.pragma('foreign_keys = OFF');
  const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").pluck().all();
  for (const name of triggers) database.exec(`drop trigger ${String(name)}`);
  database.exec(sql);
  database.close();
  return brokenChecks();
}

/** Whatever else it breaks, a hand at the file shows on the trail. */
async function brokenChecks(): Promise<string[]> {
  const { problems } = await ward.call('ward.verify', {});
  const checks = [...new Set(problems.map(({ check }) => check))];
  expect(checks.pop()).toBe(TRAIL);
  return checks;
}

const duty = (
  from: string,
  to: string,
) => `insert into duty (duty_id, operator_id, from_at, to_at, zone_id, recorded_by)
  values ('${crypto.randomUUID()}', '${ids.nurse}', '${moment(from)}', '${moment(to)}', '${ids.zone}', 1)`;

it('finds somebody who is on duty in two places', async () => {
  expect(await breakIt(duty('2022-04-04 15:00', '2022-04-04 19:00'))).toEqual([
    'nobody is on duty in two places at once',
  ]);
});

it('finds somebody who is in two teams', async () => {
  const twice = `insert into team_member (operator_id, team_id, team_group, from_at, recorded_by)
    values ('${ids.nurse}', '${ids.other}', 'nursing', '${moment('2022-04-05 08:00')}', 1)`;
  expect(await breakIt(twice)).toEqual(['nobody is in two teams at once']);
});

it('finds a zone with two teams', async () => {
  const twice = `insert into team_zone (zone_id, team_id, from_at, recorded_by)
    values ('${ids.zone}', '${ids.other}', '${moment('2022-04-06 08:00')}', 1)`;
  expect(await breakIt(twice)).toEqual(['a zone has one team at a time']);
});

it('finds somebody who is on duty before their team is there, and after it has left', async () => {
  const found = ['whoever is on duty is of a team that is there'];
  expect(await breakIt(duty('2022-04-02 08:00', '2022-04-02 12:00'))).toEqual(found);
  const database = connect(ward.file, {});
  database.exec(`delete from duty where from_at < '${moment('2022-04-04 00:00')}'`);
  database.exec(`update relief_team set leaves_at = '${moment('2022-04-04 14:00')}'`);
  database.close();
  const { problems } = await ward.call('ward.verify', {});
  // Both teams were told to leave earlier, by no act.
  expect(problems.map(({ check }) => check)).toEqual([...found, TRAIL, TRAIL]);
});

it('finds people and zones of a team that does not exist', async () => {
  expect(
    await breakIt(`update relief_team set team_id = '${crypto.randomUUID()}' where team_id = '${ids.team}'`),
  ).toEqual(['whoever is on duty is of a team that is there', 'people and zones are of teams that exist']);
});

it('finds a duty with a care unit of another zone', async () => {
  expect(await breakIt(`update duty_unit set care_unit_id = '${ids.elsewhere}'`)).toEqual([
    'the care units of a duty are of its zone',
  ]);
});

it('finds a shift that was dropped before it was planned', async () => {
  expect(await breakIt('update duty set superseded_by = recorded_by')).toEqual([
    'shifts and teams are superseded after they were recorded',
  ]);
});

it('finds two teams that own one care unit', async () => {
  const twice = `insert into team_unit (care_unit_id, team_id, from_at, recorded_by)
    values ('${ids.unit}', '${ids.team}', '2022-04-04T00:00:00.000Z', 1),
           ('${ids.unit}', '${ids.other}', '2022-04-04T01:00:00.000Z', 1)`;
  expect(await breakIt(twice)).toEqual(['a care unit has one team of its own at a time']);
});
