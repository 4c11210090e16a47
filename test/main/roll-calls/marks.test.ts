import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import type { RollCallId, StayId } from '#shared/contract/values.ts';
import { openWalk, type Walk } from './walk.ts';

let walk: Walk;
let zhang: StayId;
let a: string;
let b: string;
let rollCallId: RollCallId;

beforeEach(async () => {
  walk = await openWalk();
  [a, b] = walk.codes as [string, string];
  zhang = await walk.admit('张一', a);
  walk.ward.at('2022-04-06 09:00');
  rollCallId = await walk.begin();
});
afterEach(() => walk.ward.close());

type WalkedBed = OutputOf<'rollCalls.show'>['walk'][number];

/** As a screen marks the rest of a unit: as listed, over the marks that it shows. */
const asListed = (beds: readonly WalkedBed[]) => ({
  rollCallId,
  marks: beds.map(({ bedId, expected, mark }) => ({
    ...{ bedId, over: mark?.actId ?? null },
    found: expected ? ({ kind: 'stay', stayId: expected.stayId } as const) : ({ kind: 'nobody' } as const),
  })),
});
const shown = async (at?: string) =>
  (await walk.ward.call('rollCalls.show', at ? { rollCallId, at } : { rollCallId })).walk;
const bedOf = async (stayId: StayId) =>
  (await walk.ward.call('stays.record', { stayId })).stay.bed?.code ?? null;

it('wipes nothing out that another desk has marked since, and says who did', async () => {
  const before = await shown();
  await walk.see(rollCallId, { [a]: null });
  await walk.mend(rollCallId, 'ghost', 'accounted');
  const refusal = await walk.ward.refused('rollCalls.mark', asListed(before));
  expect(refusal).toMatchObject({
    code: 'stale',
    params: { name: a, who: '李护士', what: 'rollCalls.mark' },
  });
  const { result, findings } = await walk.show(rollCallId);
  expect(result).toMatchObject({ walked: 1, found: 0, ghosts: 1 });
  expect(findings).toMatchObject([{ state: 'mended' }]);

  await walk.ward.call('rollCalls.mark', asListed((await shown()).filter(({ mark }) => mark === null)));
  expect((await walk.show(rollCallId)).result).toMatchObject({ walked: 20, ghosts: 1 });
  await walk.ward.call('rollCalls.mark', asListed(await shown()));
  expect((await walk.show(rollCallId)).result).toMatchObject({ walked: 20, found: 1, ghosts: 0 });
});

it('marks a bed whose mark was taken back since', async () => {
  const actId = await walk.see(rollCallId, { [a]: null });
  const before = await shown();
  await walk.ward.call('acts.undo', { actId: actId as never, beds: [] });
  await walk.ward.call('rollCalls.mark', asListed(before));
  expect((await walk.show(rollCallId)).result).toMatchObject({ walked: 20, found: 1, ghosts: 0 });
});

it('enters a walk on paper as listed then, whoever has come and moved since', async () => {
  walk.ward.at('2022-04-06 10:00');
  await walk.admit('李二', b);
  await walk.ward.call('stays.move', {
    ...{ stayId: zhang, because: 'request' },
    bedId: await walk.ward.bed(walk.codes[3] as string),
  });
  walk.ward.at('2022-04-06 11:00');
  const then = '2022-04-06T09:30:00+08:00';
  const now = await walk.ward.refused('rollCalls.mark', asListed(await shown()), { happenedAt: then });
  expect(now).toMatchObject({ code: 'not-in-house', params: { name: '李二' } });
  await walk.ward.call('rollCalls.mark', asListed(await shown(then)), { happenedAt: then });
  const { result, findings } = await walk.show(rollCallId);
  expect(result).toMatchObject({ walked: 20, expected: 1, found: 1 });
  expect(findings).toEqual([]);
});

it('takes “left without notice” back although the bed was disinfected, as a discharge is', async () => {
  await walk.see(rollCallId, { [a]: null });
  const { actId } = await walk.mend(rollCallId, 'ghost', 'left');
  walk.ward.at('2022-04-06 12:00');
  await walk.ward.call('beds.signOffDisinfection', { bedIds: [await walk.ward.bed(a)] });
  await walk.ward.call('acts.undo', { actId, beds: [] });
  const { stay, beds } = await walk.ward.call('stays.record', { stayId: zhang });
  expect(stay.status).toBe('in-house');
  expect(beds.map(({ code, to }) => [code, to])).toEqual([
    [a, '2022-04-06T01:00:00.000Z'],
    [a, null],
  ]);
  expect((await walk.ward.call('ward.verify', {})).problems).toEqual([]);
});

it('does not bring back whoever was only taken out of a bed that was disinfected since', async () => {
  await walk.see(rollCallId, { [a]: null });
  const { actId } = await walk.mend(rollCallId, 'ghost', 'take-out');
  walk.ward.at('2022-04-06 12:00');
  await walk.ward.call('beds.signOffDisinfection', { bedIds: [await walk.ward.bed(a)] });
  expect((await walk.ward.refused('acts.undo', { actId, beds: [] })).code).toBe('undo-later-act');
  expect(await bedOf(zhang)).toBeNull();
});
