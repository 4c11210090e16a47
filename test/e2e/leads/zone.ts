import { call, pressUntil, tabTo, type Walk } from '../clinical/hands.ts';
import { eventually } from '../fixtures/terminal.ts';
import type { Nurse } from '../screens/keyboard.ts';

export interface Zone {
  zoneId: string;
  code: string;
  state: string;
  inHouse: number;
  counts: Record<string, number>;
  list: { number: number; confirmed: number; of: number };
}

export async function zoneOf(data: string, code: string): Promise<Zone> {
  const zone = (await call<Zone[]>(data, 'zones.list')).find((one) => one.code === code);
  if (!zone) throw new Error(`no zone ${code}`);
  return zone;
}

const HERE = '.desk-zone-card[aria-current=true]';
const stands = (nurse: Nurse, state: string) => nurse.sees(`${HERE} .desk-zone-state[data-state=${state}]`);

/** The page of zones, and by arrow keys to the zone. */
async function goToZone(nurse: Nurse, code: string): Promise<void> {
  await pressUntil(nurse, 'Shift+F5', `${HERE}:focus`);
  const here = () => nurse.reads(`${HERE} .desk-zone-head strong`);
  for (let i = 0; i < 10 && !(await here()).includes(code); i++) {
    const before = await here();
    await nurse.press('ArrowDown');
    await eventually('the next zone', here, (now) => now !== before);
  }
}

/** One step of the zone's life, by its key; `fill` types what the dialog asks for. */
async function takeNextStep(nurse: Nurse, state: string, fill?: () => Promise<void>): Promise<void> {
  await pressUntil(nurse, 'n', '[role=dialog] .desk-consequences');
  await fill?.();
  await nurse.press('Control+Enter');
  await nurse.seesNoMore('[role=dialog]');
  await stands(nurse, state);
}

/** Admissions stop, the list is looked through, everybody moves out in one block, the zone is disinfected and closed. */
export async function drainAndClose({ nurse, data, picture }: Walk, code: string): Promise<void> {
  await goToZone(nurse, code);
  await stands(nurse, 'open');
  const { inHouse } = await zoneOf(data, code);
  await tabTo(nurse, '[data-act=stopAdmissions]');
  await pressUntil(nurse, 'Enter', '[role=dialog] .desk-consequences');
  await nurse.press('Control+Enter');
  await nurse.seesNoMore('[role=dialog]');
  await stands(nurse, 'stop-admissions');
  await takeNextStep(nurse, 'draining');
  await lookThrough(nurse, inHouse);
  await picture('the drain list of a zone');

  await pressUntil(nurse, 'm', '.desk-drain tbody tr');
  await eventually(
    'everybody has a bed elsewhere',
    () => nurse.page.locator('.desk-drain tbody tr:not([data-without])').count(),
    (rows) => rows === inHouse,
  );
  await picture('where each of them moves');
  await nurse.press('Control+Enter');
  await eventually(
    'the zone is empty',
    () => zoneOf(data, code),
    (zone) => zone.inHouse === 0,
  );
  await nurse.sees('.desk-zone-side .desk-empty');
  await takeNextStep(nurse, 'final-disinfection', async () => {
    await tabTo(nurse, '[role=dialog] input');
    await nurse.types('过氧乙酸气溶胶');
  });
  // Before the contact time is over only with a reason.
  await takeNextStep(nurse, 'closed', async () => {
    await tabTo(nurse, '[role=dialog] input');
    await nurse.types('院感同意');
  });
}

/** The list filters and exports as every list does. */
async function lookThrough(nurse: Nurse, people: number): Promise<void> {
  // Pinned columns have a row of their own.
  const rows = () =>
    nurse.page
      .locator('.desk-zone-side .ag-row')
      .evaluateAll((all) => new Set(all.map((row) => row.getAttribute('row-index'))).size);
  await eventually('all are on the list', rows, (shown) => shown === people);
  const name = await nurse.reads('.desk-zone-side .ag-row .ag-cell[col-id=name]');
  await nurse.press('Control+F');
  await nurse.types(name);
  await eventually('one is left', rows, (shown) => shown === 1);
  await nurse.press('Control+E');
  await nurse.sees('.desk-status, footer', '.csv');
  await nurse.press('Control+A', 'Delete');
  await eventually('all are there again', rows, (shown) => shown === people);
  await nurse.press('ArrowDown');
  await nurse.sees('.desk-zone-side .ag-cell-focus');
}

/** It opens by its own list only: refused before, item by item, and then opened. */
export async function openByItsList({ nurse, data, picture }: Walk, code: string): Promise<void> {
  await goToZone(nurse, code);
  await pressUntil(nurse, 'n', '[role=dialog] .desk-consequences');
  await nurse.press('Control+Enter');
  await nurse.sees('[role=dialog] .desk-notice');
  await picture('opening is refused: what is not confirmed');
  await nurse.press('Escape');
  await nurse.seesNoMore('[role=dialog]');
  const { of } = (await zoneOf(data, code)).list;
  for (let confirmed = 1; confirmed <= of; confirmed++) {
    await tabTo(nurse, '.desk-readiness li[data-confirmed=false] button');
    await nurse.press('Enter');
    await eventually(
      `${confirmed} are confirmed`,
      () => nurse.page.locator('.desk-readiness li[data-confirmed=true]').count(),
      (now) => now === confirmed,
    );
  }
  await picture('everything on the list is confirmed');
  await takeNextStep(nurse, 'open');
}
