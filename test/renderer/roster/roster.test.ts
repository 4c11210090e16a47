import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRosterFile } from '#renderer/roster/roster-file.ts';
import { countRows, nextStep, readyRows, withoutBed } from '#renderer/roster/roster-steps.ts';
import {
  cellOf,
  gravestOf,
  inWorkingOrder,
  issuesAt,
  pendingKey,
  stillPending,
  whoIs,
} from '#renderer/roster/row-order.ts';
import type { RosterRow, RosterView } from '#shared/contract/rosters.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

const CHUANYING = 'convoy-chuanying-2022-04-04.xlsx';

let ward: TestWard;
let view: RosterView;
const rosterId = () => view.summary.rosterId;
const look = async () => {
  view = await ward.call('rosters.view', { rosterId: rosterId() });
};

beforeAll(async () => {
  ward = await openTestWard('hall-200', '2022-04-04 18:00');
  const bytes = readFileSync(join(import.meta.dirname, '..', '..', 'rosters', CHUANYING));
  const file = await readRosterFile(new File([bytes], CHUANYING));
  if (!file.ok) throw new Error('unread');
  const opened = await ward.call('rosters.open', { fileName: file.fileName, base64: file.base64 });
  view = await ward.call('rosters.view', { rosterId: opened.rosterId });
});
afterAll(() => ward.close());

const row = (number: number): RosterRow => {
  const found = view.rows.find((one) => one.row === number);
  if (!found) throw new Error(`no row ${number}`);
  return found;
};
const column = (field: string) => {
  const index = view.columns.findIndex((one) => one.field === field);
  const found = view.columns[index];
  if (!found) throw new Error(`no column ${field}`);
  return { index, ...found };
};

test('a new roster begins with its headings; rows that need somebody stand on top', () => {
  expect(nextStep(view)).toBe('headings');
  expect(
    inWorkingOrder(view.rows)
      .slice(0, 7)
      .map((one) => one.row),
  ).toEqual([10, 16, 33, 28, 20, 36, 3]);
  expect(countRows(view.rows)).toMatchObject({ ready: 36, warning: 2, duplicate: 1, refused: 3 });
  expect(readyRows(view.rows)).toHaveLength(38);
});

test('the reason stands at the cell that it is about', () => {
  expect(gravestOf(issuesAt(row(10), column('documentNumber')))).toBe('refused');
  expect(gravestOf(issuesAt(row(10), column('name')))).toBeNull();
  expect(gravestOf(issuesAt(row(20), column('sex')))).toBe('warning');
  expect(gravestOf(issuesAt(row(28), column('documentNumber')))).toBe('duplicate');
});

test('a row is called by its name, and by its number where it has none', () => {
  expect(whoIs(row(16), view)).toBe('史官帆磊');
  expect(whoIs(row(33), view)).toBe('220299199002250631');
});

test('what was typed is shown at once, until the ward shows what became of it', async () => {
  const { index, position } = column('documentNumber');
  const key = pendingKey(16, position);
  const onItsWay = new Map([[key, { text: '无', takenAt: null }]]);
  expect(cellOf(row(16), index, column('documentNumber'), onItsWay)).toBe('无');
  const taken = new Map([[key, { text: '无', takenAt: view }]]);
  expect(stillPending(taken, view)).toBe(taken);
  const edited = await ward.call('rosters.editRow', {
    rosterId: rosterId(),
    row: 16,
    cells: [{ position, text: '无' }],
  });
  await look();
  expect(stillPending(taken, view).size).toBe(0);
  expect(row(16)).toMatchObject({ status: 'ready', edited: true });
  // Taken back: what the ward shows counts, not what was typed.
  await ward.call('acts.undo', { actId: edited.actId, beds: [] });
  await look();
  expect(cellOf(row(16), index, column('documentNumber'), stillPending(taken, view))).toBe('');
  await ward.call('rosters.editRow', { rosterId: rosterId(), row: 16, cells: [{ position, text: '无' }] });
  await look();
});

test('after the admission come the beds; corrected rows are taken up again', async () => {
  const first = await ward.call('rosters.commit', { rosterId: rosterId() });
  expect(first.stayIds).toHaveLength(39);
  await look();
  expect(nextStep(view)).toBe('beds');
  expect(withoutBed(view.rows)).toHaveLength(39);
  await ward.call('allocation.run', {});
  await look();
  expect(nextStep(view)).toBe('rows');
  const { position } = column('name');
  await ward.call('rosters.editRow', {
    rosterId: rosterId(),
    row: 33,
    cells: [{ position, text: '不明，3号车12座' }],
  });
  await ward.call('rosters.dropRow', { rosterId: rosterId(), row: 10 }, { reason: '已转送其他医院' });
  await look();
  expect(readyRows(view.rows).map((one) => one.row)).toEqual([33]);
  await ward.call('rosters.commit', { rosterId: rosterId() });
  await ward.call('allocation.run', {});
  await look();
  expect(nextStep(view)).toBe('done');
});

test('files that are no roster are refused before they cross the border', async () => {
  const refusalOf = async (file: File) => {
    const read = await readRosterFile(file);
    return read.ok || read.refused.kind !== 'refused' ? null : read.refused.refusal.params;
  };
  expect(await refusalOf(new File([], 'empty.xlsx'))).toMatchObject({ file: 'empty.xlsx', problem: 'empty' });
  const huge = new File([new Uint8Array(31_000_000)], 'huge.csv');
  expect(await refusalOf(huge)).toMatchObject({ problem: 'too-large', size: '30', limit: '28' });
  const bytes = await readRosterFile(new File([new Uint8Array([0, 255, 128, 7])], 'a.csv'));
  expect(bytes).toMatchObject({ ok: true, base64: Buffer.from([0, 255, 128, 7]).toString('base64') });
});
