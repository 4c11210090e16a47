import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { report } from '#main/cli/report-commands.ts';
import type { Terminal } from '#main/cli/terminal.ts';
import type { Desk } from '#main/desk/desk.ts';
import type { ActId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { handsAt, NOON } from './hands.ts';

let ward: TestWard;
let hands: ReturnType<typeof handsAt>;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 13:00');
  hands = handsAt(ward);
});
afterEach(() => ward.close());

describe('what is read out of a signed report', () => {
  const text = async (more = {}) => readFileSync((await hands.file('txt', more)).file, 'utf8');

  it('is what was signed, by screen and by file; what was learnt since has its own name', async () => {
    const someone = await hands.admit('甲', 'A-01-01');
    ward.at('2022-04-05 12:30');
    expect((await hands.show()).readOut.zh).toMatch(/^【未签发】\n截至/);
    expect((await hands.show()).standingReadOut).toBeNull();
    await hands.sign();
    await hands.discharge(someone, 'on-order', { happenedAt: '2022-04-05T11:30+08:00' });
    const { readOut, standingReadOut } = await hands.show();
    expect(standingReadOut?.zh).toMatch(/^【第 1 版，李护士 签发于 2022-04-05 12:30】\n截至/);
    expect(standingReadOut?.zh).toContain('现有在舱 1 人');
    expect(standingReadOut?.en).toMatch(/^\[version 1, signed by 李护士 at 2022-04-05 12:30\]\nBy/);
    expect(readOut.zh).toMatch(/^【未签发】[\s\S]*现有在舱 0 人/);
    expect(readOut.en).toMatch(/^\[not signed\]/);
    expect(await text({ version: 'standing' })).toContain(standingReadOut?.zh.replaceAll('\n', '\r\n'));
    expect(await text()).toContain(readOut.zh.replaceAll('\n', '\r\n'));
    await hands.sign({ reason: '补录一人离舱' });
    expect(await hands.file('json', { version: 'standing' })).toMatchObject({ version: 2 });
    await ward.call('daily.withdraw', { cutOff: NOON, version: 2 }, { reason: '签错' });
    expect((await hands.show()).standingReadOut).toEqual(standingReadOut);
  });

  it('is what the terminal writes, unless another version is asked for', async () => {
    const someone = await hands.admit('甲', 'A-01-01');
    ward.at('2022-04-05 12:30');
    const out = join(ward.folder, 'report.txt');
    const terminal = (options: Record<string, unknown> = {}): Terminal => ({
      desk: { call: ward.reply } as unknown as Desk,
      options: { at: NOON, out, ...options },
      style: { json: false, language: 'zh-CN' },
      args: ['daily'],
      standardInput: () => '',
      means: {},
      recoveryKey: null,
    });
    const written = async (options = {}) => {
      const { value } = await report(terminal(options));
      return [(value as { version: number | null }).version, readFileSync(out, 'utf8')];
    };
    expect(await written()).toEqual([null, expect.stringContaining('未签发')]);
    await hands.sign();
    await hands.discharge(someone, 'on-order', { happenedAt: '2022-04-05T11:30+08:00' });
    expect(await written()).toEqual([1, expect.stringMatching(/第 1 版[\s\S]*现有在舱 1 人/)]);
    expect(await written({ version: 'now' })).toEqual([
      null,
      expect.stringMatching(/未签发[\s\S]*现有在舱 0 人/),
    ]);
    await hands.sign({ reason: '补录一人离舱' });
    expect(await written({ version: '1' })).toEqual([1, expect.stringContaining('现有在舱 1 人')]);
    expect(await written()).toEqual([2, expect.stringContaining('现有在舱 0 人')]);
    await expect(written({ version: '3' })).rejects.toMatchObject({ view: { code: 'no-such-report' } });
    await expect(written({ version: 'last' })).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe('the signature of a report', () => {
  it('is taken back by nobody without a reason, not by way of an undo either', async () => {
    await hands.admit('甲', 'A-01-01');
    ward.at('2022-04-05 12:30');
    const signed = await hands.sign();
    const undo = (actId: ActId, header = {}) => ward.refused('acts.undo', { actId, beds: [] }, header);
    expect(await undo(signed.actId)).toMatchObject({ code: 'cannot-undo' });
    expect(await undo(signed.actId, { reason: '签错' })).toMatchObject({ code: 'cannot-undo' });
    const which = { cutOff: NOON, version: 1 };
    const withdrawn = await ward.call('daily.withdraw', which, { reason: '签错时点' });
    ward.published.length = 0;
    const back = await ward.call('acts.undo', { actId: withdrawn.actId, beds: [] });
    expect(ward.published.flat()).toContain('reports');
    expect(await undo(back.actId)).toMatchObject({ code: 'reason-needed' });
    expect((await hands.show()).signed).toMatchObject([{ version: 1, withdrawn: false }]);
    await ward.call('acts.undo', { actId: back.actId, beds: [] }, { reason: '确实签错' });
    expect((await hands.show()).signed).toMatchObject([{ version: 1, withdrawn: true }]);
  });
});
