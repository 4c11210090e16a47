import assert from 'node:assert/strict';
import { census, eventually, ward } from '../fixtures/terminal.ts';
import { goToCell, type Nurse } from '../screens/keyboard.ts';
import { call, focusGrid, openPatient, pickOperator, pressUntil, type Walk } from './hands.ts';
import { NURSE, UNIT } from './ward.ts';

const BEDS = 20;
/** Which of the twenty is short of breath. */
const SEVERE = 7;
const HOSPITAL = '市传染病医院';

interface RoundRow {
  stayId: string;
  name: string;
  bed: string;
  last: { spo2: number | null; score: { kind: string; total?: number } } | null;
}

const roundOf = async (data: string): Promise<RoundRow[]> => {
  const { units } = await call<{ units: { code: string; careUnitId: string }[] }>(data, 'rounds.units');
  const of = units.find(({ code }) => code === UNIT)?.careUnitId;
  return (await call<{ rows: RoundRow[] }>(data, 'rounds.list', { of })).rows;
};

/** Twenty beds in walking order without a hand leaving the keyboard; one patient has become severely ill. */
export async function walkTheRound({ nurse, data, picture }: Walk): Promise<RoundRow> {
  const rows = await roundOf(data);
  assert.ok(rows.length > BEDS);
  await pickOperator(nurse, NURSE);
  await pressUntil(nurse, 'F7', '.desk-unit:focus');
  await picture('where a round is due');
  await nurse.press('Enter');
  const ill = rows[SEVERE];
  if (!ill) throw new Error('nobody to fall ill');
  for (const [i, { bed }] of rows.slice(0, BEDS).entries()) {
    await nurse.sees('.desk-round-where', bed);
    await nurse.sees('[data-field=temperature] input:focus');
    await takeSigns(nurse, i === SEVERE);
    if (i === SEVERE) {
      await nurse.sees('.desk-live .desk-score[data-band=urgent]', '5');
      await nurse.sees('.desk-live .desk-findings [data-level=severe]');
      await picture('both rules while she types');
    }
    await nurse.press('Enter');
    if (i === SEVERE) {
      await nurse.sees('.desk-round-worry', ill.name);
      await picture('the round goes on, the warning stays');
    }
  }
  await eventually(
    'twenty were seen',
    () => roundOf(data),
    (all) => all.filter(({ last }) => last !== null).length === BEDS,
  );
  const after = await roundOf(data);
  assert.ok(after.slice(0, BEDS).every(({ last }) => last?.score.kind === 'complete'));
  const { last } = after[SEVERE] ?? {};
  assert.deepEqual([last?.spo2, last?.score.total], [92, 5]);
  return ill;
}

/** Up to the note, which Enter then saves: digits, and Enter for what is as usual. */
async function takeSigns(nurse: Nurse, isIll: boolean): Promise<void> {
  for (const typed of ['367', '80', isIll ? '31' : '18', isIll ? '92' : '98']) {
    await nurse.press(...typed, 'Enter');
  }
  await nurse.sees('[data-field=oxygen] button:focus');
  await nurse.press('Enter', ...'12080', 'Enter');
  await nurse.sees('[data-field=consciousness] button:focus');
  await nurse.press('Enter', 'Enter', 'Enter');
  await nurse.sees('[data-field=note] input:focus');
}

interface AlertNow {
  stayId: string;
  kind: string;
  acknowledged: { who: string } | null;
}

/** On top of everything else; somebody says that they have seen it. */
export async function acknowledge({ nurse, data, picture }: Walk, ill: RoundRow): Promise<void> {
  await pressUntil(nurse, 'F12', '.ag-row[row-index="0"]', ill.name);
  await focusGrid(nurse);
  await goToCell(nurse, 'name', (row) => row.includes(ill.name));
  await picture('whoever gets worse is on top');
  await pressUntil(nurse, 'a', '[role=dialog] input:focus');
  await nurse.types('已通知值班医生');
  await nurse.press('Enter');
  const severe = await eventually(
    'somebody has seen it',
    async () => {
      const { alerts } = await call<{ alerts: AlertNow[] }>(data, 'alerts.open', { stayId: ill.stayId });
      return alerts.find(({ kind }) => kind === 'severe');
    },
    (alert) => alert?.acknowledged != null,
  );
  assert.equal(severe?.acknowledged?.who, NURSE);
  await nurse.seesNoMore('[role=dialog]');
}

const STAGES = ['accepted', 'vehicle', 'left'] as const;

/** Through the green channel: asked for, accepted, the vehicle sent, gone. */
export async function refer({ nurse, data, picture }: Walk, ill: RoundRow): Promise<void> {
  const before = (await census(data)).patients;
  await openPatient(nurse, ill.name);
  await pressUntil(nurse, 'Control+4', '.desk-care');
  await pressUntil(nurse, 'r', '[role=dialog] input:focus');
  await nurse.types(HOSPITAL);
  await nurse.press('Tab');
  await nurse.types('静息血氧92%，呼吸31次/分');
  await picture('a place in a designated hospital is asked for');
  await nurse.press('Enter');
  await nurse.seesNoMore('[role=dialog]');
  for (const [i, stage] of STAGES.entries()) {
    await nurse.sees(`.desk-steps-line li:nth-child(${i + 1})[aria-current=step]`);
    await pressUntil(nurse, 'g', '[role=dialog] :focus');
    if (stage === 'vehicle') await nurse.types('吉A·120急');
    if (stage === 'left') await picture('what leaving does to the stay and the bed');
    await nurse.press('Control+Enter');
    await nurse.seesNoMore('[role=dialog]');
  }
  await stageIs(data, ill, 'left');
  await picture('on the way to the hospital');
  const { patients } = await census(data);
  assert.deepEqual(
    [patients.inHouse, patients.dischargedTotal, patients.waiting],
    [before.inHouse - 1, before.dischargedTotal + 1, 0],
  );
  const judged = await ward<{ patients: unknown[] }>(data, 'eligibility');
  assert.equal(judged.patients.length, patients.inHouse);
}

const stageIs = (data: string, { stayId }: RoundRow, stage: string) =>
  eventually(
    `the referral is ${stage}`,
    () => call<{ stage: string }[]>(data, 'referrals.ofStay', { stayId }),
    ([one]) => one?.stage === stage,
  );
