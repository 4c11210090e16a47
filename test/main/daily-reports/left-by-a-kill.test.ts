import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeAllDue } from '#main/daily-reports/keep-schedule.ts';
import { openTestWard } from '../../fixtures/ward.ts';

const SCRIPT = join(import.meta.dirname, '../../fixtures/place-and-die.ts');

it('half a report that a kill left is gone with the next one that is written, and nothing else of that folder is', async () => {
  const ward = await openTestWard('small-20', '2022-04-04 12:30');
  const folder = join(ward.folder, 'network');
  mkdirSync(folder);
  await ward.call('daily.setSchedule', { cutOffs: ['12:00'], language: 'zh-CN', formats: ['txt'] });
  await ward.call('daily.setFolder', { folder });
  expect(spawnSync(process.execPath, [SCRIPT, folder]).signal).toBe('SIGKILL');
  const [left = '', ...none] = readdirSync(folder);
  expect([/^\.unfinished-\d+-.+@[0-9a-f]{12}\.part$/.test(left), none]).toEqual([true, []]);
  expect(readFileSync(join(folder, left), 'utf8')).toContain('邹丽平');

  const [, pid = ''] = /-(\d+)-/.exec(left) ?? [];
  const ofOtherPc = (name: string) => left.replace(/@.*\./, `@${name}.`).replace(`-${pid}-`, '-999999-');
  const theirs = [
    '.unfinished-draft.part',
    '统计.part',
    '.5f0c1f6e-0d1b-4b6e-9a51-1c2d3e4f5a6b.part',
    '说明.txt',
  ];
  const atWork = [ofOtherPc('aaaaaaaaaaaa'), left.replace(`-${pid}-`, `-${process.pid}-`)];
  const longAgo = ofOtherPc('bbbbbbbbbbbb');
  for (const name of [...theirs, ...atWork, longAgo]) writeFileSync(join(folder, name), '不是我们的');
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  utimesSync(join(folder, longAgo), twoDaysAgo, twoDaysAgo);
  const link = left.replace(`-${pid}-`, '-999998-');
  symlinkSync(join(folder, '说明.txt'), join(folder, link));
  const odd = left.replace(`-${pid}-`, '-999997-');
  mkdirSync(join(folder, odd));

  ward.at('2022-04-05 12:01');
  expect(await writeAllDue({ call: ward.reply }, () => undefined)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(
    [...theirs, ...atWork, link, odd, '日报-2022-04-05-1200.txt'].sort(),
  );
  for (const name of [...theirs, ...atWork])
    expect(readFileSync(join(folder, name), 'utf8')).toBe('不是我们的');
  await ward.close();
});
