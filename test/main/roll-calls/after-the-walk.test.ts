import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RollCallId, StayId } from '#shared/contract/values.ts';
import { openWalk, type Walk } from './walk.ts';

let walk: Walk;
let zhang: StayId;
let li: StayId;
let a: string;
let b: string;
let c: string;
let free: string;
let rollCallId: RollCallId;

beforeEach(async () => {
  walk = await openWalk();
  [a, b, c, free] = walk.codes as [string, string, string, string];
  zhang = await walk.admit('张一', a);
  li = await walk.admit('李二', b);
  walk.ward.at('2022-04-06 09:00');
  rollCallId = await walk.begin();
});
afterEach(() => walk.ward.close());

const bedOf = async (stayId: StayId) =>
  (await walk.ward.call('stays.record', { stayId })).stay.bed?.code ?? null;
const move = async (stayId: StayId, bed: string) =>
  walk.ward.call('stays.move', { stayId, bedId: await walk.ward.bed(bed), because: 'request' });
const states = async () => (await walk.findings(rollCallId)).map(({ state }) => state);

it('lets nobody be put back to where a walk saw them before a nurse moved them', async () => {
  await walk.see(rollCallId, { [a]: null, [c]: zhang });
  await walk.seeTheRest(rollCallId);
  await walk.ward.call('rollCalls.close', { rollCallId });
  walk.ward.at('2022-04-06 11:00');
  await move(zhang, free);
  walk.ward.at('2022-04-08 10:00');
  const [finding] = await walk.findings(rollCallId);
  expect(finding).toMatchObject({ state: 'settled', ways: [], since: { what: 'stays.move', who: '李护士' } });
  const input = { rollCallId, kind: 'misplaced', key: zhang, how: 'rearrange' } as const;
  const refusal = await walk.ward.refused('rollCalls.mend', input, { reason: '核实' });
  expect(refusal).toMatchObject({
    code: 'stale',
    params: { name: '张一', who: '李护士', what: 'stays.move' },
  });
  expect(await bedOf(zhang)).toBe(free);
  expect((await walk.ward.call('rollCalls.list', {})).rollCalls[0]?.result).toMatchObject({ open: 0 });
});

it('keeps a swap settled when the two change back another day', async () => {
  await walk.see(rollCallId, { [a]: li, [b]: zhang });
  const swap = { first: { stayId: zhang }, second: { stayId: li }, because: 'request' } as const;
  walk.ward.at('2022-04-06 10:00');
  await walk.ward.call('stays.swap', swap);
  expect(await states()).toEqual(['settled']);
  walk.ward.at('2022-04-07 10:00');
  await walk.ward.call('stays.swap', swap);
  expect(await states()).toEqual(['settled']);
});

it('has a finding open again once the move that settled it was taken back', async () => {
  await walk.see(rollCallId, { [a]: null, [c]: zhang });
  walk.ward.at('2022-04-06 10:00');
  const { actId } = await move(zhang, free);
  expect(await states()).toEqual(['settled']);
  await walk.ward.call('acts.undo', { actId, beds: [] });
  expect(await states()).toEqual(['open']);
});

it('knows which came first, a move or a mark that was corrected and set right again', async () => {
  await walk.see(rollCallId, { [a]: null, [c]: zhang });
  walk.ward.at('2022-04-06 10:00');
  await move(zhang, free);
  const actId = await walk.see(rollCallId, { [c]: null });
  await walk.ward.call('acts.undo', { actId: actId as never, beds: [] });
  expect(await states()).toEqual(['settled']);
});

it('takes what was moved before a paper walk was typed in as the later word', async () => {
  walk.ward.at('2022-04-06 10:00');
  await move(zhang, free);
  walk.ward.at('2022-04-06 11:00');
  const marks = [
    { bedId: await walk.ward.bed(c), found: { kind: 'stay', stayId: zhang } as const },
    { bedId: await walk.ward.bed(a), found: { kind: 'nobody' } as const },
  ];
  await walk.ward.call('rollCalls.mark', { rollCallId, marks }, { happenedAt: '2022-04-06T09:30:00+08:00' });
  expect(await states()).toEqual(['settled']);
});

it('settles who was moved or discharged since, with or without a bed, and a stranger whom a nurse admitted', async () => {
  const zhao = await walk.admit('赵四', null);
  await walk.see(rollCallId, { [a]: null, [b]: null, [c]: '王五', [free]: zhao });
  walk.ward.at('2022-04-06 10:00');
  await move(zhang, walk.codes[5] as string);
  await walk.admit('王五', walk.codes[6] as string, 'female');
  const leaving = { way: 'against-advice', destination: '', companion: '', note: '' } as const;
  const stays = [{ stayId: li }, { stayId: zhao }];
  await walk.ward.call('discharges.commit', { stays, leaving }, { reason: '要求离院' });
  expect(await states()).toEqual(['settled', 'settled', 'settled', 'settled']);
  const stranger = (await walk.findings(rollCallId)).find(({ kind }) => kind === 'stranger');
  expect(stranger?.since).toMatchObject({ what: 'stays.admit' });
  const input = { rollCallId, kind: 'stranger', key: stranger?.key as string, how: 'admit' } as const;
  expect(await walk.ward.refused('rollCalls.mend', input, { reason: 'x' })).toMatchObject({ code: 'stale' });
});

it('does not take one of two strangers of the same name for the other', async () => {
  await walk.see(rollCallId, { [c]: '王五', [free]: '王五' });
  await walk.mend(rollCallId, 'stranger', 'admit');
  expect((await states()).sort()).toEqual(['mended', 'open']);
});

it('offers to register nobody in a bed that somebody else was given since', async () => {
  await walk.see(rollCallId, { [a]: null, [c]: zhang });
  walk.ward.at('2022-04-06 10:00');
  await walk.admit('赵四', c);
  const [finding] = await walk.findings(rollCallId);
  expect(finding).toMatchObject({ state: 'open', ways: ['accounted'], since: { what: 'stays.admit' } });
  const input = { rollCallId, kind: 'misplaced', key: zhang, how: 'rearrange' } as const;
  expect((await walk.ward.refused('rollCalls.mend', input, { reason: 'x' })).code).toBe('stale');
  await walk.mend(rollCallId, 'misplaced', 'accounted');
});

it('dates no mend before the bed was walked', async () => {
  await walk.see(rollCallId, { [a]: null });
  walk.ward.at('2022-04-06 10:00');
  const input = { rollCallId, kind: 'ghost', key: zhang, how: 'left' } as const;
  const early = { reason: '同屋说前天走了', happenedAt: '2022-04-06T08:50:00+08:00' };
  const refusal = await walk.ward.refused('rollCalls.mend', input, early);
  expect(refusal).toMatchObject({
    code: 'mend-before-walk',
    params: { bed: a, walked: '2022-04-06T09:00:00' },
  });
  expect(await bedOf(zhang)).toBe(a);
  await walk.ward.call('rollCalls.mend', input, { ...early, happenedAt: '2022-04-06T09:30:00+08:00' });
});

it('registers somebody in the bed where they were found although its patient was discharged since', async () => {
  await walk.see(rollCallId, { [a]: li, [b]: null });
  walk.ward.at('2022-04-06 10:00');
  const leaving = { way: 'against-advice', destination: '', companion: '', note: '' } as const;
  await walk.ward.call('discharges.commit', { stays: [{ stayId: zhang }], leaving }, { reason: '要求离院' });
  walk.ward.at('2022-04-06 10:30');
  const finding = (await walk.findings(rollCallId)).find(({ state }) => state === 'open');
  expect(finding).toMatchObject({ concerned: [{ state: 'awaitingDisinfection' }] });
  expect(finding?.ways).toContain('rearrange');
  await walk.mend(rollCallId, 'misplaced', 'rearrange');
  expect(await bedOf(li)).toBe(a);
  expect((await walk.ward.call('ward.verify', {})).problems).toEqual([]);
});
