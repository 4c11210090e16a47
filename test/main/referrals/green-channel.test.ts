import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReferralsOf } from '#main/referrals/referral-repository.ts';
import type { ActId, ReferralId, StayId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  expect(ward.defects).toEqual([]);
  await ward.close();
});

const HOSPITAL = '吉林大学第一医院';

const admit = async (name: string, bed: string | null = null) =>
  ward.call('stays.admit', {
    details: someone({ name, conditions: '高血压', birthDate: '1950-01-01' as never }),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });

const request = (stayId: StayId, holdBed: boolean) =>
  ward.call('referrals.request', {
    stayId,
    ...{ hospital: HOSPITAL, reason: '血氧 92%', urgent: true, holdBed, contact: '王主任 0431-1', note: '' },
  });

const bedNow = async (code: string) => {
  const id = await ward.bed(code);
  return (await ward.call('beds.board', {})).beds.find((bed) => bed.id === id);
};
const undo = (actId: ActId, beds: { stayId: StayId; bedId: never | null }[] = []) =>
  ward.call('acts.undo', { actId, beds });
const list = () => ward.call('referrals.list', {});

/** Requested at 9:00, accepted at 9:10, vehicle at 9:30, left at 9:40. */
async function leaveAt0940(stayId: StayId, holdBed: boolean) {
  ward.at('2022-04-06 09:00');
  const { referralId } = await request(stayId, holdBed);
  ward.at('2022-04-06 09:10');
  await ward.call('referrals.accept', { referralId });
  ward.at('2022-04-06 09:30');
  await ward.call('referrals.sendVehicle', { referralId, plate: '吉A12345' });
  ward.at('2022-04-06 09:40');
  const { actId } = await ward.call('referrals.leave', { referralId, companion: '李护士' });
  return { referralId, actId };
}

describe('the green channel', () => {
  it('goes from request to arrival, each stage with its time; the stay ends for that hospital', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { referralId } = await leaveAt0940(stayId, false);
    const { stay } = await ward.call('stays.record', { stayId });
    expect(stay).toMatchObject({ status: 'left', way: 'to-hospital', destination: HOSPITAL });
    expect(await bedNow('A-01-01')).toMatchObject({ state: 'awaitingDisinfection', reservation: null });
    expect(await list()).toEqual([
      expect.objectContaining({ stage: 'left', plate: '吉A12345', bed: 'A-01-01', urgent: true }),
    ]);

    ward.at('2022-04-06 10:30');
    await ward.call('referrals.arrive', { referralId }, { happenedAt: '2022-04-06T10:05+08:00' });
    expect(await list()).toEqual([]);
    const [only] = await ward.call('referrals.ofStay', { stayId });
    expect(only).toMatchObject({
      stage: 'arrived',
      requestedAt: '2022-04-06T01:00:00.000Z',
      acceptedAt: '2022-04-06T01:10:00.000Z',
      vehicleAt: '2022-04-06T01:30:00.000Z',
      leftAt: '2022-04-06T01:40:00.000Z',
      arrivedAt: '2022-04-06T02:05:00.000Z',
    });
  });

  it('holds the bed, by name, through its disinfection and after it', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    await leaveAt0940(stayId, true);
    expect((await bedNow('A-01-01'))?.state).toBe('awaitingDisinfection');
    ward.at('2022-04-06 11:00');
    await ward.call('beds.signOffDisinfection', { bedIds: [await ward.bed('A-01-01')] });
    const bed = await bedNow('A-01-01');
    expect(bed?.state).toBe('reserved');
    expect(bed?.reservation?.note).toContain('邹丽平');
    const other = await admit('丁林宁');
    const refusal = await ward.refused('stays.assign', {
      stayId: other.stayId,
      bedId: await ward.bed('A-01-01'),
    });
    expect(refusal.code).toBe('bed-reserved');
  });

  it('lets the choice be changed when the patient leaves', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    ward.at('2022-04-06 09:00');
    const { referralId } = await request(stayId, true);
    await ward.call('referrals.accept', { referralId, hospital: '传染病医院', contact: '' });
    await ward.call('referrals.sendVehicle', { referralId, plate: '吉A1' });
    await ward.call('referrals.leave', { referralId, holdBed: false });
    expect((await bedNow('A-01-01'))?.reservation).toBeNull();
    const { stay } = await ward.call('stays.record', { stayId });
    expect(stay.destination).toBe('传染病医院');
  });

  it('takes somebody who waits for a bed', async () => {
    const { stayId } = await admit('邹丽平');
    await leaveAt0940(stayId, true);
    expect((await ward.call('stays.record', { stayId })).stay.status).toBe('left');
  });
});

describe('out of order', () => {
  const steps: ['accept' | 'sendVehicle' | 'leave' | 'arrive', string][] = [
    ['sendVehicle', 'referral-not-accepted'],
    ['leave', 'referral-not-accepted'],
    ['arrive', 'referral-not-accepted'],
  ];
  const input = (referralId: ReferralId, step: string) =>
    step === 'sendVehicle' ? { referralId, plate: '吉A1' } : { referralId };

  it.each(steps)('%s is refused before acceptance, saying what comes first', async (step, code) => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { referralId } = await request(stayId, false);
    const refusal = await ward.refused(`referrals.${step}`, input(referralId, step) as never);
    expect(refusal).toMatchObject({ code, params: { name: '邹丽平', hospital: HOSPITAL } });
  });

  it('leaving needs the vehicle, arriving the leaving, and nothing is noted twice', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    ward.at('2022-04-06 09:00');
    const { referralId } = await request(stayId, false);
    await ward.call('referrals.accept', { referralId });
    expect((await ward.refused('referrals.accept', { referralId })).code).toBe('referral-stage-done');
    expect((await ward.refused('referrals.leave', { referralId })).code).toBe('referral-no-vehicle');
    await ward.call('referrals.sendVehicle', { referralId, plate: '吉A1' });
    expect((await ward.refused('referrals.arrive', { referralId })).code).toBe('referral-not-left');
    const early = await ward.refused(
      'referrals.leave',
      { referralId },
      { happenedAt: '2022-04-06T08:59+08:00' },
    );
    expect(early.code).toBe('referral-time-order');
    expect((await ward.call('stays.record', { stayId })).stay.status).toBe('in-house');
  });

  it('is asked for once at a time, for somebody who is here', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    await request(stayId, false);
    expect(await ward.refused('referrals.request', requestInput(stayId))).toMatchObject({
      code: 'referral-open',
      params: { hospital: HOSPITAL },
    });
    const gone = await admit('丁林宁', 'A-01-02');
    ward.at('2022-04-08 15:00');
    await ward.call('discharges.commit', { stays: [{ stayId: gone.stayId }], leaving: ON_ORDER });
    expect((await ward.refused('referrals.request', requestInput(gone.stayId))).code).toBe('not-in-house');
  });

  it('is called off with a reason, and not after the patient has left', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { referralId } = await request(stayId, false);
    expect((await ward.refused('referrals.cancel', { referralId })).code).toBe('reason-needed');
    await ward.call('referrals.cancel', { referralId }, { reason: '血氧恢复' });
    expect((await ward.refused('referrals.accept', { referralId })).code).toBe('referral-over');
    expect((await ward.call('referrals.ofStay', { stayId }))[0]).toMatchObject({
      stage: 'cancelled',
      cancelReason: '血氧恢复',
    });
    const left = await leaveAt0940(stayId, false);
    const refusal = await ward.refused(
      'referrals.cancel',
      { referralId: left.referralId },
      { reason: '不去了' },
    );
    expect(refusal.code).toBe('referral-left');
  });
});

const ON_ORDER = { way: 'on-order', destination: '', companion: '', note: '' } as const;
const requestInput = (stayId: StayId) => ({
  stayId,
  ...{ hospital: '另一家', reason: '发热', urgent: false, holdBed: false, contact: '', note: '' },
});

describe('taken back', () => {
  it('each stage by itself, latest first', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { referralId, actId: left } = await leaveAt0940(stayId, false);
    const arrived = await ward.call('referrals.arrive', { referralId });
    expect(await ward.refused('acts.undo', { actId: left, beds: [] })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'referrals.arrive' },
    });
    const history = (await ward.call('stays.record', { stayId })).history;
    const acts = ['arrive', 'leave', 'sendVehicle', 'accept', 'request'].map(
      (step) => history.find(({ procedure }) => procedure === `referrals.${step}`)?.actId as ActId,
    );
    expect(acts[0]).toBe(arrived.actId);
    const stages = [];
    for (const actId of acts) {
      await undo(actId);
      stages.push((await list())[0]?.stage);
    }
    expect(stages).toEqual(['left', 'vehicle', 'accepted', 'requested', undefined]);
    expect(await bedNow('A-01-01')).toMatchObject({ state: 'occupied' });
  });

  it('leaving, with the bed held and still unclean: back in it, held no longer', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { actId } = await leaveAt0940(stayId, true);
    await undo(actId);
    expect(await bedNow('A-01-01')).toMatchObject({ state: 'occupied', reservation: null });
    expect((await list())[0]?.stage).toBe('vehicle');
  });

  it('leaving, with the held bed clean again: back in it from now on', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { actId } = await leaveAt0940(stayId, true);
    ward.at('2022-04-06 11:00');
    await ward.call('beds.signOffDisinfection', { bedIds: [await ward.bed('A-01-01')] });
    ward.at('2022-04-06 11:10');
    await undo(actId);
    expect(await bedNow('A-01-01')).toMatchObject({
      state: 'occupied',
      reservation: null,
      occupant: { name: '邹丽平' },
    });
  });

  it('leaving, with the bed let go and taken meanwhile: says who has it, and takes another way', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { actId } = await leaveAt0940(stayId, true);
    ward.at('2022-04-06 11:00');
    const bedId = await ward.bed('A-01-01');
    await ward.call('beds.signOffDisinfection', { bedIds: [bedId] });
    await ward.call('beds.release', { bedId });
    await admit('丁林宁', 'A-01-01');
    ward.at('2022-04-06 11:10');
    expect(await ward.refused('acts.undo', { actId, beds: [] })).toMatchObject({
      code: 'undo-bed-taken',
      params: { bed: 'A-01-01', by: '丁林宁', name: '邹丽平' },
    });
    await ward.call('acts.undo', { actId, beds: [{ stayId, bedId: await ward.bed('A-01-05') }] });
    expect(await bedNow('A-01-05')).toMatchObject({ occupant: { name: '邹丽平' } });
    expect(await bedNow('A-01-01')).toMatchObject({ occupant: { name: '丁林宁' } });
    expect((await list())[0]).toMatchObject({ stage: 'vehicle', bed: 'A-01-05' });
  });

  it('leaving, and then the taking back: gone again, the bed held again', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { actId } = await leaveAt0940(stayId, true);
    const undone = await undo(actId);
    await undo(undone.actId);
    expect(await bedNow('A-01-01')).toMatchObject({
      state: 'awaitingDisinfection',
      reservation: { note: expect.stringContaining('邹丽平') },
    });
    expect((await list())[0]?.stage).toBe('left');
  });

  it('a calling off, unless another referral was asked for since', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { referralId } = await request(stayId, false);
    const { actId } = await ward.call('referrals.cancel', { referralId }, { reason: '好转' });
    const second = await request(stayId, false);
    expect(await ward.refused('acts.undo', { actId, beds: [] })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'referrals.request' },
    });
    await undo(second.actId);
    await undo(actId);
    expect((await list())[0]).toMatchObject({ referralId, stage: 'requested' });
  });

  it('an admission is not taken back under a referral', async () => {
    const { stayId, actId } = await admit('邹丽平', 'A-01-01');
    await request(stayId, false);
    expect((await ward.refused('acts.undo', { actId, beds: [] })).code).toBe('undo-later-act');
  });
});

describe('what others see of it', () => {
  it('a stay that ends in another way closes its referral; undone, it is open again', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    ward.at('2022-04-06 09:00');
    const { referralId } = await request(stayId, true);
    ward.at('2022-04-06 12:00');
    const { actId } = await ward.call('discharges.commit', {
      stays: [{ stayId }],
      leaving: { ...ON_ORDER, way: 'against-advice' },
    });
    expect(await list()).toEqual([]);
    expect((await ward.call('referrals.ofStay', { stayId }))[0]).toMatchObject({
      stage: 'overtaken',
      endedBy: { at: '2022-04-06T04:00:00.000Z', way: 'against-advice' },
    });
    expect((await ward.refused('referrals.accept', { referralId })).code).toBe('referral-over');
    await undo(actId);
    expect((await list())[0]).toMatchObject({ referralId, stage: 'requested' });
  });

  it('whoever is under way is known to the rules of release', async () => {
    const here = await admit('邹丽平', 'A-01-01');
    const gone = await admit('丁林宁', 'A-01-02');
    await admit('任福伟', 'A-01-03');
    await leaveAt0940(gone.stayId, false);
    await request(here.stayId, false);
    const { read } = ward.db;
    expect([...(await openReferralsOf(read, 'present')).keys()]).toEqual([here.stayId]);
    const both = await openReferralsOf(read, [here.stayId, gone.stayId]);
    expect([...both.keys()].sort()).toEqual([here.stayId, gone.stayId].sort());
  });

  it('does not make the screens of others stale before the patient leaves', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    const { version } = (await ward.call('stays.record', { stayId })).stay;
    const { referralId } = await request(stayId, false);
    await ward.call('referrals.accept', { referralId });
    expect((await ward.call('stays.record', { stayId })).stay.version).toBe(version);
  });

  it('the summary says who, where, how ill, and why', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    ward.at('2022-04-06 09:00');
    const { referralId } = await request(stayId, false);
    expect(await ward.call('referrals.summary', { referralId })).toMatchObject({
      hospitalName: '长春市体育场方舱医院',
      referral: { name: '邹丽平', bed: 'A-01-01', age: 72, hospital: HOSPITAL, reason: '血氧 92%' },
      daysInHouse: 2,
      classification: 'mild',
      conditions: '高血压',
      keyGroups: ['over-60', 'cardiovascular'],
      observations: [],
      tests: [],
    });
  });
});
