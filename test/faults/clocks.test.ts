import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { TimeZone } from '#shared/rules/instant.ts';
import { builtProcess } from '../fixtures/built-process.ts';
import { openTestDesk } from '../fixtures/open-desk.ts';
import { openTestWard, someone } from '../fixtures/ward.ts';

const run = promisify(execFile);
const WARD = builtProcess('ward');
const newcomer = (name: string) => ({
  details: someone({ name }),
  bedId: null,
  familyOf: null,
  convoyId: null,
});

it('a clock set back: acts go on in their order, nobody moves before they came, and every invariant holds', async () => {
  const ward = await openTestWard('small-20', '2022-04-05 12:00');
  const bedId = await ward.bed('A-01-01');
  const { stayId } = await ward.call('stays.admit', newcomer('邹丽平'));
  ward.at('2022-04-05 09:00');
  // By this clock she has not come yet: a refusal in words, not a defect, and nothing is changed.
  const early = await ward.reply('stays.assign', {
    stayId,
    bedId,
    override: true,
    act: { key: crypto.randomUUID(), operatorId: ward.operatorId },
  });
  expect(early).toMatchObject({ ok: false, kind: 'refused' });
  const { stayId: next } = await ward.call('stays.admit', newcomer('丁林宁'));
  await ward.call('stays.assign', { stayId: next, bedId, override: true }, { reason: '测试' });
  ward.at('2022-04-05 12:30');
  const { rows } = await ward.call('stays.list', { scope: 'present' });
  expect(rows.map(({ name }) => name).sort()).toEqual(['丁林宁', '邹丽平']);
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  expect(ward.defects).toEqual([]);
  await ward.close();
});

it('a clock set back keeps no copy from being taken, nor the newest from being found', async () => {
  let now = Date.parse('2022-04-05T04:00:00Z');
  const ward = await openTestDesk({ clock: () => now });
  await ward.create();
  for (const hours of [0, 2, -48, 0.25, 0.25]) {
    now += hours * 3_600_000;
    await ward.admit(`${hours}`);
    expect(await ward.desk.backups.takeIfChanged('schedule')).not.toBeNull();
  }
  const copies = await ward.call('backups.list', {});
  expect(copies.map(({ info }) => info?.acts)).toEqual([5, 4, 3, 2, 1]);
  expect(new Set(copies.map(({ file }) => file)).size).toBe(5);
  await ward.close();
});

it('the time zone of the PC changes nothing of what the ward says', async () => {
  const ward = await openTestWard('small-20', '2022-04-05 23:30');
  await ward.call('stays.admit', newcomer('邹丽平'));
  ward.at('2022-04-06 00:30');
  const { stayId } = await ward.call('stays.admit', newcomer('丁林宁'));
  ward.at('2022-04-06 10:20');
  const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
  await ward.call('discharges.commit', { stays: [{ stayId }], leaving });
  const said = await Promise.all(
    ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map(async (TZ) => {
      const census = ['census', '--at', '2022-04-06T01:00:00+08:00'];
      const out = join(ward.folder, `${TZ.replace('/', '-')}.csv`);
      const day = ['--from', '2022-04-06T00:00+08:00', '--to', '2022-04-07T00:00+08:00', '--out', out];
      const ask = async (...args: string[]) =>
        (
          await run(process.execPath, [WARD, '--data', ward.folder, '--json', ...args], {
            env: { ...process.env, TZ },
          })
        ).stdout;
      const there = await ask(...census);
      await ask('report', 'discharges', ...day);
      return { there, left: readFileSync(out, 'utf8') };
    }),
  );
  expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(JSON.parse(said[0]?.there ?? '')).toMatchObject({ patients: { inHouse: 2 } });
  // Written out as the clocks of the hospital show it, wherever the PC thinks that it stands.
  expect(said[0]?.left).toContain('2022-04-06 10:20');
  await ward.close();
});

it('in the hour that comes twice everybody has a time of their own, and what is asked of in between is right', async () => {
  const ward = await openTestDesk({ clock: () => Date.parse('2022-10-30T06:00:00Z') });
  await ward.call('setup.create', {
    name: '夏令时',
    timeZone: 'Europe/Berlin' as TimeZone,
    layout: { id: 'small-20' },
    zones: [],
    operators: ['李护士'],
    protection: { kind: 'open' },
  } as never);
  const operators = await ward.call('ward.operators', {});
  const at = async (name: string, happenedAt: string) => {
    const act = { key: crypto.randomUUID(), operatorId: operators[0]?.id, happenedAt, reason: '补录' };
    expect(await ward.desk.call('stays.admit', { ...newcomer(name), act })).toMatchObject({ ok: true });
  };
  await at('第一个两点半', '2022-10-30T02:30:00+02:00');
  await at('第二个两点半', '2022-10-30T02:30:00+01:00');
  const inHouse = async (instant: string) =>
    (await ward.call('ward.census', { at: instant })).patients.inHouse;
  expect(await inHouse('2022-10-30T02:29:00+02:00')).toBe(0);
  expect(await inHouse('2022-10-30T02:59:00+02:00')).toBe(1);
  expect(await inHouse('2022-10-30T02:29:00+01:00')).toBe(1);
  expect(await inHouse('2022-10-30T02:30:00+01:00')).toBe(2);
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  await ward.close();
});
