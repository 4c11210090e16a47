import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RollCallId, StayId } from '#shared/contract/values.ts';
import { openWalk, type Walk } from './walk.ts';

let walk: Walk;
let zhang: StayId;
let li: StayId;
let wang: StayId;
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
  wang = await walk.admit('王三', c);
  walk.ward.at('2022-04-06 09:00');
  rollCallId = await walk.begin();
});
afterEach(() => walk.ward.close());

const bedOf = async (stayId: StayId) =>
  (await walk.ward.call('stays.record', { stayId })).stay.bed?.code ?? null;
const counts = async () => (await walk.ward.call('beds.board', {})).counts;
const stateOf = async (code: string) => {
  const id = walk.beds.get(code);
  return (await walk.ward.call('beds.board', {})).beds.find((bed) => bed.id === id)?.state;
};
const spare = () => walk.codes[4] as string;
const open = async () =>
  (await walk.findings(rollCallId)).filter(({ state }) => state === 'open').map(({ kind }) => kind);

it('is clean where everybody lies where they are registered', async () => {
  await walk.seeTheRest(rollCallId);
  const { findings, result } = await walk.show(rollCallId);
  expect(findings).toEqual([]);
  expect(result).toMatchObject({ beds: 20, walked: 20, expected: 3, found: 3, open: 0 });
});

it('takes a ghost out of the bed in one step, with who and when, and shows it again after an undo', async () => {
  await walk.see(rollCallId, { [a]: null });
  expect(await open()).toEqual(['ghost']);
  const { actId } = await walk.mend(rollCallId, 'ghost', 'take-out');
  expect(await bedOf(zhang)).toBeNull();
  const [finding] = await walk.findings(rollCallId);
  expect(finding).toMatchObject({
    state: 'mended',
    mended: { how: 'take-out', reason: '点名核实', who: expect.any(String) },
  });
  const record = await walk.ward.call('stays.record', { stayId: zhang });
  expect(record.stay.status).toBe('waiting');
  expect(record.history[0]?.procedure).toBe('rollCalls.mend');
  await walk.ward.call('acts.undo', { actId, beds: [] });
  expect(await bedOf(zhang)).toBe(a);
  expect(await open()).toEqual(['ghost']);
});

it('lets a ghost leave without notice, or be accounted for', async () => {
  await walk.see(rollCallId, { [a]: null, [b]: null });
  await walk.mend(rollCallId, 'ghost', 'left');
  expect((await walk.ward.call('stays.record', { stayId: zhang })).stay).toMatchObject({ way: 'other' });
  await walk.mend(rollCallId, 'ghost', 'accounted');
  expect(await bedOf(li)).toBe(b);
  expect(await open()).toEqual([]);
});

it('tells two people in each other’s beds as one swap and changes them over in one act', async () => {
  await walk.see(rollCallId, { [a]: li, [b]: zhang });
  expect(await open()).toEqual(['swap']);
  const { actId } = await walk.mend(rollCallId, 'swap', 'rearrange');
  expect([await bedOf(zhang), await bedOf(li)]).toEqual([b, a]);
  const board = await walk.ward.call('beds.board', {});
  expect(board.counts).toMatchObject({ occupied: 3, awaitingDisinfection: 0 });
  await walk.ward.call('acts.undo', { actId, beds: [] });
  expect([await bedOf(zhang), await bedOf(li)]).toEqual([a, b]);
  expect(await open()).toEqual(['swap']);
});

it('moves whoever lies in the bed of a ghost there, and the ghost out of it, in the same act', async () => {
  await walk.see(rollCallId, { [a]: li, [b]: null });
  expect((await open()).sort()).toEqual(['ghost', 'misplaced']);
  await walk.mend(rollCallId, 'misplaced', 'rearrange');
  expect([await bedOf(zhang), await bedOf(li)]).toEqual([null, a]);
  expect(await open()).toEqual([]);
  expect((await walk.ward.call('ward.verify', {})).problems).toEqual([]);
});

it('turns three people round who lie one bed further each', async () => {
  await walk.see(rollCallId, { [a]: wang, [b]: zhang, [c]: li });
  await walk.mend(rollCallId, 'misplaced', 'rearrange');
  expect([await bedOf(zhang), await bedOf(li), await bedOf(wang)]).toEqual([b, c, a]);
  expect(await open()).toEqual([]);
});

it('admits a stranger with the words of the walk into the bed where they lie', async () => {
  await walk.see(rollCallId, { [free]: '红衣女子，约 40 岁' });
  const { stayId, actId } = await walk.mend(rollCallId, 'stranger', 'admit');
  const record = await walk.ward.call('stays.record', { stayId: stayId as StayId });
  expect(record.stay).toMatchObject({ name: '红衣女子，约 40 岁', sex: 'female', provisional: true });
  expect(record.stay.bed?.code).toBe(free);
  await walk.ward.call('acts.undo', { actId, beds: [] });
  expect(await open()).toEqual(['stranger']);
});

it('recognises a stranger as somebody who waits for a bed', async () => {
  const zhao = await walk.admit('赵四', null);
  await walk.see(rollCallId, { [free]: '老人' });
  await walk.mend(rollCallId, 'stranger', 'match', zhao);
  expect(await bedOf(zhao)).toBe(free);
});

it('does not give a bed up while a stranger lies in it, and takes the ghost out with the stranger’s admission', async () => {
  await walk.see(rollCallId, { [a]: '白衣男子' });
  const ghost = { rollCallId, kind: 'ghost', key: zhang, how: 'take-out' } as const;
  const refusal = await walk.ward.refused('rollCalls.mend', ghost, { reason: '核实' });
  expect(refusal).toMatchObject({ code: 'somebody-lies-there', params: { bed: a } });
  await walk.mend(rollCallId, 'stranger', 'admit');
  expect(await bedOf(zhang)).toBeNull();
  expect(await open()).toEqual([]);
});

it('registers somebody found in a bed that awaits disinfection, which begins anew when they leave it', async () => {
  await walk.ward.call('stays.move', { stayId: zhang, bedId: await walk.ward.bed(free), because: 'request' });
  await walk.see(rollCallId, { [a]: li, [b]: null });
  const [finding] = await walk.findings(rollCallId);
  expect(finding?.concerned[0]).toMatchObject({ bed: { code: a }, state: 'awaitingDisinfection' });
  const { actId } = await walk.mend(rollCallId, 'misplaced', 'rearrange');
  expect(await bedOf(li)).toBe(a);
  expect(await counts()).toMatchObject({ occupied: 3, awaitingDisinfection: 1 });
  expect((await walk.ward.call('ward.verify', {})).problems).toEqual([]);

  await walk.ward.call('acts.undo', { actId, beds: [] });
  expect(await bedOf(li)).toBe(b);
  expect(await stateOf(a)).toBe('awaitingDisinfection');
  expect(await open()).toEqual(['misplaced']);

  await walk.mend(rollCallId, 'misplaced', 'rearrange');
  walk.ward.at('2022-04-06 12:00');
  await walk.ward.call('stays.move', { stayId: li, bedId: await walk.ward.bed(spare()), because: 'request' });
  expect(await stateOf(a)).toBe('awaitingDisinfection');
  expect((await walk.ward.call('ward.verify', {})).problems).toEqual([]);
});

it('admits a stranger, and knows one who waits, in a bed that awaits disinfection', async () => {
  const zhao = await walk.admit('赵四', null);
  await walk.ward.call('stays.move', { stayId: zhang, bedId: await walk.ward.bed(free), because: 'request' });
  await walk.ward.call('stays.move', { stayId: li, bedId: await walk.ward.bed(spare()), because: 'request' });
  await walk.see(rollCallId, { [a]: '红衣女子', [b]: '老人' });
  await walk.mend(rollCallId, 'stranger', 'admit');
  await walk.mend(rollCallId, 'stranger', 'match', zhao);
  expect(await bedOf(zhao)).toBe(b);
  expect(await open()).toEqual([]);
  expect(await counts()).toMatchObject({ occupied: 5, awaitingDisinfection: 0 });
});

it('ends the reservation of a bed in which somebody else was found, and leaves a closed one closed', async () => {
  await walk.ward.call('beds.reserve', { bedId: await walk.ward.bed(free), stayId: null, note: '留用' });
  await walk.see(rollCallId, { [a]: null, [free]: zhang });
  await walk.mend(rollCallId, 'misplaced', 'rearrange');
  expect(await bedOf(zhang)).toBe(free);
  const place = { kind: 'bed', id: await walk.ward.bed(spare()) } as const;
  await walk.ward.call('beds.close', { place, reason: 'broken', note: '' });
  await walk.see(rollCallId, { [spare()]: li, [b]: null });
  await walk.mend(rollCallId, 'misplaced', 'rearrange');
  expect(await bedOf(li)).toBe(spare());
  const { beds } = await walk.ward.call('beds.board', {});
  expect(beds.find(({ id }) => id === place.id)).toMatchObject({ closure: { reason: 'broken' } });
});

it('keeps people out of a zone that takes nobody, and lets those inside be where they lie', async () => {
  const { zoneId, outside } = await walk.stopZoneOf(a);
  const chen = await walk.admit('陈五', outside);
  walk.ward.at('2022-04-06 09:10');
  await walk.see(rollCallId, { [a]: li, [b]: zhang, [free]: chen });
  await walk.mend(rollCallId, 'swap', 'rearrange');
  expect([await bedOf(zhang), await bedOf(li)]).toEqual([b, a]);
  const stray = { rollCallId, kind: 'misplaced', key: chen, how: 'rearrange' } as const;
  const refusal = await walk.ward.refused('rollCalls.mend', stray, { reason: '核实' });
  expect(refusal).toMatchObject({ code: 'found-in-shut-zone', params: { bed: free, name: '陈五' } });
  expect(await bedOf(chen)).toBe(outside);
  await walk.ward.call('zones.resume', { zoneId, note: '' }, { reason: '又来了三车' });
  await walk.mend(rollCallId, 'misplaced', 'rearrange');
  expect(await bedOf(chen)).toBe(free);
});

it('calls nobody a ghost who is found later in the walk', async () => {
  await walk.see(rollCallId, { [a]: null });
  walk.ward.at('2022-04-06 09:10');
  await walk.see(rollCallId, { [free]: zhang });
  expect(await open()).toEqual(['misplaced']);
  await walk.mend(rollCallId, 'misplaced', 'rearrange');
  expect(await bedOf(zhang)).toBe(free);
});

it('compares each bed with what was registered when it was marked', async () => {
  await walk.see(rollCallId, { [a]: zhang });
  walk.ward.at('2022-04-06 09:20');
  await walk.ward.call('stays.move', {
    stayId: zhang,
    bedId: await walk.ward.bed(free),
    because: 'request',
  });
  walk.ward.at('2022-04-06 09:30');
  await walk.seeTheRest(rollCallId);
  expect(await walk.findings(rollCallId)).toEqual([]);
});

it('takes what another act has put right since as settled', async () => {
  await walk.see(rollCallId, { [free]: zhang, [a]: null });
  walk.ward.at('2022-04-06 09:20');
  await walk.ward.call('stays.move', {
    stayId: zhang,
    bedId: await walk.ward.bed(free),
    because: 'mistake',
  });
  expect((await walk.findings(rollCallId)).map(({ state }) => state)).toEqual(['settled']);
});

it('keeps the last mark of a bed, and undoes one', async () => {
  await walk.see(rollCallId, { [a]: null });
  const corrected = await walk.see(rollCallId, { [a]: zhang });
  expect(await open()).toEqual([]);
  await walk.ward.call('acts.undo', { actId: corrected as never, beds: [] });
  expect(await open()).toEqual(['ghost']);
});

it('has two desks walking different beds, and one roll call of a bed at a time', async () => {
  await Promise.all([walk.see(rollCallId, { [a]: null }), walk.see(rollCallId, { [b]: zhang })]);
  expect((await open()).sort()).toEqual(['ghost', 'misplaced']);
  const again = await walk.ward.refused('rollCalls.begin', { zoneId: null, careUnitId: null });
  expect(again.code).toBe('roll-call-under-way');
});

it('is typed in later from paper with its time, against what was registered then', async () => {
  walk.ward.at('2022-04-06 10:00');
  await walk.ward.call('stays.move', {
    stayId: zhang,
    bedId: await walk.ward.bed(free),
    because: 'request',
  });
  walk.ward.at('2022-04-06 11:00');
  await walk.ward.call(
    'rollCalls.mark',
    { rollCallId, marks: [{ bedId: await walk.ward.bed(a), found: { kind: 'stay', stayId: zhang } }] },
    { happenedAt: '2022-04-06T09:30:00+08:00' },
  );
  const { walk: beds, findings } = await walk.show(rollCallId);
  expect(beds.find(({ code }) => code === a)?.mark).toMatchObject({ right: true, late: true });
  expect(findings).toEqual([]);
});

it('closes with a reason where beds are left out, and says what was found', async () => {
  await walk.see(rollCallId, { [a]: null });
  const refusal = await walk.ward.refused('rollCalls.close', { rollCallId });
  expect(refusal).toMatchObject({ code: 'beds-unwalked', params: { beds: '19', first: b } });
  const { actId } = await walk.ward.call('rollCalls.close', { rollCallId }, { reason: '停电' });
  const { rollCalls } = await walk.ward.call('rollCalls.list', {});
  expect(rollCalls[0]).toMatchObject({ note: '停电', result: { walked: 1, ghosts: 1, open: 1 } });
  expect((await walk.ward.refused('rollCalls.mark', mark(a, null))).code).toBe('roll-call-closed');
  await walk.ward.call('acts.undo', { actId, beds: [] });
  await walk.seeTheRest(rollCallId);
  await walk.ward.call('rollCalls.close', { rollCallId });
});

it('keeps what was seen in a closed roll call, and a begin that was walked', async () => {
  const marked = await walk.see(rollCallId, { [a]: null });
  const begun = (await walk.ward.call('acts.recent', {})).find(
    ({ procedure }) => procedure === 'rollCalls.begin',
  );
  const undoBegin = { actId: begun?.actId as never, beds: [] };
  expect((await walk.ward.refused('acts.undo', undoBegin)).code).toBe('undo-later-act');
  await walk.ward.call('rollCalls.close', { rollCallId }, { reason: '交班' });
  const undo = await walk.ward.refused('acts.undo', { actId: marked as never, beds: [] });
  expect(undo.code).toBe('undo-later-act');
});

it('refuses what cannot be', async () => {
  const { ward } = walk;
  const gone = { rollCallId, kind: 'ghost', key: zhang, how: 'take-out' } as const;
  expect((await ward.refused('rollCalls.mend', gone)).code).toBe('reason-needed');
  expect((await ward.refused('rollCalls.mend', gone, { reason: 'x' })).code).toBe('finding-gone');
  expect((await ward.refused('rollCalls.mark', mark(a, ' '))).code).toBe('stranger-unnamed');
  await walk.see(rollCallId, { [a]: null });
  const misfit = { ...gone, how: 'admit' } as const;
  expect((await ward.refused('rollCalls.mend', misfit, { reason: 'x' })).code).toBe('mend-does-not-fit');
  const early = { happenedAt: '2022-04-06T08:30:00+08:00' };
  expect((await ward.refused('rollCalls.mark', mark(a, null), early)).code).toBe('before-roll-call');
});

it('prints the list to walk with, bed by bed, in the order of the walk', async () => {
  const { documents } = await walk.ward.call('papers.rollCallPages', { rollCallId, madeBy: '李护士' });
  const html = documents.map((document) => document.html).join('');
  for (const code of walk.codes) expect(html).toContain(`<td class="bed">${code}</td>`);
  expect(html).toMatch(/张一[\s\S]*李二[\s\S]*王三/);
  expect(documents[0]?.numbered).toBe(true);
});

const mark = (code: string, name: string | null) => ({
  rollCallId,
  marks: [
    {
      bedId: walk.beds.get(code) as never,
      found:
        name === null ? ({ kind: 'nobody' } as const) : ({ kind: 'stranger', name, sex: 'male' } as const),
    },
  ],
});
