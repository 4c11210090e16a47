import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { FileChooser } from 'playwright';
import { pickOperator } from './clinical/hands.ts';
import type { Desk } from './fixtures/launch.ts';
import { census, eventually, ward } from './fixtures/terminal.ts';
import { goToCell, type Nurse, nurseAt } from './screens/keyboard.ts';

export const OPERATOR = '李护士';
const ROSTER = path.resolve(import.meta.dirname, '..', 'rosters', 'convoy-chuanying-2022-04-04.xlsx');

export interface MainJob {
  desk: Desk;
  data: string;
  /** Called where there is something to see. */
  picture: (name: string) => Promise<void>;
}

interface InHouse {
  stayId: string;
  name: string;
  sex: string;
  bed: { id: string; code: string } | null;
}

const inHouse = async (data: string): Promise<InHouse[]> =>
  (await ward<{ rows: InHouse[] }>(data, 'call', 'stays.list', '{"scope":"present"}')).rows;

/**
 * The main job from a bus load to an empty bed, by keyboard alone, in whichever language the window has: the
 * test and the tour are this one walk. What the window did is looked at from the terminal.
 */
export async function mainJob({ desk, data, picture }: MainJob): Promise<{ report: string }> {
  const nurse = nurseAt(desk.window);
  await nurse.sees('.desk-census');
  await pickOperator(nurse, OPERATOR);
  await picture('an empty ward');
  await openRoster(nurse, picture);
  await correctRow(nurse, picture);
  await admitRoster(nurse, data, picture);
  await proposeBeds(nurse, data, picture);
  const moved = await moveOne(nurse, data, picture);
  const leavers = (await inHouse(data)).filter(({ stayId }) => stayId !== moved.stayId).slice(0, 3);
  await dischargeThree(nurse, data, leavers, picture);
  await signOff(nurse, data, picture);
  await undoWithBedTaken(nurse, data, leavers, picture);
  const report = await exportReport(nurse, data, picture);
  return { report };
}

async function openRoster(nurse: Nurse, picture: MainJob['picture']): Promise<void> {
  await nurse.press('F3');
  await nurse.sees('.desk-roster-drop');
  // The page takes keys a moment after it is to be seen; a nurse presses again.
  let chooser: FileChooser | null = null;
  for (let i = 0; i < 6 && !chooser; i++) {
    const asked = nurse.page.waitForEvent('filechooser', { timeout: 4000 }).catch(() => null);
    await nurse.press('Control+O');
    chooser = await asked;
  }
  if (!chooser) throw new Error('no file is asked for');
  await chooser.setFiles(ROSTER);
  await nurse.sees('.desk-roster h1', 'convoy-chuanying');
  await picture('what the columns mean');
  await nurse.press('Control+Enter');
  await nurse.sees('.desk-roster-rows .desk-row-refused');
}

/** Row 33 has no name; it is among the refused ones on top. */
async function correctRow(nurse: Nurse, picture: MainJob['picture']): Promise<void> {
  await focusGrid(nurse);
  await goToCell(nurse, 'file-1', (row) => row.includes('|33|'));
  await picture('rows with what is wrong at the cell');
  await nurse.press('Enter');
  await nurse.types('任建国');
  await nurse.press('Enter');
  await nurse.sees('.ag-row.desk-row-ready', '任建国');
}

/** From the quick filter one key leads into the grid, on every page. */
async function focusGrid(nurse: Nurse): Promise<void> {
  await nurse.press('Control+F', 'ArrowDown');
  await nurse.sees('.ag-cell-focus');
}

async function admitRoster(nurse: Nurse, data: string, picture: MainJob['picture']): Promise<void> {
  await nurse.press('Control+Enter');
  await nurse.sees('.desk-consequences');
  await picture('who comes in and who stays on the correction list');
  await nurse.press('Control+Enter');
  await eventually(
    '39 people came in',
    () => census(data),
    ({ patients }) => patients.inHouse === 39,
  );
  await nurse.seesNoMore('.desk-consequences');
}

async function proposeBeds(nurse: Nurse, data: string, picture: MainJob['picture']): Promise<void> {
  await nurse.sees('.desk-beds-panel [role=option], .desk-beds-panel [role=row], .desk-beds-panel li');
  await eventually(
    'the proposal is there',
    () => nurse.page.locator('.desk-beds-panel').innerText(),
    (text) => /[A-F]-\d\d-\d\d/.test(text),
  );
  await picture('beds for a bus load, proposed on the plan');
  const before = await nurse.page.locator('.desk-beds-panel').innerText();
  await nurse.press('ArrowDown', 'ArrowDown', '1');
  await eventually(
    'one bed was changed by hand',
    () => nurse.page.locator('.desk-beds-panel').innerText(),
    (text) => text !== before,
  );
  await picture('one bed changed by hand');
  await nurse.press('Control+Enter');
  await eventually(
    'all have beds',
    () => census(data),
    ({ patients, beds }) => patients.waiting === 0 && beds.occupied === 39,
  );
  await eventually(
    'the strip says so',
    () => nurse.readsStrip(),
    ([inside, , , , , waiting]) => inside === 39 && waiting === 0,
  );
}

async function moveOne(nurse: Nurse, data: string, picture: MainJob['picture']): Promise<InHouse> {
  const somebody = (await inHouse(data)).find(({ sex, bed }) => sex === 'male' && bed?.code.startsWith('A-'));
  if (!somebody?.bed) throw new Error('nobody to move');
  await nurse.press('F4');
  await nurse.sees('.desk-beds');
  await picture('every bed on one plan');
  await findBed(nurse, somebody.bed.code);
  await nurse.press('m');
  await nurse.sees('.desk-beds-carried');
  // The ward is asked for a bed first; P goes to it once it stands there.
  await nurse.sees('.desk-beds-carry button', '★');
  await nurse.press('p');
  await nurse.sees('.desk-beds-carry button.ant-btn-primary', '★');
  await picture('a patient in hand, and where they may lie');
  await nurse.press('Enter');
  await finishPlacing(nurse);
  await eventually(
    'they lie elsewhere',
    () => inHouse(data),
    (people) => people.find(({ stayId }) => stayId === somebody.stayId)?.bed?.code !== somebody.bed?.code,
  );
  return somebody;
}

async function findBed(nurse: Nurse, code: string): Promise<void> {
  await nurse.press('/');
  await nurse.types(code);
  await nurse.press('Enter');
  await nurse.sees(`.desk-board-cell[aria-label^="${code}"]:focus`);
}

/** A move asks for its reason; the usual one stands there already. */
async function finishPlacing(nurse: Nurse): Promise<void> {
  await nurse.sees('[role=dialog] input:focus');
  await nurse.press('Control+Enter');
  await nurse.seesNoMore('[role=dialog]');
}

/** Two together, then one alone: an undo takes back one act. */
async function dischargeThree(
  nurse: Nurse,
  data: string,
  leavers: readonly InHouse[],
  picture: MainJob['picture'],
): Promise<void> {
  await nurse.press('F8');
  await nurse.sees('.desk-page-head h1');
  for (const batch of [leavers.slice(0, 2), leavers.slice(2)]) {
    for (const { bed } of batch) {
      await nurse.types(bed?.code ?? '');
      await nurse.sees('.desk-add-hits [role=option]', bed?.code ?? '');
      await nurse.press('Enter');
      await nurse.sees('.ag-row', bed?.code ?? '');
    }
    if (batch.length === 2) await picture('who leaves, and whether they may');
    const { patients: before } = await census(data);
    await nurse.press('Control+Enter');
    await nurse.sees('.desk-consequences');
    await nurse.press('Control+Enter');
    await eventually(
      'they have left',
      () => census(data),
      ({ patients }) => patients.dischargedTotal === before.dischargedTotal + batch.length,
    );
    await nurse.seesNoMore('.desk-consequences');
  }
}

async function signOff(nurse: Nurse, data: string, picture: MainJob['picture']): Promise<void> {
  const before = (await census(data)).beds.awaitingDisinfection;
  if (before < 4) throw new Error(`only ${before} beds await disinfection`);
  await nurse.press('Control+3');
  await nurse.sees('.desk-sign-off');
  await focusGrid(nurse);
  await nurse.press('Control+a');
  await picture('beds that await disinfection');
  await nurse.press('s');
  await nurse.sees('[role=dialog] textarea, [role=dialog] input');
  await nurse.types('紫外线消毒车，三十分钟');
  await nurse.press('Control+Enter');
  await eventually(
    'they are offered again',
    () => census(data),
    ({ beds }) => beds.awaitingDisinfection < before,
  );
}

/** Somebody else gets the bed of the last who left; then that discharge is taken back. */
async function undoWithBedTaken(
  nurse: Nurse,
  data: string,
  leavers: readonly InHouse[],
  picture: MainJob['picture'],
): Promise<void> {
  const beds = await ward<{ beds: { id: string; state: string }[] }>(data, 'call', 'beds.board', '{}');
  const free = new Set(beds.beds.filter(({ state }) => state === 'available').map(({ id }) => id));
  const bed = leavers[2]?.bed;
  if (!bed || !free.has(bed.id)) throw new Error('the bed of the last who left was not signed off');
  const operators = await ward<{ id: string; name: string }[]>(data, 'call', 'ward.operators', '{}');
  const act = {
    key: randomUUID(),
    operatorId: operators.find(({ name }) => name === OPERATOR)?.id,
    reason: '新到',
  };
  const details = {
    name: '后来人',
    sex: 'unknown',
    birthDate: null,
    documentType: 'none',
    documentNumber: null,
    phone: '',
    address: '',
    district: '',
    street: '',
    classification: 'mild',
    firstPositiveDate: null,
    conditions: '',
    vaccineDoses: null,
    mobility: 'walks',
    needs: [],
    companions: '',
    emergencyContact: '',
    emergencyPhone: '',
    remarks: '',
    provisional: true,
  };
  await ward(
    data,
    'call',
    'stays.admit',
    JSON.stringify({ act, details, bedId: bed.id, familyOf: null, convoyId: null }),
  );
  await eventually(
    'the open window shows what the terminal did',
    () => nurse.readsStrip(),
    ([inside]) => inside === 37,
  );

  await nurse.press('F10');
  await focusGrid(nurse);
  await goToCell(nurse, await firstColumn(nurse), (row) => /\|(出舱|Discharged)\|/.test(row));
  await nurse.press('u');
  await nurse.sees('[role=dialog]');
  await nurse.press('Control+Enter');
  await nurse.sees('.desk-undo', '后来人');
  await picture('the bed was taken: by whom, and where to instead');
  await nurse.press('Control+Enter');
  await eventually(
    'they are back, in another bed',
    () => census(data),
    ({ patients }) => patients.inHouse === 38 && patients.waiting === 0 && patients.dischargedTotal === 2,
  );
}

const firstColumn = (nurse: Nurse): Promise<string> =>
  nurse.page.evaluate(() => document.querySelector('.ag-cell-focus')?.getAttribute('col-id') ?? '');

async function exportReport(nurse: Nurse, data: string, picture: MainJob['picture']): Promise<string> {
  await nurse.press('F9');
  await nurse.sees('.desk-page-head h1');
  await picture('who left today');
  const folder = path.join(data, 'exports');
  await nurse.press('Control+S');
  const files = await eventually(
    'the report is in the export folder',
    async () => {
      try {
        return readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
      } catch {
        return [];
      }
    },
    (names) => names.length > 0,
  );
  return path.join(folder, files[0] ?? '');
}
