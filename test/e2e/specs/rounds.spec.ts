import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import { openDemonstrationWard, someone, type TestWard } from '../../fixtures/ward.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { eventually } from '../fixtures/terminal.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

let ward: TestWard;
let desk: Desk;
let nurse: Nurse;

beforeAll(async () => {
  ward = await openDemonstrationWard('hall-200');
  for (let i = 1; i <= 20; i++) {
    const bedId = await ward.bed(`A-01-${String(i).padStart(2, '0')}`);
    const details = someone({ name: `患者${i}`, birthDate: '1985-06-01' as never });
    await ward.call('stays.admit', { details, bedId, familyOf: null, convoyId: null });
  }
  ward.realTime();
  desk = await launchDesk({ data: ward.folder });
  nurse = nurseAt(desk.window);
  await nurse.sees('.desk-badge');
  await nurse.press('Control+Shift+O');
  await nurse.sees('[role=dialog] input');
  await nurse.types('李护士');
  await nurse.press('Enter');
  await nurse.sees('.desk-operator-name', '李护士');
  await nurse.seesNoMore('[role=dialog]');
});
afterAll(async () => {
  await desk.close();
  await ward.close();
});

const WELL = ['368', '76', '16', '98', '', '12080', '', '', '', ''];

async function seePatient(signs: readonly string[]): Promise<void> {
  for (const sign of signs) {
    if (sign !== '') await nurse.types(sign);
    await nurse.press('Enter');
  }
}

const atBed = (code: string) => nurse.sees('.desk-round-where', code);

describe('a round of twenty beds by keyboard alone', () => {
  it('is recorded bed by bed; who turns severe is told at once and first among the alerts', async () => {
    await nurse.press('F7');
    await nurse.sees('.desk-unit:focus', 'A-01');
    await nurse.press('Enter');
    for (let bed = 1; bed <= 20; bed++) {
      await atBed(`A-01-${String(bed).padStart(2, '0')}`);
      await seePatient(bed === 7 ? ['385', '112', '31', '92', '', '10060', '', '', '3', ''] : WELL);
    }
    await nurse.sees('.desk-empty', '本单元已走完');
    await nurse.sees('.desk-round-worry', 'A-01-07');
    const { rows } = await eventually(
      'all twenty are on record',
      () => ward.call('rounds.list', { of: 'all' }),
      ({ rows: all }) => all.every(({ last }) => last !== null),
    );
    expect(rows.filter(({ worst }) => worst !== 'none').map(({ bed }) => bed)).toEqual(['A-01-07']);
    expect(rows[0]?.last).toMatchObject({
      temperature: 36.8,
      pulse: 76,
      respiratoryRate: 16,
      spo2: 98,
      oxygen: 'air',
      systolic: 120,
      diastolic: 80,
      consciousness: 'alert',
      symptoms: [],
      trend: 'same',
      score: { kind: 'complete', total: 0 },
    });
    expect(rows[6]?.last).toMatchObject({ respiratoryRate: 31, spo2: 92, trend: 'worse' });
  });

  it('an unusual value is asked about, an impossible one is not taken', async () => {
    await nurse.press('F7');
    await nurse.press('F7');
    await nurse.sees('.desk-unit:focus');
    await nurse.press('Enter');
    await nurse.sees('.desk-signs');
    await nurse.press('PageUp', 'PageDown');
    await nurse.types('46');
    await nurse.press('Enter');
    await nurse.sees('[data-field=temperature] .desk-field-error', '25–45');
    await nurse.press('Control+A');
    await nurse.types('368');
    await nurse.press('Enter');
    await nurse.types('160');
    await nurse.press('Enter');
    await nurse.sees('[data-field=pulse] .desk-sign-question', '160');
    await nurse.press('Enter');
    await nurse.sees('[data-field=respiratoryRate] input:focus');
    await nurse.press('Escape');
  });

  it('the alert is acknowledged by keyboard, with a note, and leads to the patient’s rounds', async () => {
    await nurse.press('F12');
    await nurse.sees('.ag-row[row-index="0"] .ag-cell-focus');
    await nurse.sees('.ag-row[row-index="0"]', 'A-01-07');
    await nurse.press('a');
    await nurse.sees('[role=dialog]');
    await nurse.types('Dr Zhang');
    await nurse.press('Enter');
    const severe = (await ward.call('rounds.list', { of: 'all' })).rows[6]?.stayId as StayId;
    const { alerts } = await eventually(
      'somebody has acknowledged it',
      () => ward.call('alerts.open', { stayId: severe }),
      ({ alerts: all }) => all.some(({ acknowledged }) => acknowledged !== null),
    );
    expect(alerts.find(({ acknowledged }) => acknowledged)?.acknowledged).toMatchObject({ note: 'Dr Zhang' });
    await nurse.seesNoMore('[role=dialog]');
    await nurse.sees('.ag-row[row-index="0"] .ag-cell-focus');
    await nurse.press('Enter');
    await nurse.sees('.desk-observations', '31');
    await nurse.sees('.desk-patient-head [data-alert]');
  });
});
