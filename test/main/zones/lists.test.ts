import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { confirmAll, eachInAWardOfItsOwn, of, rowOf, stateOf, undo, ward, zoneId } from './a-zone.ts';

eachInAWardOfItsOwn();

const withdraw = (item: string) => ward.refused('zones.withdraw', { zoneId, item }, { reason: '误报' });

describe('a list is good for one opening', () => {
  it('and a zone that is held again needs a new one, however complete the last was', async () => {
    await ward.call('zones.hold', of());
    ward.at('2022-04-04 13:00');
    await confirmAll();
    await ward.call('zones.open', of());
    expect(await rowOf()).toMatchObject({ state: 'open', list: { number: 1, confirmed: 10 } });
    ward.at('2022-04-25 09:00');
    await ward.call('zones.hold', of());
    expect(await rowOf()).toMatchObject({ list: { number: 2, confirmed: 0 } });
    expect((await ward.refused('zones.open', of())).code).toBe('zone-not-ready');
    expect((await withdraw('beds')).code).toBe('item-not-confirmed');
  });

  it('also where the zone was stopped in the same minute that it opened', async () => {
    await ward.call('zones.hold', of());
    await confirmAll();
    await ward.call('zones.open', of());
    await ward.call('zones.stopAdmissions', of());
    await ward.call('zones.disinfect', of());
    await ward.call('zones.close', of(), { reason: '院感同意提前' });
    await confirmAll();
    await ward.call('zones.open', of());
    await ward.call('zones.hold', of());
    expect((await rowOf()).list).toEqual({ number: 3, confirmed: 0, of: 10 });
    expect((await withdraw('beds')).code).toBe('item-not-confirmed');
  });

  it('and goes on where the opening was undone, unless it was changed since', async () => {
    await ward.call('zones.hold', of());
    ward.at('2022-04-04 13:00');
    await confirmAll();
    ward.at('2022-04-04 14:00');
    const { actId } = await ward.call('zones.open', of());
    ward.at('2022-04-04 14:10');
    const undone = await undo(actId);
    expect(await rowOf()).toMatchObject({ state: 'not-open', list: { number: 1, confirmed: 10 } });
    await ward.call('zones.withdraw', { zoneId, item: 'beds' }, { reason: '缺三张床垫' });
    expect(await ward.refused('acts.undo', { actId: undone.actId, beds: [] })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'zones.withdraw' },
    });
  });

  it('and what was confirmed on it does not wait for another day when the zone was held by mistake', async () => {
    const { actId } = await ward.call('zones.hold', of());
    ward.at('2022-04-04 13:00');
    await confirmAll();
    expect(await ward.refused('acts.undo', { actId, beds: [] })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'zones.confirm' },
    });
  });
});

describe('an item of the list', () => {
  const OXYGEN = { key: 'oxygen', zh: '氧气可用', en: 'Oxygen works' };
  const BEDS = { key: 'beds', zh: '床位', en: 'Beds' };
  const ask = (...readiness: (typeof OXYGEN)[]) =>
    ward.call('ward.changeSettings', { settings: { zones: { finalDisinfectionMinutes: 60, readiness } } });
  const confirmed = async () =>
    (await ward.call('zones.readiness', { zoneId })).lines.flatMap((line) =>
      line.confirmed ? line.item : [],
    );

  it('that becomes another one under the same key is not confirmed by what was confirmed before', async () => {
    await ask(OXYGEN, BEDS);
    await ward.call('zones.hold', of());
    await confirmAll();
    await ask({ ...OXYGEN, zh: '氧气、吸引器可用' }, BEDS);
    expect(await confirmed()).toEqual(['oxygen', 'beds']);
    const { actId } = await ask({ key: 'oxygen', zh: '消防通道', en: 'Fire exits' }, BEDS);
    expect(await confirmed()).toEqual(['beds']);
    expect((await ward.refused('zones.open', of())).params).toMatchObject({ 'items.en': 'Fire exits' });
    await undo(actId);
    expect(await confirmed()).toEqual(['oxygen', 'beds']);
  });

  it('that comes in under the key of one that was taken off begins unconfirmed', async () => {
    await ask(OXYGEN, BEDS);
    await ward.call('zones.hold', of());
    await confirmAll();
    await ask(BEDS);
    const { actId } = await ask(BEDS, { key: 'oxygen', zh: '消防通道', en: 'Fire exits' });
    expect(await confirmed()).toEqual(['beds']);
    await ward.call('zones.confirm', { zoneId, items: ['oxygen'], note: '' });
    expect(await ward.refused('acts.undo', { actId, beds: [] })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'zones.confirm' },
    });
  });

  it('stays as it was signed for on a list that a zone was opened by', async () => {
    await ask(OXYGEN, BEDS);
    await ward.call('zones.hold', of());
    await confirmAll();
    await ward.call('zones.open', of());
    await ask({ key: 'oxygen', zh: '消防通道', en: 'Fire exits' });
  });
});

describe('a zone opens after its list was confirmed', () => {
  const confirmedAt13 = async () => {
    await ward.call('zones.hold', of());
    ward.at('2022-04-04 12:30');
    await confirmAll(['oxygen']);
    ward.at('2022-04-04 13:00');
    await ward.call('zones.confirm', { zoneId, items: ['oxygen'], note: '' });
    ward.at('2022-04-04 15:00');
  };

  it('and cannot have opened before, naming what was confirmed last', async () => {
    await confirmedAt13();
    const early = { happenedAt: '2022-04-04T12:45:00+08:00' };
    expect(await ward.refused('zones.open', of(), early)).toMatchObject({
      code: 'zone-confirmed-later',
      params: { 'item.en': 'Oxygen and resuscitation equipment work', at: '2022-04-04T13:00:00' },
    });
    expect(await stateOf()).toBe('not-open');
    await ward.call('zones.open', of(), { happenedAt: '2022-04-04T13:00:00+08:00' });
  });

  it.each([
    ['one item of it is gone', sql`update readiness_tick set superseded_by = 9999 where item = 'oxygen'`],
    [
      'one item of it was confirmed only afterwards',
      sql`update readiness_tick set confirmed_at = '2022-04-04T06:00:00.000Z' where item = 'oxygen'`,
    ],
  ])('which the check of the ward asks again: %s', async (_what, damage) => {
    await confirmedAt13();
    await ward.call('zones.open', of(), { happenedAt: '2022-04-04T13:00:00+08:00' });
    const { rows } = await sql<{ name: string; sql: string }>`
      select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'readiness_tick'`.execute(
      ward.db.write,
    );
    for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(ward.db.write);
    await sql`pragma foreign_keys = off`.execute(ward.db.write);
    await sql`create table kept as select * from readiness_tick`.execute(ward.db.write);
    await damage.execute(ward.db.write);
    const { problems } = await ward.call('ward.verify', {});
    expect(problems.map(({ check }) => check)).toContain('a zone opens by a list that was confirmed');
    await sql`update readiness_tick set (superseded_by, confirmed_at) =
      (select superseded_by, confirmed_at from kept where kept.id = readiness_tick.id)`.execute(
      ward.db.write,
    );
    await sql`drop table kept`.execute(ward.db.write);
    await sql`pragma foreign_keys = on`.execute(ward.db.write);
  });
});
