import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('hall-200', '2022-04-04 12:00');
});
afterEach(async () => {
  expect(ward.defects).toEqual([]);
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  await ward.close();
});

const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;
const ZOU = someone({
  name: '邹丽平',
  sex: 'unknown',
  documentType: 'resident-id',
  documentNumber: '220199199005250105',
});

const admit = async (details = ZOU, bed: string | null = null, header = {}) =>
  ward.call(
    'stays.admit',
    { details, bedId: bed === null ? null : await ward.bed(bed), familyOf: null, convoyId: null },
    header,
  );
const refused = async (details = ZOU, header = {}) =>
  ward.refused('stays.admit', { details, bedId: null, familyOf: null, convoyId: null }, header);
const firstFree = async (policy: 'male' | 'female' | 'family') => {
  const plan = await ward.call('beds.plan', {});
  const board = await ward.call('beds.board', {});
  const zones = new Set(plan.zones.filter(({ sexPolicy }) => sexPolicy === policy).map(({ id }) => id));
  const units = new Set(plan.careUnits.filter(({ zoneId }) => zones.has(zoneId)).map(({ id }) => id));
  const free = new Set(board.beds.filter(({ state }) => state === 'available').map(({ id }) => id));
  return plan.beds.find(({ id, careUnitId }) => units.has(careUnitId) && free.has(id))?.code ?? '';
};

describe('who comes', () => {
  it('is known by the document, which wins over what was typed', async () => {
    const { stayId } = await admit({ ...ZOU, sex: 'male', birthDate: null });
    const { stay } = await ward.call('stays.record', { stayId });
    expect(stay).toMatchObject({ sex: 'female', birthDate: '1990-05-25', age: 31, status: 'waiting' });
  });

  it('and is in house already: refused, and told where', async () => {
    const bed = await firstFree('female');
    await admit(ZOU, bed);
    expect(await refused()).toMatchObject({ code: 'already-in-house', params: { name: '邹丽平', bed } });
    const known = await ward.call('stays.byDocument', {
      documentType: 'resident-id',
      documentNumber: '220199 19900525 0105',
    });
    expect(known?.inHouse).toMatchObject({ bed });
  });

  it('and waits already: refused, and told so', async () => {
    await admit();
    expect((await refused()).code).toBe('already-waiting');
  });

  it('and was here before: a new stay with the history linked', async () => {
    const first = await admit();
    ward.at('2022-04-10 12:00');
    await ward.call('discharges.commit', { stays: [{ stayId: first.stayId }], leaving: LEAVING });
    ward.at('2022-04-20 12:00');
    const again = await admit({ ...ZOU, phone: '13900000000' });
    expect(again.returning).toBe(true);
    const { otherStays } = await ward.call('stays.record', { stayId: again.stayId });
    expect(otherStays).toEqual([
      expect.objectContaining({ stayId: first.stayId, leftAt: '2022-04-10T04:00:00.000Z' }),
    ]);
  });

  it('with a number that cannot be: refused, saying why', async () => {
    const refusal = await refused({ ...ZOU, documentNumber: '220199199005250106' });
    expect(refusal).toMatchObject({ code: 'document-invalid', params: { problem: 'check-character' } });
  });

  it('with nothing but a name, and is completed later; the two identities become one', async () => {
    const before = await admit();
    ward.at('2022-04-06 12:00');
    await ward.call('discharges.commit', { stays: [{ stayId: before.stayId }], leaving: LEAVING });
    ward.at('2022-04-08 12:00');
    const { stayId } = await admit(someone({ name: '不详，3号车12座', sex: 'unknown', provisional: true }));
    const { documentType, documentNumber, name } = ZOU;
    await ward.call('stays.correct', {
      stayId,
      details: { name, documentType, documentNumber, provisional: false },
    });
    const { stay, otherStays } = await ward.call('stays.record', { stayId });
    expect(stay).toMatchObject({ name: '邹丽平', sex: 'female', provisional: false });
    expect(otherStays.map((other) => other.stayId)).toEqual([before.stayId]);
  });

  it('with only the number of a passport on record: the record stays whole, and comes back whole by undo', async () => {
    const ding = {
      name: '丁林宁',
      sex: 'male',
      birthDate: '1987-01-07' as never,
      phone: '17741619701',
    } as const;
    const passport = { documentType: 'passport', documentNumber: 'E12345678' } as const;
    const before = await admit(someone({ ...ding, ...passport }));
    ward.at('2022-04-06 12:00');
    await ward.call('discharges.commit', { stays: [{ stayId: before.stayId }], leaving: LEAVING });
    ward.at('2022-04-08 12:00');
    const { stayId } = await admit(someone({ name: '无名 3车12座', sex: 'unknown', provisional: true }));
    const { actId } = await ward.call('stays.correct', { stayId, details: passport });
    expect((await ward.call('stays.record', { stayId })).stay).toMatchObject(ding);
    const undone = await ward.call('acts.undo', { actId });
    expect((await ward.call('stays.record', { stayId })).stay.name).toBe('无名 3车12座');
    expect((await ward.call('stays.record', { stayId: before.stayId })).stay).toMatchObject(ding);
    await ward.call('acts.undo', { actId: undone.undone === actId ? undone.actId : actId });
    expect((await ward.call('stays.record', { stayId })).stay).toMatchObject(ding);
  });

  it('again with less filled in than the first time: nothing that was known is lost', async () => {
    const passport = { documentType: 'passport', documentNumber: 'E12345678' } as const;
    const first = await admit(
      someone({ name: '丁林宁', sex: 'male', birthDate: '1987-01-07' as never, ...passport }),
    );
    ward.at('2022-04-06 12:00');
    await ward.call('discharges.commit', { stays: [{ stayId: first.stayId }], leaving: LEAVING });
    ward.at('2022-04-08 12:00');
    const { stayId } = await admit(someone({ name: '丁林宁', sex: 'unknown', ...passport }));
    expect((await ward.call('stays.record', { stayId })).stay).toMatchObject({
      sex: 'male',
      birthDate: '1987-01-07',
    });
  });

  it('with a phone written any way, and is found by its digits', async () => {
    const { stayId } = await admit(someone({ name: '高敏', phone: '+86 138-1234-5678' }));
    for (const text of ['13812345678', '138-1234', '+86 138 1234 5678']) {
      expect((await ward.call('stays.search', { text })).map((hit) => hit.stayId)).toContain(stayId);
    }
  });

  it('in two families that turn out to be one: everybody is in it', async () => {
    const ids: Awaited<ReturnType<typeof admit>>['stayId'][] = [];
    for (const name of ['甲一', '甲二', '乙一', '乙二']) ids.push((await admit(someone({ name }))).stayId);
    const [one, two, three, four] = ids;
    if (!one || !two || !three || !four) throw new Error('four people');
    await ward.call('stays.linkFamily', { stayIds: [one, two] });
    await ward.call('stays.linkFamily', { stayIds: [three, four] });
    await ward.call('stays.linkFamily', { stayIds: [one, three] });
    expect((await ward.call('stays.record', { stayId: four })).family.map(({ name }) => name).sort()).toEqual(
      ['乙一', '甲一', '甲二'],
    );
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a name from right to left', '\u202Eمحمد\u202C'],
    ['a rare character', '𠮷田花子'],
    ['a formula', '=HYPERLINK("http://example.invalid")'],
    ['a name of 120 characters', '长'.repeat(120)],
  ])('is called by %s, and is found again', async (_what, name) => {
    const { stayId } = await admit(someone({ name }));
    expect((await ward.call('stays.record', { stayId })).stay.name).toBe(name);
    const hits = await ward.call('stays.search', { text: name.slice(0, 20) });
    expect(hits.map((hit) => hit.stayId)).toContain(stayId);
  });

  it('is called by 40,000 characters, or has a bell in the name: refused, nothing kept', async () => {
    for (const name of ['长'.repeat(40_000), '邹\u0007丽平', '', '   ']) {
      expect((await refused(someone({ name }))).code).toBe('bad-input');
    }
    expect((await ward.call('ward.census', {})).patients.admittedTotal).toBe(0);
  });
});

describe('paper first', () => {
  it('keeps when it happened and when it was written down, and marks the late one', async () => {
    const { stayId } = await admit(ZOU, null, { happenedAt: '2022-04-04T08:30+08:00' });
    const { stay, history } = await ward.call('stays.record', { stayId });
    expect(stay).toMatchObject({ arrivedAt: '2022-04-04T00:30:00.000Z', late: true });
    expect(history[0]).toMatchObject({
      happenedAt: '2022-04-04T00:30:00.000Z',
      recordedAt: '2022-04-04T04:00:00.000Z',
      late: true,
    });
  });

  it('puts a late classification in its place, and leaves the later one alone', async () => {
    const { stayId } = await admit();
    ward.at('2022-04-07 12:00');
    await ward.call('stays.correct', { stayId, details: { classification: 'severe' } });
    ward.at('2022-04-08 12:00');
    await ward.call(
      'stays.correct',
      { stayId, details: { classification: 'ordinary' } },
      { happenedAt: '2022-04-06T12:00+08:00' },
    );
    const { stay, classifications } = await ward.call('stays.record', { stayId });
    expect(stay.classification).toBe('severe');
    expect(classifications.map(({ classification }) => classification)).toEqual([
      'mild',
      'ordinary',
      'severe',
    ]);
  });

  it('refuses what cannot have been', async () => {
    expect((await refused(ZOU, { happenedAt: '2022-04-04T13:00+08:00' })).code).toBe('in-future');
    const bed = await firstFree('female');
    const { stayId } = await admit(ZOU, bed, { happenedAt: '2022-04-04T10:00+08:00' });
    const discharge = (at: string) =>
      ward.refused('discharges.commit', { stays: [{ stayId }], leaving: LEAVING }, { happenedAt: at });
    expect((await discharge('2022-04-04T09:00+08:00')).code).toBe('before-arrival');
    const other = someone({ name: '高敏', sex: 'female' });
    const late = await ward.refused(
      'stays.admit',
      { details: other, bedId: await ward.bed(bed), familyOf: null, convoyId: null },
      { happenedAt: '2022-04-04T11:00+08:00' },
    );
    expect(late).toMatchObject({ code: 'bed-taken', params: { name: '邹丽平' } });
  });
});

describe('a bed for somebody', () => {
  it('follows the rules for sex and children, unless they are put aside with a reason', async () => {
    const { stayId } = await admit();
    const bedId = await ward.bed(await firstFree('male'));
    expect(await ward.refused('stays.assign', { stayId, bedId })).toMatchObject({
      code: 'bed-not-allowed',
      params: { problem: 'wrong-sex-zone' },
    });
    expect((await ward.refused('stays.assign', { stayId, bedId, override: true })).code).toBe(
      'reason-needed',
    );
    await ward.call('stays.assign', { stayId, bedId, override: true }, { reason: '床位紧张，主任同意' });
  });

  it('is not given from a screen that is out of date, and the screen is told who was quicker', async () => {
    const { stayId } = await admit();
    const seen = (await ward.call('stays.record', { stayId })).stay.version;
    await ward.call('stays.correct', { stayId, expectedVersion: seen, details: { phone: '13900000000' } });
    const refusal = await ward.refused('stays.correct', {
      stayId,
      expectedVersion: seen,
      details: { phone: '1' },
    });
    expect(refusal).toMatchObject({
      code: 'stale',
      params: { name: '邹丽平', who: '李护士', what: 'stays.correct' },
    });
  });

  it('that is reserved for them uses the reservation up; for another it is refused', async () => {
    const { stayId } = await admit();
    const bedId = await ward.bed(await firstFree('female'));
    await ward.call('beds.reserve', { bedId, stayId, note: '' });
    const other = await admit(someone({ name: '高敏', sex: 'female' }));
    expect((await ward.refused('stays.assign', { stayId: other.stayId, bedId })).code).toBe('bed-reserved');
    ward.at('2022-04-04 12:30');
    await ward.call('stays.assign', { stayId, bedId });
    const card = await ward.call('beds.card', { bedId });
    expect(card.view).toMatchObject({ state: 'occupied', reservation: null });
  });

  it('is out of service when its care unit or zone is closed; whoever is in it stays', async () => {
    const code = await firstFree('female');
    await admit(ZOU, code);
    const plan = await ward.call('beds.plan', {});
    const unit = plan.careUnits.find(
      ({ id }) => id === plan.beds.find((bed) => bed.code === code)?.careUnitId,
    );
    if (!unit) throw new Error('no unit');
    await ward.call('beds.close', { place: { kind: 'zone', id: unit.zoneId }, reason: 'no-staff', note: '' });
    const views = (await ward.call('beds.board', {})).beds;
    expect(views.find(({ occupant }) => occupant !== null)).toMatchObject({
      state: 'occupied',
      closure: { scope: 'zone' },
    });
    expect(views.filter(({ state }) => state === 'outOfService').length).toBeGreaterThan(0);
  });

  it('is offered again only after disinfection, and that not before its time without a reason', async () => {
    const code = await firstFree('female');
    const { stayId } = await admit(ZOU, code);
    const bedIds = [await ward.bed(code)];
    ward.at('2022-04-06 12:00');
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving: LEAVING });
    ward.at('2022-04-06 12:30');
    const next = await admit(someone({ name: '高敏', sex: 'female' }));
    const assign = { stayId: next.stayId, bedId: bedIds[0] ?? (await ward.bed(code)) };
    expect((await ward.refused('stays.assign', assign)).code).toBe('bed-not-disinfected');
    expect((await ward.refused('beds.signOffDisinfection', { bedIds })).code).toBe('disinfection-too-early');
    ward.at('2022-04-06 13:00');
    await ward.call('beds.signOffDisinfection', { bedIds });
    await ward.call('stays.assign', assign);
  });
});
