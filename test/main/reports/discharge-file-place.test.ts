import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '#main/handlers.ts';
import { createRouter } from '#main/ipc/router.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import { type TestWard, ZONE } from '../../fixtures/ward.ts';
import { DAY, wardWithDischarges } from './ward-with-discharges.ts';

describe('where a discharge file goes', () => {
  let ward: TestWard;
  const input = (more: object = {}) =>
    ({ ...DAY, format: 'csv', language: 'en', madeBy: ward.operatorId, ...more }) as const;
  const exports = () => path.join(ward.folder, 'exports');

  beforeAll(async () => {
    ward = await wardWithDischarges([]);
  });
  afterAll(() => ward.close());

  it('makes the export folder, names files by the days of the period, and replaces none', async () => {
    const names = [];
    for (const more of [
      {},
      {},
      { format: 'xlsx' },
      { language: 'zh-CN' },
      { from: '2022-04-04T12:00+08:00' },
    ]) {
      names.push(path.basename((await ward.call('reports.dischargeFile', input(more) as never)).file));
    }
    expect(names).toEqual([
      'discharges-2022-04-05.csv',
      'discharges-2022-04-05-2.csv',
      'discharges-2022-04-05.xlsx',
      '出舱名单-2022-04-05.csv',
      'discharges-2022-04-04_2022-04-05.csv',
    ]);
    expect(readdirSync(exports()).sort()).toEqual([...names].sort());
  });

  it('goes where a terminal says, and replaces what is there', async () => {
    const file = path.join(ward.folder, 'list.csv');
    writeFileSync(file, 'old');
    expect(await ward.call('reports.dischargeFile', input({ file }))).toEqual({ file, lines: 0 });
    expect(readFileSync(file, 'utf8')).toContain('discharge list');
  });

  it('refuses a folder that is not there or is none, in words, and leaves nothing', async () => {
    writeFileSync(path.join(ward.folder, 'file'), '');
    mkdirSync(path.join(ward.folder, 'folder'));
    const before = readdirSync(ward.folder).sort();
    for (const [file, problem] of [
      ['nowhere/list.csv', 'there is no such folder'],
      ['file/list.csv', 'a part of the path is no folder'],
      ['folder', 'that name is a folder'],
    ] as const) {
      const whole = path.join(ward.folder, file);
      expect(await ward.refused('reports.dischargeFile', input({ file: whole }))).toEqual({
        code: 'cannot-write-file',
        params: { file: whole, problem },
      });
    }
    expect(await ward.refused('reports.dischargeFile', input({ file: '/dev/null' }))).toMatchObject({
      params: { problem: 'what is there is no ordinary file' },
    });
    expect(readdirSync(ward.folder).sort()).toEqual(before);
  });

  it('never goes where a window says', async () => {
    const file = path.join(ward.folder, 'from-window.csv');
    const router = createRouter({
      ...{
        ward: ward.db,
        zone: ZONE,
        exportFolder: exports(),
        trustsPaths: false,
        handlers,
        clock: Date.now,
      },
      ...{ publish: () => undefined, log: { defect: () => undefined, slow: () => undefined } },
    });
    expect(await router('reports.dischargeFile', input({ file }))).toEqual({
      ok: false,
      kind: 'refused',
      refusal: {
        code: 'cannot-write-file',
        params: { file, problem: 'that place cannot be chosen from here' },
      },
    });
    expect(existsSync(file)).toBe(false);
  });

  it('says in Chinese why it cannot be written', async () => {
    const file = path.join(ward.folder, 'nowhere', 'list.csv');
    const refusal = await ward.refused('reports.dischargeFile', input({ file, language: 'zh-CN' }));
    expect(refusal.params.problem).toBe('没有这个文件夹');
  });

  it('refuses somebody who is no operator, and an empty period', async () => {
    const madeBy = '01890000-0000-7000-8000-000000000000' as OperatorId;
    expect(await ward.refused('reports.dischargeFile', input({ madeBy }))).toMatchObject({
      code: 'unknown-operator',
    });
    const to = DAY.from;
    expect(await ward.refused('reports.dischargeFile', input({ to }))).toMatchObject({
      code: 'period-empty',
    });
  });

  it('leaves nothing when it is cancelled', async () => {
    const before = readdirSync(exports());
    const reply = await ward.reply('reports.dischargeFile', input({ format: 'xlsx' }), {
      cancelled: () => true,
    });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
    expect(readdirSync(exports())).toEqual(before);
    expect(existsSync(exports())).toBe(true);
  });
});
