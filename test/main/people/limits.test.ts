import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract, PROCEDURE_NAMES } from '#shared/contract/index.ts';
import { needsOf } from '#shared/contract/procedure-rights.ts';
import type { OperatorId, StayId, ZoneId } from '#shared/contract/values.ts';
import { DOCUMENT_FIELDS, PHONE_FIELDS } from '#shared/rules/mask-identity.ts';
import { NO_SIGNS } from '../../fixtures/clinical.ts';
import { makeSafe, type SafeWard } from '../../fixtures/people.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
let safe: SafeWard;
let nurse: OperatorId;
let stayId: StayId;
let zones: { id: ZoneId; code: string }[];
let now = 0;

const DOCUMENT = '220199198501010018';
const PHONE = '13900001234';

beforeEach(async () => {
  ward = await openTestWard();
  now = Date.parse('2022-04-04T04:00:00Z');
  safe = await makeSafe(ward, () => now);
  nurse = await safe.person('李小护', ['nurse']);
  zones = await ward.db.read.selectFrom('zone').select(['id', 'code']).orderBy('code').execute();
  await safe.signIn(nurse);
  const details = someone({
    ...{ name: '王五', documentType: 'resident-id', documentNumber: DOCUMENT },
    ...{ phone: PHONE, emergencyPhone: '0431-88990011' },
  });
  const admitted = await ward.call(
    'stays.admit',
    { details, bedId: await bedOf(0, -1), familyOf: null, convoyId: null },
    { operatorId: nurse },
  );
  ({ stayId } = admitted);
});
afterEach(() => ward.close());

async function bedOf(zone: number, nth: number) {
  const { beds } = await ward.call('beds.plan', {});
  const [bed] = beds.filter(({ code }) => code.startsWith(zones[zone]?.code ?? '?')).slice(nth);
  if (!bed) throw new Error('no bed');
  return bed.id;
}

const as = async (role: 'pharmacist' | 'logistics' | 'nurse') => {
  const operatorId = await safe.person(`${role} 一`, [role]);
  await safe.signIn(operatorId);
  return operatorId;
};

describe('what a role may not see', () => {
  it('is masked before it leaves the router, in lists, records, searches and histories', async () => {
    const before = JSON.stringify(await ward.call('stays.record', { stayId }));
    expect(before).toContain(DOCUMENT);
    expect(before).toContain(PHONE);
    await as('pharmacist');
    const seen = [
      await ward.call('stays.record', { stayId }),
      await ward.call('stays.search', { text: '王五' }),
      await ward.call('stays.list', { scope: { kind: 'present' } } as never).catch(() => null),
      await ward.call('acts.recent', {}),
    ];
    const text = JSON.stringify(seen);
    expect(text).not.toContain(DOCUMENT);
    expect(text).not.toContain(PHONE);
    expect(text).toContain('**************0018');
    expect(text).toContain('*******1234');
  });

  it('is not to be found out by searching for it bit by bit', async () => {
    const found = async (text: string) => (await ward.call('stays.search', { text })).length;
    for (const part of [DOCUMENT.slice(0, 8), DOCUMENT.slice(0, 17), PHONE.slice(0, 7)])
      expect([part, await found(part)]).toEqual([part, 1]);
    await as('pharmacist');
    for (const part of [DOCUMENT.slice(0, 8), DOCUMENT.slice(0, 17), PHONE.slice(0, 7), PHONE.slice(0, 10)])
      expect([part, await found(part)]).toEqual([part, 0]);
    for (const whole of [DOCUMENT, DOCUMENT.slice(-4), PHONE])
      expect([whole, await found(whole)]).toEqual([whole, 1]);
  });

  it('covers every field of the contract that can hold a whole number', () => {
    const covered: string[] = [...DOCUMENT_FIELDS, ...PHONE_FIELDS];
    for (const name of PROCEDURE_NAMES) {
      const needs = needsOf(name);
      if (needs === 'desk' || (typeof needs !== 'string' && needs.some((one) => one === 'patients.identity')))
        continue;
      const schema = JSON.stringify(z.toJSONSchema(contract[name].output, { unrepresentable: 'any' }));
      const fields = [...schema.matchAll(/"(\w*(?:document|phone|html|base64)\w*)":/gi)].map(
        ([, field]) => field,
      );
      const unmasked = fields.filter(
        (field) => !covered.includes(field ?? '') && !HARMLESS.includes(field ?? ''),
      );
      expect([name, unmasked]).toEqual([name, []]);
    }
  });

  it('is not to be had by asking for a paper, a file or a correction instead', async () => {
    const pharmacist = await as('pharmacist');
    const header = { operatorId: pharmacist };
    const print = await ward.refused(
      'papers.prepare',
      { kind: 'wristband', stayIds: [stayId] } as never,
      header,
    );
    expect(print.code).toBe('not-allowed');
    const correct = await ward.refused('stays.correct', { stayId, details: { remarks: 'x' } }, header);
    expect(correct.code).toBe('not-allowed');
  });
});

/** Kinds of documents and last four signs, which everybody who may see patients sees; pages of figures alone. */
const HARMLESS = ['documentType', 'documentTail', 'documents', 'html'];

describe('zones', () => {
  it('limit what somebody does to patients and beds, wherever the act goes', async () => {
    const header = { operatorId: safe.administrator };
    await safe.signIn(safe.administrator);
    const other = zones[1];
    if (!other) throw new Error('one zone only');
    await ward.call('people.setPerson', { person: nurse, zones: [other.id] }, header);
    await safe.signIn(nurse);
    ward.at('2022-04-04 12:01');
    const own = { operatorId: nurse };
    const before = JSON.stringify(await ward.call('beds.board', {}));
    const move = await ward.refused(
      'stays.move',
      { stayId, bedId: await bedOf(0, -2), because: 'clinical' },
      own,
    );
    expect(move.code).toBe('outside-your-zones');
    const round = await ward.refused(
      'rounds.record',
      { stayId, signs: { ...NO_SIGNS, temperature: 37.2 } },
      own,
    );
    expect(round.code).toBe('outside-your-zones');
    expect(JSON.stringify(await ward.call('beds.board', {}))).toBe(before);
    // Under break-glass the limit is lifted, for as long as it lasts.
    const glass = await ward.call('people.breakGlass', { minutes: 10 }, { ...own, reason: '抢救' });
    expect(glass.until > new Date(now).toISOString()).toBe(true);
    await ward.call('rounds.record', { stayId, signs: { ...NO_SIGNS, temperature: 37.2 } }, own);
    now += 11 * 60_000;
    ward.at('2022-04-04 12:11');
    const late = await ward.refused(
      'rounds.record',
      { stayId, signs: { ...NO_SIGNS, temperature: 37.4 } },
      own,
    );
    expect(late.code).toBe('outside-your-zones');
  });
});

describe('break-glass', () => {
  it('needs a reason, ends by itself, and waits for somebody else to look at it', async () => {
    const pharmacist = await as('pharmacist');
    const own = { operatorId: pharmacist };
    expect((await ward.refused('people.breakGlass', { minutes: 30 }, own)).code).toBe('reason-needed');
    await ward.call('people.breakGlass', { minutes: 30 }, { ...own, reason: '夜间无护士' });
    expect(JSON.stringify(await ward.call('stays.record', { stayId }))).toContain(DOCUMENT);
    await ward.call('rounds.record', { stayId, signs: { ...NO_SIGNS, temperature: 38.9 } }, own);
    await ward.call('people.endBreakGlass', {}, own);
    now += 2 * 60_000;
    ward.at('2022-04-04 12:02');
    expect(JSON.stringify(await ward.call('stays.record', { stayId }))).not.toContain(DOCUMENT);
    await safe.signIn(safe.administrator);
    const [glass] = await ward.call('people.breakGlasses', {});
    if (!glass) throw new Error('nobody sees it');
    expect(glass).toMatchObject({ operatorId: pharmacist, reason: '夜间无护士', seen: null });
    const lead = { operatorId: safe.administrator };
    await ward.call('people.seeBreakGlass', { id: glass.id }, lead);
    expect((await ward.refused('people.seeBreakGlass', { id: glass.id }, lead)).code).toBe('no-break-glass');
    expect(await ward.call('people.breakGlasses', {})).toEqual([]);
  });

  it('is never looked at by whoever used it', async () => {
    const lead = { operatorId: safe.administrator };
    await safe.signIn(safe.administrator);
    await ward.call('people.breakGlass', {}, { ...lead, reason: '试' });
    const [glass] = await ward.call('people.breakGlasses', {});
    const refusal = await ward.refused('people.seeBreakGlass', { id: glass?.id ?? '' }, lead);
    expect(refusal.code).toBe('own-break-glass');
  });
});

describe('taking back', () => {
  it('needs the rights of what is taken back', async () => {
    const [last] = await ward.call('acts.recent', {});
    const logistics = await as('logistics');
    const refusal = await ward.refused('acts.undo', { actId: last?.actId ?? '' } as never, {
      operatorId: logistics,
    });
    expect(refusal.code).toBe('not-allowed');
  });
});
