import assert from 'node:assert/strict';
import type { FileChooser } from 'playwright';
import { eventually, ward } from '../fixtures/terminal.ts';
import { goToCell, type Nurse } from '../screens/keyboard.ts';
import { call, focusGrid, inHouse, openPatient, pressUntil, tabTo, type Walk } from './hands.ts';
import { CAST, people } from './ward.ts';

/** The laboratory's second file: looked at, taken in, and the two rows that nobody but a person may decide. */
export async function takeInResults({ nurse, data, picture }: Walk, file: string): Promise<void> {
  await pressUntil(nurse, 'F5', '.desk-scan');
  await picture('who is due a sample');
  await pressUntil(nurse, 'Control+2', '.desk-lab-drop');
  await choose(nurse, file);
  await nurse.sees('.desk-lab-import h2', 'lab-second.csv');
  await nurse.sees('.desk-headings select, .desk-headings input');
  await picture('a laboratory file and what its columns mean');
  await pressUntil(nurse, 'Control+Enter', '.desk-lab-counts, .desk-long');
  await nurse.sees('.desk-lab-counts');
  const counts = nurse.page.locator('.desk-lab-counts > div');
  const seen = await counts.evaluateAll((all) =>
    Object.fromEntries(all.map((one) => [one.getAttribute('data-name'), one.querySelector('dd')?.innerText])),
  );
  assert.deepEqual(seen, {
    ...{ rows: '61', accepted: '59', correctedCount: '0', duplicates: '0', quarantined: '2' },
  });
  await picture('what the file came to');
  await solveBoth(nurse, data, picture);
}

async function choose(nurse: Nurse, file: string): Promise<void> {
  let chooser: FileChooser | null = null;
  for (let i = 0; i < 6 && !chooser; i++) {
    const asked = nurse.page.waitForEvent('filechooser', { timeout: 4000 }).catch(() => null);
    await nurse.press('Control+O');
    chooser = await asked;
  }
  if (!chooser) throw new Error('no file is asked for');
  await chooser.setFiles(file);
}

async function solveBoth(nurse: Nurse, data: string, picture: Walk['picture']): Promise<void> {
  const misspelt = people[CAST.misspelt]?.name ?? '';
  await pressUntil(nurse, 'Control+3', '.desk-quarantine .ag-row');
  await focusGrid(nurse);
  await picture('two results in quarantine, and why');
  await goToCell(nurse, 'name', (row) => row.includes('某某某'));
  await nurse.press('Enter');
  await nurse.sees('[role=dialog] .desk-solve-hits [role=option]', misspelt);
  await nurse.press('Enter');
  await nurse.sees('[role=dialog] .desk-solve-chosen', misspelt);
  await tabTo(nurse, '[id$="-reason"]');
  await nurse.types('电话核实：实验室打错了姓名');
  await picture('whose result it is, and how one knows');
  await nurse.press('Control+Enter');
  await nurse.seesNoMore('[role=dialog]');
  await eventually(
    'one row is left',
    () => call<{ name: string }[]>(data, 'tests.quarantine'),
    (rows) => rows.length === 1,
  );
  await nurse.sees('.ag-row', '陌生人');
  await focusGrid(nurse);
  await goToCell(nurse, 'name', (row) => row.includes('陌生人'));
  await nurse.press('Enter');
  await nurse.sees('[role=dialog] [role=combobox]:focus');
  await tabTo(nurse, '[id$="-reason"]');
  await nurse.types('不是本院患者，已退回实验室');
  await tabTo(nurse, '.ant-btn-dangerous');
  await nurse.press('Enter');
  await nurse.seesNoMore('[role=dialog]');
  await eventually(
    'nothing waits any more',
    () => call<{ fileName: string; solved: number; rejected: number }[]>(data, 'tests.labFiles'),
    (files) =>
      files.some(
        ({ fileName, solved, rejected }) => `${fileName} ${solved} ${rejected}` === 'lab-second.csv 1 1',
      ),
  );
}

interface Judged {
  patients: {
    verdict: string;
    next: { sentence: string };
    rules: { met: boolean; sentence: string }[];
  }[];
}

/** Somebody who may not leave yet: the card says what the terminal says, rule by rule. */
export async function readExplanation({ nurse, data, language, picture }: Walk): Promise<void> {
  const name = people[CAST.notYet]?.name ?? '';
  const stay = (await inHouse(data)).find((one) => one.name === name);
  await openPatient(nurse, name);
  await nurse.sees('.desk-eligibility-verdict[data-verdict=not-yet]');
  await picture('not yet, why, and what comes next');
  const said = await ward<Judged>(data, 'eligibility', '--stay', stay?.stayId ?? '', '--lang', language);
  const patient = said.patients[0];
  assert.equal(said.patients.length, 1);
  assert.equal(patient?.verdict, 'not-yet');
  const card = await nurse.reads('.desk-eligibility');
  assert.ok(card.includes(patient.next.sentence), card);
  const marks = await nurse.page
    .locator('.desk-eligibility-rules li')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-met') === 'true'));
  assert.deepEqual(
    marks,
    patient.rules.map(({ met }) => met),
  );
  for (const { sentence } of patient.rules) assert.ok(card.includes(sentence), `${sentence} in ${card}`);
}
