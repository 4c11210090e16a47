import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';
import { PATIENCE, takenByLibreOffice, textsOf } from '../reports/spreadsheet.ts';

const NOON = '2022-04-05T12:00+08:00';
let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(() => ward.close());

const admit = async (name: string, bed: string | null, header = {}) =>
  ward.call(
    'stays.admit',
    {
      details: someone({ name, district: '船营区', classification: 'asymptomatic' }),
      bedId: bed === null ? null : await ward.bed(bed),
      familyOf: null,
      convoyId: null,
    },
    header,
  );
type Admitted = Awaited<ReturnType<typeof admit>>;
const discharge = ({ stayId }: Admitted, way: 'on-order' | 'died', header = {}) =>
  ward.call(
    'discharges.commit',
    { stays: [{ stayId }], leaving: { way, destination: '', companion: '', note: '' } },
    header,
  );
const show = () => ward.call('daily.show', { cutOff: NOON });
const sign = async (header = {}) =>
  ward.call('daily.sign', { cutOff: NOON, hash: (await show()).hash }, header);

/** Three came on the first day, two on the second; one of each left by noon of the second. */
async function twoDays(): Promise<Admitted[]> {
  ward.at('2022-04-04 13:00');
  const people = [await admit('甲', 'A-01-01'), await admit('乙', 'A-01-02'), await admit('丙', 'A-01-03')];
  ward.at('2022-04-05 09:00');
  people.push(await admit('丁', 'A-01-04'), await admit('戊', null));
  ward.at('2022-04-05 11:00');
  await discharge(people[0] as Admitted, 'died');
  await discharge(people[3] as Admitted, 'died');
  ward.at('2022-04-05 12:30');
  return people;
}

describe('a daily report', () => {
  it('says who is there, came and left, and every sum adds up', async () => {
    await twoDays();
    const { body, signed, restated } = await show();
    expect(body).toMatchObject({
      inHouse: { people: 3 },
      waiting: 1,
      admitted: { inPeriod: { people: 5 }, sinceOpening: { people: 5 } },
      left: { inPeriod: { people: 2, byWay: { died: 2 } }, sinceOpening: { people: 2 } },
      recovered: 0,
      daysMoreLeft: 0,
      districts: [{ district: '船营区', admitted: 5, left: 2, inHouse: 3 }],
    });
    expect([signed, restated]).toEqual([[], []]);
  });

  it('is refused for a time to come and for one before anything was on record', async () => {
    ward.at('2022-04-05 11:00');
    expect(await ward.refused('daily.show', { cutOff: NOON })).toMatchObject({ code: 'in-future' });
    const early = { cutOff: '2022-04-03T12:00+08:00' };
    expect(await ward.refused('daily.show', early)).toMatchObject({ code: 'before-opening' });
  });

  it('is read out until 24:00 of its day, not until 00:00 of the next', async () => {
    await twoDays();
    ward.at('2022-04-06 00:30');
    const { readOut } = await ward.call('daily.show', { cutOff: '2022-04-06T00:00+08:00' });
    expect(readOut.zh).toContain('截至4月5日24:00，');
    expect(readOut.zh).toContain('4月5日00:00至4月5日24:00');
    expect(readOut.en).toContain('By 24:00 on 2022-04-05, ');
    // And so are its files named.
    const { file } = await ward.call('daily.file', {
      ...{ cutOff: '2022-04-06T00:00+08:00', format: 'csv', language: 'zh-CN', madeBy: ward.operatorId },
    });
    expect(file).toMatch(/日报-2022-04-05-2400\.csv$/);
    expect(readFileSync(file, 'utf8')).toContain('2022-04-05 00:00 之后至 2022-04-05 24:00');
  });
});

describe('a signed report', () => {
  it('never changes: a late correction stands beside it, and a restated one is signed with a reason', async () => {
    const people = await twoDays();
    expect(await sign()).toMatchObject({ version: 1 });
    const first = (await show()).standing;
    // On paper since half past eleven, typed in after the report.
    ward.at('2022-04-05 14:00');
    await discharge(people[1] as Admitted, 'died', { happenedAt: '2022-04-05T11:30+08:00' });
    const after = await show();
    expect(after.standing).toEqual(first);
    expect(after.restated).toContainEqual({ path: 'inHouse.people', signed: 3, now: 2 });
    expect(after.restated).toContainEqual({ path: 'left.inPeriod.byWay.died', signed: 2, now: 3 });
    expect(after.restated).toContainEqual({ path: 'places.A.closing', signed: 2, now: 1 });
    const { hash } = after;
    expect(await ward.refused('daily.sign', { cutOff: NOON, hash })).toMatchObject({ code: 'reason-needed' });
    expect(await sign({ reason: '补录一人离舱' })).toMatchObject({ version: 2 });
    const restated = await show();
    expect(restated.restated).toEqual([]);
    expect(restated.signed.map(({ version, withdrawn }) => [version, withdrawn])).toEqual([
      [2, false],
      [1, false],
    ]);
  });

  it('is not signed twice with the same figures, nor with figures that nobody saw, nor by a machine', async () => {
    const people = await twoDays();
    const { hash } = await show();
    await ward.call('daily.sign', { cutOff: NOON, hash });
    expect(await ward.refused('daily.sign', { cutOff: NOON, hash })).toMatchObject({ code: 'daily-signed' });
    await discharge(people[1] as Admitted, 'died', { happenedAt: '2022-04-05T11:30+08:00' });
    expect(await ward.refused('daily.sign', { cutOff: NOON, hash }, { reason: '改' })).toMatchObject({
      code: 'daily-changed',
    });
    const operators = await ward.call('ward.operators', {});
    const machine = operators.find(({ kind }) => kind === 'system')?.id;
    const act = { key: crypto.randomUUID(), operatorId: machine };
    const reply = await ward.reply('daily.sign', { cutOff: NOON, hash: (await show()).hash, act });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'signer-no-person' } });
  });

  it('is withdrawn with a reason and keeps its number; undo puts the signature back', async () => {
    await twoDays();
    await sign();
    const which = { cutOff: NOON, version: 1 };
    expect(await ward.refused('daily.withdraw', which)).toMatchObject({ code: 'reason-needed' });
    const { actId } = await ward.call('daily.withdraw', which, { reason: '签错时点' });
    expect((await show()).signed).toMatchObject([{ version: 1, withdrawn: true }]);
    expect(await ward.refused('daily.withdraw', which, { reason: '再来' })).toMatchObject({
      code: 'no-such-report',
    });
    await ward.call('acts.undo', { actId, beds: [] });
    expect((await show()).signed).toMatchObject([{ version: 1, withdrawn: false }]);
    await ward.call('daily.withdraw', which, { reason: '还是撤回' });
    expect(await sign({ reason: '重签' })).toMatchObject({ version: 2 });
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });

  it('can be altered by nobody, in the database itself', async () => {
    await twoDays();
    await sign();
    const change = ward.db.write
      .updateTable('daily_report')
      .set({ superseded_by: null as never })
      .execute();
    await expect(change).rejects.toThrow('append-only');
    await expect(ward.db.write.deleteFrom('daily_report').execute()).rejects.toThrow('append-only');
  });
});

describe('the files of a report', () => {
  const file = (format: 'xlsx' | 'csv' | 'txt' | 'json', more = {}) =>
    ward.call('daily.file', {
      ...{ cutOff: NOON, format, language: 'zh-CN', madeBy: ward.operatorId },
      ...more,
    });

  it('say what the screen says, to LibreOffice too', { timeout: PATIENCE }, async () => {
    await twoDays();
    const written = await file('xlsx');
    expect(written.file).toMatch(/日报-2022-04-05-1200\.xlsx$/);
    const read = textsOf(await takenByLibreOffice(written.file))
      .map((row) => row.join(','))
      .join('\n');
    const csv = readFileSync((await file('csv')).file, 'utf8');
    for (const line of ['现有在舱,,3', '累计收治,,5', '累计离舱,死亡,2', '来源区县 船营区,现有在舱,3']) {
      expect(read).toContain(line);
      expect(csv.replaceAll('"', '')).toContain(line);
    }
  });

  it('are those of the version that was signed, whatever came after', async () => {
    const people = await twoDays();
    await sign();
    await discharge(people[1] as Admitted, 'died', { happenedAt: '2022-04-05T11:30+08:00' });
    const inHouse = async (more = {}) =>
      (JSON.parse(readFileSync((await file('json', more)).file, 'utf8')) as { inHouse: { people: number } })
        .inHouse.people;
    expect([await inHouse({ version: 1 }), await inHouse()]).toEqual([3, 2]);
    expect(readFileSync((await file('txt')).file, 'utf8')).toContain('现有在舱 2 人');
    expect(readFileSync((await file('csv', { version: 1 })).file, 'utf8')).toContain(
      '第 1 版，李护士 签发于',
    );
  });
});
