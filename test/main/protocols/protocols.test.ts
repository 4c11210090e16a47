import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedProtocols } from '#main/protocols/shipped-protocols.ts';
import { type Protocol, protocol } from '#shared/contract/protocol.ts';
import { sampled } from '../../fixtures/clinical.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admitted, moment } from '../eligibility/ward-with-samples.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

const shipped = (key: string): Protocol => {
  const found = shippedProtocols().find((one) => one.key === key);
  if (!found) throw new Error(key);
  return structuredClone(found);
};
const inForce = async (at?: string) => {
  const { protocol: found } = await ward.call('protocols.inForce', at ? { at: moment(at) } : {});
  return `${found.key} ${found.version}`;
};
const NOTHING_FOUND = { orf: 'not-detected', n: 'not-detected' } as const;
const CHOSEN = { reason: '市指挥部通知' };

describe('the protocols that come with the program', () => {
  it('are the four of domain.md, the ninth edition first and in force', async () => {
    const { protocols, inForce: now, choices } = await ward.call('protocols.list', {});
    expect(protocols.map((one) => [one.protocol.key, one.protocol.version, one.shipped])).toEqual([
      ['ninth-edition', 1, true],
      ['ninth-edition-fever-free', 1, true],
      ['guangzhou-2022-11', 1, true],
      ['tenth-edition', 1, true],
    ]);
    expect(now).toEqual({ key: 'ninth-edition', version: 1 });
    expect(choices).toEqual([]);
  });

  it('release by what domain.md says of each', () => {
    const { release: ninth, severe, highRisk, homeMonitoringDays } = shipped('ninth-edition');
    expect(ninth.tests).toMatchObject({
      consecutive: 2,
      intervalHours: 24,
      ctThreshold: 35,
      genes: ['orf', 'n'],
    });
    expect([ninth.feverFreeHours, ninth.symptomsBetter, ninth.minimumStay.days]).toEqual([null, false, 0]);
    expect(ninth.excluded).toEqual(['ordinary', 'severe', 'critical']);
    expect(severe.adult).toEqual({ respiratoryRate: 30, spo2: 93 });
    expect(severe.child.respiratoryRates.map(({ atOrAbove }) => atOrAbove)).toEqual([60, 50, 40, 30]);
    expect([highRisk.over, homeMonitoringDays]).toEqual([60, 7]);
    const { release: warm } = shipped('ninth-edition-fever-free');
    expect([warm.feverFreeHours, warm.symptomsBetter]).toEqual([72, true]);
    const { release: guangzhou } = shipped('guangzhou-2022-11');
    expect([guangzhou.minimumStay.days, guangzhou.tests?.onDays]).toEqual([7, [6, 7]]);
    expect(shipped('tenth-edition').release.tests).toBeNull();
  });
});

describe('numbers of a protocol that contradict each other', () => {
  const faulty: [string, (one: Protocol) => void, string][] = [
    ['more days than samples', (one) => one.release.tests?.onDays.push(5, 6, 7), 'release.tests.onDays'],
    ['days that go back', (one) => one.release.tests?.onDays.push(7, 6), 'release.tests.onDays'],
    ['high fever below fever', (one) => Object.assign(one.fever, { highCelsius: 37 }), 'fever.highCelsius'],
    [
      'a last age that ends',
      (one) => void one.severe.child.respiratoryRates.pop(),
      'severe.child.respiratoryRates.2',
    ],
  ];
  it.each(faulty)('%s: refused with the place', async (_what, change, where) => {
    const one = shipped('ninth-edition');
    change(one);
    expect(protocol.safeParse(one).success).toBe(false);
    const refusal = await ward.refused('protocols.save', { protocol: one });
    expect(refusal).toMatchObject({ code: 'protocol-invalid', params: { where } });
  });
});

describe('an edited copy', () => {
  it('becomes the next version of its key and judges nobody before it is chosen', async () => {
    const edited = shipped('ninth-edition');
    if (edited.release.tests) edited.release.tests.intervalHours = 48;
    expect(await ward.call('protocols.save', { protocol: edited })).toMatchObject({ version: 2 });
    const { protocols } = await ward.call('protocols.list', {});
    expect(protocols.slice(0, 2).map((one) => [one.protocol.version, one.shipped])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(await inForce()).toBe('ninth-edition 1');
  });

  it('is refused where it is the same as another version, and where it is no protocol', async () => {
    const same = await ward.refused('protocols.save', { protocol: shipped('ninth-edition') });
    expect(same).toMatchObject({ code: 'protocol-unchanged', params: { version: '1' } });
    const broken = { ...shipped('ninth-edition'), rounds: undefined, more: 1 };
    expect((await ward.refused('protocols.save', { protocol: broken })).code).toBe('protocol-invalid');
    expect((await ward.refused('protocols.save', { protocol: {} })).code).toBe('protocol-invalid');
  });
});

describe('choosing another protocol', () => {
  beforeEach(async () => {
    // By the ninth edition: 李 may leave, 赵 not yet, 王 belongs elsewhere.
    const li = await admitted(ward, '李强', 'A-01-01');
    const zhao = await admitted(ward, '赵敏', 'A-01-02');
    await admitted(ward, '王勇', 'A-01-03', { classification: 'ordinary' });
    ward.at('2022-04-06 12:00');
    await sampled(ward, li, '2022-04-05 08:00', NOTHING_FOUND);
    await sampled(ward, li, '2022-04-06 08:00', NOTHING_FOUND);
    await sampled(ward, zhao, '2022-04-06 08:00', { orf: 28, n: 27.5 });
  });
  const tenth = { key: 'tenth-edition', version: 1 };
  const feverFree = { key: 'ninth-edition-fever-free', version: 1 };

  it('first shows who would flip, both ways, with the reason', async () => {
    const gain = await ward.call('protocols.preview', { proposal: tenth });
    expect(gain.counts).toEqual({ gain: 1, lose: 0, other: 0 });
    expect(gain.before).toEqual({ eligible: 1, notYet: 1, excluded: 1 });
    expect(gain.after).toEqual({ eligible: 2, notYet: 0, excluded: 1 });
    expect(gain.flips).toMatchObject([
      { name: '赵敏', bed: 'A-01-02', before: 'not-yet', after: 'eligible', why: '本方案不要求核酸检测。' },
    ]);
    const lose = await ward.call('protocols.preview', { proposal: feverFree, language: 'en' });
    expect(lose.counts).toEqual({ gain: 0, lose: 1, other: 0 });
    expect(lose.flips[0]).toMatchObject({ name: '李强', after: 'not-yet' });
    expect(lose.flips[0]?.why).toContain('No temperature on record');
  });

  it('can be previewed for a body that is not saved', async () => {
    const body = shipped('ninth-edition');
    body.release.excluded = [];
    const { flips, counts } = await ward.call('protocols.preview', { proposal: { protocol: body } });
    expect(counts).toEqual({ gain: 0, lose: 0, other: 1 });
    expect(flips).toMatchObject([{ name: '王勇', before: 'excluded', after: 'not-yet' }]);
  });

  it('needs a reason and the counts of the preview', async () => {
    const expects = { gain: 1, lose: 0 };
    expect((await ward.refused('protocols.choose', { ...tenth, expects })).code).toBe('reason-needed');
    const stale = await ward.refused('protocols.choose', { ...tenth, expects: { gain: 0, lose: 0 } }, CHOSEN);
    expect(stale).toEqual({ code: 'preview-stale', params: { gain: '1', lose: '0' } });
    const none = { key: 'eleventh', version: 1, expects };
    expect((await ward.refused('protocols.choose', none, CHOSEN)).code).toBe('no-such-protocol');
    const same = { key: 'ninth-edition', version: 1, expects: { gain: 0, lose: 0 } };
    expect((await ward.refused('protocols.choose', same, CHOSEN)).code).toBe('protocol-in-force');
  });

  it('judges by it from then on; who left before keeps what they were judged by; undo brings the old one back', async () => {
    const { actId } = await ward.call(
      'protocols.choose',
      { ...tenth, expects: { gain: 1, lose: 0 } },
      CHOSEN,
    );
    ward.at('2022-04-06 13:00');
    expect(await inForce()).toBe('tenth-edition 1');
    expect(await inForce('2022-04-06 11:59')).toBe('ninth-edition 1');
    expect((await ward.call('eligibility.list', {})).counts.eligible).toBe(2);
    expect((await ward.call('eligibility.list', { at: moment('2022-04-06 11:00') })).counts.eligible).toBe(1);
    await ward.call('acts.undo', { actId, beds: [] });
    expect(await inForce()).toBe('ninth-edition 1');
    expect((await ward.call('eligibility.list', {})).counts.eligible).toBe(1);
    const { choices } = await ward.call('protocols.list', {});
    expect(choices).toEqual([]);
  });

  it('may be for later, and a second choice takes the place of one that was for later', async () => {
    const expects = { gain: 1, lose: 0 };
    await ward.call('protocols.choose', { ...tenth, from: moment('2022-04-08 00:00'), expects }, CHOSEN);
    expect(await inForce()).toBe('ninth-edition 1');
    expect(await inForce('2022-04-08 00:00')).toBe('tenth-edition 1');
    const second = await ward.call(
      'protocols.choose',
      { ...feverFree, from: moment('2022-04-07 00:00'), expects: { gain: 0, lose: 1 } },
      CHOSEN,
    );
    expect(await inForce('2022-04-08 00:00')).toBe('ninth-edition-fever-free 1');
    expect(await inForce('2022-04-06 12:00')).toBe('ninth-edition 1');
    await ward.call('acts.undo', { actId: second.actId, beds: [] });
    expect(await inForce('2022-04-07 00:00')).toBe('ninth-edition 1');
    expect(await inForce('2022-04-08 00:00')).toBe('tenth-edition 1');
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });

  it('chosen one after the other, each holds over its own time, and the earlier cannot be undone first', async () => {
    const first = await ward.call('protocols.choose', { ...tenth, expects: { gain: 1, lose: 0 } }, CHOSEN);
    ward.at('2022-04-06 14:00');
    const second = await ward.call(
      'protocols.choose',
      { ...feverFree, expects: { gain: 0, lose: 2 } },
      CHOSEN,
    );
    const { choices } = await ward.call('protocols.list', {});
    expect(choices.map(({ key, from, to, reason }) => [key, from, to, reason])).toEqual([
      ['ninth-edition-fever-free', moment('2022-04-06 14:00'), null, CHOSEN.reason],
      ['tenth-edition', moment('2022-04-06 12:00'), moment('2022-04-06 14:00'), CHOSEN.reason],
    ]);
    expect((await ward.refused('acts.undo', { actId: first.actId, beds: [] })).code).toBe('undo-later-act');
    await ward.call('acts.undo', { actId: second.actId, beds: [] });
    expect(await inForce()).toBe('tenth-edition 1');
    await ward.call('acts.undo', { actId: first.actId, beds: [] });
    expect(await inForce()).toBe('ninth-edition 1');
  });
});
