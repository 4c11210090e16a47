import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { census, eventually } from '../fixtures/terminal.ts';
import { call, type InHouse, inHouse, pressUntil, type Walk } from './hands.ts';
import { listNow, openList } from './list.ts';
import { NURSE } from './ward.ts';

const NEWCOMER = '后来人';

/** All who may leave by the list in one act; whoever dropped off stays. */
export async function leaveByList({ nurse, data, picture }: Walk): Promise<InHouse[]> {
  const { members, dropped } = await listNow(data);
  const ids = new Set(members.map(({ stayId }) => stayId));
  const leavers = (await inHouse(data)).filter(({ stayId }) => ids.has(stayId));
  await openList(nurse);
  await pressUntil(nurse, 'd', '[role=dialog] .desk-release-leave .ag-row');
  await nurse.sees('.desk-release-leave .desk-verdict[data-tone=bad]');
  await picture('who passes, who does not, and why');
  await nurse.press('Control+Enter');
  await eventually(
    'they have left',
    () => census(data),
    ({ patients }) => patients.dischargedTotal === leavers.length,
  );
  await nurse.sees('.desk-release-leave .desk-notice[data-tone=good]');
  await picture('all of them have left');
  await nurse.press('Escape');
  await nurse.seesNoMore('[role=dialog]');
  const still = new Set((await inHouse(data)).map(({ stayId }) => stayId));
  assert.ok(leavers.every(({ stayId }) => !still.has(stayId)));
  assert.ok(dropped.length === 1 && dropped.every(({ stayId }) => still.has(stayId)));
  return leavers;
}

interface Line {
  stayId: string;
  name: string;
  documentNumber: string | null;
  certificate: string;
}

/** The certificates of all who left, read back from the PDF and held against the record, page by page. */
export async function printCertificates({ nurse, data, picture }: Walk, leavers: readonly InHouse[]) {
  const folder = path.join(data, 'exports');
  const pdfs = async () => {
    try {
      return readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    } catch {
      return [];
    }
  };
  await pressUntil(nurse, 'Control+P', '.desk-printed, .desk-long');
  await nurse.sees('.desk-printed');
  const [file = ''] = await eventually('one PDF is there', pdfs, (names) => names.length === 1);
  await picture('a certificate for each of them');
  const text = execFileSync('pdftotext', ['-layout', path.join(folder, file), '-'], { encoding: 'utf8' });
  const pages = text.split('\f').map((page) => page.replace(/\s+/g, ''));
  const from = new Date(Date.now() - 24 * 3_600_000).toISOString();
  const to = new Date(Date.now() + 60_000).toISOString();
  const { lines } = await call<{ lines: Line[] }>(data, 'reports.discharges', { from, to });
  assert.equal(new Set(lines.map(({ certificate }) => certificate)).size, leavers.length);
  for (const { stayId, name, documentNumber } of leavers) {
    const number = lines.find((line) => line.stayId === stayId)?.certificate ?? 'none';
    assert.match(number, /^FC\d{4}-\d{6}$/);
    const mine = pages.filter((page) => page.includes(number));
    assert.equal(mine.length, 1, `pages with ${number}`);
    for (const words of [name, documentNumber ?? ''])
      assert.ok(mine[0]?.includes(words), `${number}: ${words} in ${mine[0]}`);
  }
  assert.equal(pages.filter((page) => page !== '').length, leavers.length);
}

/** Somebody else lies in one of the beds; then the whole discharge is taken back. */
export async function undoWithBedTaken({ nurse, data, picture }: Walk, leavers: readonly InHouse[]) {
  const bed = leavers[3]?.bed;
  if (!bed) throw new Error('nobody left a bed');
  const operators = await call<{ id: string; name: string }[]>(data, 'ward.operators');
  const operatorId = operators.find(({ name }) => name === NURSE)?.id;
  const act = { key: randomUUID(), operatorId, reason: '急用' };
  await call(data, 'beds.signOffDisinfection', { bedIds: [bed.id], act });
  const blank = { sex: 'unknown', birthDate: null, documentType: 'none', documentNumber: null };
  await call(data, 'stays.admit', {
    details: {
      ...{ name: NEWCOMER, ...blank, phone: '', address: '', district: '', street: '' },
      ...{ classification: 'mild', firstPositiveDate: null, conditions: '', vaccineDoses: null },
      ...{ mobility: 'walks', needs: [], companions: '', emergencyContact: '', emergencyPhone: '' },
      ...{ remarks: '', provisional: true },
    },
    ...{ bedId: bed.id, familyOf: null, convoyId: null },
  });
  const before = (await census(data)).patients;
  await eventually(
    'the window shows the newcomer',
    () => nurse.readsStrip(),
    ([inside]) => inside === before.inHouse,
  );
  await pressUntil(nurse, 'Control+Z', '.desk-undo', NEWCOMER);
  await picture('one of the beds was taken meanwhile');
  await nurse.press('Control+Enter');
  await eventually(
    'they are all back',
    () => census(data),
    ({ patients }) =>
      patients.dischargedTotal === 0 &&
      patients.inHouse === before.inHouse + leavers.length &&
      patients.waiting === 0,
  );
  const back = await inHouse(data);
  const moved = leavers.filter((one) => {
    const now = back.find(({ stayId }) => stayId === one.stayId);
    return now?.bed?.id !== one.bed?.id;
  });
  assert.deepEqual(
    moved.map(({ stayId }) => stayId),
    [leavers[3]?.stayId],
  );
  const papers = await call<{ certificate: { standing: string } | null }>(data, 'papers.of', {
    stayId: leavers[0]?.stayId,
  });
  assert.notEqual(
    papers.certificate?.standing,
    'valid',
    'nobody who is still here is certified to have left',
  );
}
