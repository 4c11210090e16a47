import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watermarked } from '#main/papers/watermark.ts';
import { readStanding } from '#main/people/access-repository.ts';
import type { StayId, ZoneId } from '#shared/contract/values.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { ADMINISTRATOR, makeSafe, type SafeWard } from '../../fixtures/people.ts';
import { openTestWard, type TestWard, ZONE } from '../../fixtures/ward.ts';
import { DAY, eveningBefore } from '../releases/list-fixture.ts';

let ward: TestWard;
let safe: SafeWard;
beforeAll(async () => {
  ward = await openTestWard();
  safe = await makeSafe(ward, Date.now);
});
afterAll(() => ward.close());

const PAGE = '<html><body><p>名单</p></body></html>';

async function marked(name: 'roll-call' | 'wristband' | 'sample-label', signedIn = true): Promise<string> {
  const now = instantFromMillis(Date.now());
  const person = signedIn ? await readStanding(ward.db.read, safe.administrator, now) : null;
  const access = { person, has: () => true, is: () => true };
  return watermarked(ward.db.read, name, PAGE, { access, now, zone: ZONE } as never);
}

const turn = (watermark: boolean, { ward: where, administrator } = safe) =>
  where.call(
    'ward.changeSettings',
    { settings: { signIn: { lockAfterMinutes: 10, watermark } } },
    { operatorId: administrator },
  );

/** Beneath the text, besides who printed it in the foot of a summary. */
const MARK = new RegExp(`<div aria-hidden="true" style="[^"]*">[^<]*${ADMINISTRATOR}`);

describe('a printed page', () => {
  it('carries the name of whoever had it printed where the hospital asks for it, inside the page', async () => {
    await turn(false);
    expect(await marked('roll-call')).toBe(PAGE);
    await turn(true);
    const html = await marked('roll-call');
    expect(html).toContain(ADMINISTRATOR);
    expect(html.endsWith('</div></body></html>')).toBe(true);
    expect(html).toContain('<p>名单</p>');
  });

  it('carries none where a scanner reads, and none where nobody is signed in', async () => {
    await turn(true);
    expect(await marked('wristband')).toBe(PAGE);
    expect(await marked('sample-label')).toBe(PAGE);
    expect(await marked('roll-call', false)).toBe(PAGE);
  });

  it('carries it on whatever is printed: lists, reports and summaries', async () => {
    const evening = await eveningBefore();
    const there = evening.ward;
    const zone = (await there.call('zones.list', {}))[0]?.zoneId;
    const at = await makeSafe(there, Date.now);
    const own = { operatorId: at.administrator };
    const { listId } = await there.call('releases.open', { day: DAY }, own);
    const add = [evening.ids.mother as StayId];
    await there.call('releases.setMembers', { listId, add }, own);
    const { rollCallId } = await there.call('rollCalls.begin', { zoneId: null, careUnitId: null }, own);
    const stayId = evening.ids.ill as StayId;
    const asked = { hospital: '省传染病医院', reason: '血氧 91%', contact: '', note: '' };
    await there.call('referrals.request', { stayId, ...asked, urgent: true, holdBed: false }, own);
    const { actId } = await there.call(
      'papers.prepare',
      { kind: 'referral-summary', stayIds: [stayId] },
      own,
    );
    const madeBy = '周组长';
    const unsigned = [
      { zoneId: zone as ZoneId, from: '2022-04-07T16:00+08:00', to: '2022-04-07T20:00+08:00' },
    ];
    const pages = async () => [
      ...(await there.call('papers.listPages', { listId, madeBy })).documents,
      ...(await there.call('papers.rollCallPages', { rollCallId, madeBy })).documents,
      ...(await there.call('papers.handoverPages', { unsigned, madeBy, language: 'zh-CN' })).documents,
      ...(
        await there.call('papers.dailyPages', {
          ...{ cutOff: '2022-04-07T12:00+08:00', language: 'zh-CN', madeBy },
        })
      ).documents,
      ...(await there.call('papers.pages', { actId })).documents,
    ];
    const plain = await pages();
    expect(plain.map(({ html }) => MARK.test(html))).toEqual(plain.map(() => false));
    await turn(true, at);
    const marked = await pages();
    expect(plain.length).toBeGreaterThanOrEqual(5);
    expect(marked.map(({ html }) => MARK.test(html))).toEqual(plain.map(() => true));
    await there.close();
  });
});
