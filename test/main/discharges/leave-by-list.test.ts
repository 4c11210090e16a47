import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { NO_SIGNS, sampled } from '../../fixtures/clinical.ts';
import {
  admit,
  type Evening,
  eveningBefore,
  LEAVING,
  memberOf,
  openWith,
  sign,
  signBoth,
} from '../releases/list-fixture.ts';

let evening: Evening;
let listId: ReleaseListId;
const stay = (who: string): StayId => evening.ids[who] as StayId;

beforeEach(async () => {
  evening = await eveningBefore();
  listId = await openWith(evening, ['man', 'other', 'mother'].map(stay));
});
afterEach(async () => {
  expect((await evening.ward.call('ward.verify', {})).problems).toEqual([]);
  expect(evening.ward.defects).toEqual([]);
  await evening.ward.close();
});

const leave = (...who: string[]) => ({
  stays: who.map((one) => ({ stayId: stay(one) })),
  leaving: LEAVING,
  listId,
});
const preview = (...who: string[]) =>
  evening.ward.call('discharges.preview', { stayIds: who.map(stay), leaving: LEAVING, listId });

describe('leaving by tomorrow’s list', () => {
  it('needs both signatures', async () => {
    await sign(evening, listId, 'doctor', evening.doctor);
    expect((await evening.ward.refused('discharges.commit', leave('man'))).code).toBe('list-not-signed');
    const asked = { stayIds: [stay('man')], leaving: LEAVING, listId };
    expect((await evening.ward.refused('discharges.preview', asked)).code).toBe('list-not-signed');
  });

  describe('signed by both', () => {
    beforeEach(async () => {
      await signBoth(evening, listId);
      evening.ward.at('2022-04-08 08:30');
    });

    it('says for each whether they may, and why not: family that stays, who is not on it, who dropped off', async () => {
      await sampled(evening.ward, stay('other'), '2022-04-07 21:00', { orf: 30, n: 29 });
      const rows = await preview('man', 'other', 'mother', 'unknown');
      expect(rows.map(({ name, problem }) => [name, problem?.code ?? 'pass'])).toEqual([
        ['丁林宁', 'pass'],
        ['高敏', 'off-the-list'],
        ['邹丽平', 'pass'],
        ['无名', 'not-on-list'],
      ]);
      expect(rows[2]?.familyStaying).toEqual(['邹小平']);
      const why = rows[1]?.problem;
      if (!why) throw new Error('no problem');
      expect(sayRefusal(why, 'zh-CN')).not.toContain('{{');
      expect(sayRefusal(why, 'en')).toMatch(/is positive/);
    });

    it('all or none: one who dropped off keeps everybody here, named with the reason', async () => {
      await sampled(evening.ward, stay('other'), '2022-04-07 21:00', { orf: 30, n: 29 });
      expect(await evening.ward.refused('discharges.commit', leave('man', 'other'))).toMatchObject({
        code: 'off-the-list',
        params: { name: '高敏', rule: 'tests', stayId: stay('other') },
      });
      expect((await memberOf(evening.ward, stay('man')))?.state).toBe('on');
      await evening.ward.call('discharges.commit', leave('man', 'mother'));
      expect((await memberOf(evening.ward, stay('man')))?.state).toBe('left');
    });

    it('keeps the list, the protocol and the verdict by which each left', async () => {
      await evening.ward.call('discharges.commit', leave('man'));
      const bases = await evening.ward.db.read
        .selectFrom('discharge_basis')
        .select(['stay_id', 'verdict', 'list_id'])
        .execute();
      expect(bases).toEqual([{ stay_id: stay('man'), verdict: 'eligible', list_id: listId }]);
      const { lines } = await evening.ward.call('reports.discharges', {
        from: '2022-04-08T00:00+08:00',
        to: '2022-04-09T00:00+08:00',
      });
      expect(lines[0]?.protocol?.version).toBe(1);
      expect(lines[0]?.samples.map(({ sampledAt, orf }) => [sampledAt, orf.ct ?? orf.reading])).toEqual([
        ['2022-04-06T23:30:00.000Z', 'not-detected'],
        ['2022-04-05T23:00:00.000Z', 36.2],
      ]);
      expect(lines[0]?.certificate).toBe('');
    });

    it('is refused where the record has changed since the screen saw it, and where somebody has left', async () => {
      const [row] = await preview('man');
      await evening.ward.call('stays.correct', { stayId: stay('man'), details: { phone: '13800000000' } });
      const stale = { ...leave(), stays: [{ stayId: stay('man'), expectedVersion: row?.version ?? 0 }] };
      expect((await evening.ward.refused('discharges.commit', stale)).code).toBe('stale');
      await evening.ward.call('discharges.commit', leave('man'));
      expect((await evening.ward.refused('discharges.commit', leave('man', 'mother'))).code).toBe(
        'not-in-house',
      );
      expect((await evening.ward.refused('discharges.commit', leave('mother', 'mother'))).code).toBe(
        'same-stay-twice',
      );
    });

    it('is undone in one step, which names the bed that somebody else has by now', async () => {
      const { actId } = await evening.ward.call('discharges.commit', leave('man', 'other', 'mother'));
      const bed = await evening.ward.bed('A-01-03');
      evening.ward.at('2022-04-08 11:00');
      await evening.ward.call('beds.signOffDisinfection', { bedIds: [bed] });
      await admit(evening.ward, { name: '新来的' }, 'A-01-03');
      expect(await evening.ward.refused('acts.undo', { actId })).toMatchObject({
        code: 'undo-bed-taken',
        params: { bed: 'A-01-03', by: '新来的', name: '丁林宁' },
      });
      expect((await memberOf(evening.ward, stay('other')))?.state).toBe('left');
      await evening.ward.call('acts.undo', { actId, beds: [{ stayId: stay('man'), bedId: null }] });
      for (const who of ['man', 'other', 'mother'])
        expect((await memberOf(evening.ward, stay(who)))?.state).toBe('on');
      expect((await evening.ward.call('stays.record', { stayId: stay('man') })).stay.status).toBe('waiting');
      expect((await evening.ward.call('stays.record', { stayId: stay('other') })).stay.bed?.code).toBe(
        'A-01-04',
      );
    });

    it('is not dated before a positive that has come in since', async () => {
      evening.ward.at('2022-04-08 12:00');
      await sampled(evening.ward, stay('man'), '2022-04-08 10:00', { orf: 25, n: 24 });
      const early = { happenedAt: '2022-04-08T09:00+08:00' };
      for (const header of [{}, early])
        expect((await evening.ward.refused('discharges.commit', leave('man'), header)).code).toBe(
          'off-the-list',
        );
      const asked = { stayIds: [stay('man')], leaving: LEAVING, listId, at: early.happenedAt };
      expect((await evening.ward.call('discharges.preview', asked))[0]?.problem?.code).toBe('off-the-list');
      await evening.ward.call('discharges.commit', leave('mother'), early);
    });

    it('is on the list’s own day by the hospital’s clocks, and not before both had signed', async () => {
      const refused = (local: string) =>
        evening.ward.refused('discharges.commit', leave('man'), { happenedAt: `${local}+08:00` });
      expect(await refused('2022-04-07T23:59')).toMatchObject({
        code: 'not-the-lists-day',
        params: { day: '2022-04-08', at: '2022-04-07T23:59:00' },
      });
      evening.ward.at('2022-04-09 00:00');
      expect((await evening.ward.refused('discharges.commit', leave('man'))).code).toBe('not-the-lists-day');
      expect((await preview('man'))[0]?.problem?.code).toBe('not-the-lists-day');
      await evening.ward.call('discharges.commit', leave('man'), { happenedAt: '2022-04-08T00:00+08:00' });
    });

    it('a signature counts from when it was written down, whatever time it is given', async () => {
      evening.ward.at('2022-04-08 10:00');
      await evening.ward.call('releases.withdrawSignature', { listId, role: 'nurse' }, { reason: '改签' });
      const act = { key: randomUUID(), operatorId: evening.nurse, happenedAt: '2022-04-08T07:00+08:00' };
      const reply = await evening.ward.reply('releases.sign', { listId, role: 'nurse', act });
      expect(reply.ok).toBe(true);
      evening.ward.at('2022-04-08 10:30');
      const early = { happenedAt: '2022-04-08T09:59+08:00' };
      expect(await evening.ward.refused('discharges.commit', leave('man'), early)).toMatchObject({
        code: 'left-before-signed',
        params: { signed: '2022-04-08T10:00:00' },
      });
      await evening.ward.call('discharges.commit', leave('man'));
    });

    it('leaves no sample and no round outside the stay', async () => {
      const onOrder = (who: string) => ({ stays: [{ stayId: stay(who) }], leaving: LEAVING });
      evening.ward.at('2022-04-08 10:00');
      await sampled(evening.ward, stay('man'), '2022-04-08 09:30', { orf: 38, n: 'not-detected' });
      const signs = { ...NO_SIGNS, temperature: 36.5 };
      await evening.ward.call('rounds.record', { stayId: stay('other'), signs });
      const late = { happenedAt: '2022-04-08T09:00+08:00' };
      for (const [who, zh, last] of [
        ['man', '采样', '2022-04-08T09:30:00'],
        ['other', '查房', '2022-04-08T10:00:00'],
      ] as const) {
        const refusal = await evening.ward.refused('discharges.commit', onOrder(who), late);
        expect(refusal).toMatchObject({ code: 'before-last-fact', params: { last } });
        expect(sayRefusal(refusal, 'zh-CN')).toContain(zh);
        expect(sayRefusal(refusal, 'en')).not.toContain('{{');
        const asked = { stayIds: [stay(who)], leaving: LEAVING, at: late.happenedAt };
        expect((await evening.ward.call('discharges.preview', asked))[0]?.problem?.code).toBe(
          'before-last-fact',
        );
        await evening.ward.call('discharges.commit', onOrder(who), { happenedAt: `${last}+08:00` });
      }
    });
  });
});
