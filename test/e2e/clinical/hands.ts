import type { Desk } from '../fixtures/launch.ts';
import { typesSecret } from '../fixtures/safe-ward.ts';
import { SECRET, ward } from '../fixtures/terminal.ts';
import type { Nurse } from '../screens/keyboard.ts';

/** One walk through the ward's clinical work: whose hands, on which ward, and who takes pictures. */
export interface Walk {
  desk: Desk;
  nurse: Nurse;
  data: string;
  language: 'zh-CN' | 'en';
  /** Called where there is something to see. */
  picture: (name: string) => Promise<void>;
}

export interface InHouse {
  stayId: string;
  number: number;
  name: string;
  documentNumber: string | null;
  bed: { id: string; code: string } | null;
}

export const call = <T = unknown>(data: string, name: string, input: object = {}): Promise<T> =>
  ward<T>(data, 'call', name, JSON.stringify(input));

export const inHouse = async (data: string): Promise<InHouse[]> =>
  (await call<{ rows: InHouse[] }>(data, 'stays.list', { scope: 'present' })).rows;

/**
 * A page takes keys a moment after it is to be seen; a nurse presses again. For what an act starts, name its
 * progress too: nothing may be done twice.
 */
export async function pressUntil(nurse: Nurse, keys: string, selector: string, text?: string): Promise<void> {
  const found =
    text === undefined
      ? nurse.page.locator(selector)
      : nurse.page.locator(selector).filter({ hasText: text });
  for (let i = 0; i < 5; i++) {
    await nurse.press(keys);
    const there = await found
      .first()
      .waitFor({ state: 'visible', timeout: 4000 })
      .then(() => true)
      .catch(() => false);
    if (there) return;
  }
  const here = await nurse.page.evaluate(() => {
    const dialogs = [...document.querySelectorAll('[role=dialog]')].map((one) => one.textContent);
    return `${document.activeElement?.outerHTML.slice(0, 200)} in ${location.hash}; dialogs: ${dialogs.join(' | ')}`;
  });
  throw new Error(`${keys} did not bring ${selector} ${text ?? ''}; the keyboard stands at ${here}`);
}

/** Walks with the Tab key until the keyboard stands at what is asked for. */
export async function tabTo(nurse: Nurse, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < 40; i++) {
    const here = await nurse.page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (here) return;
    await nurse.press(key);
  }
  throw new Error(`the Tab key does not lead to ${selector}`);
}

/** From the quick filter one key leads into the grid, on every page. */
export async function focusGrid(nurse: Nurse): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await nurse.press('Control+F', 'ArrowDown');
    const there = await nurse.page
      .locator('.ag-cell-focus')
      .first()
      .waitFor({ state: 'visible', timeout: 4000 })
      .then(() => true)
      .catch(() => false);
    if (there) return;
  }
  throw new Error('no cell has the keyboard');
}

/** A busy page may take the key twice, and then it asks anew: so does the nurse, as long as another name stands there. */
export async function pickOperator(nurse: Nurse, name: string): Promise<void> {
  const picked = nurse.page.locator('.desk-operator-name').filter({ hasText: name }).first();
  for (let i = 0; i < 3 && !(await picked.isVisible()); i++) {
    await pressUntil(nurse, 'Control+Shift+O', '[role=dialog] input:focus');
    await nurse.types(name);
    await nurse.sees('[role=dialog] [role=option][aria-selected=true]', name);
    await nurse.press('Enter');
    // Where people sign in, whoever takes over types their secret as well.
    if (await nurse.page.locator('.desk-curtain').isVisible()) {
      await nurse.sees('.desk-curtain input[type=password]:focus');
      await typesSecret(nurse.page, SECRET);
    }
    await picked.waitFor({ state: 'visible', timeout: 6000 }).catch(() => undefined);
  }
  await nurse.sees('.desk-operator-name', name);
  await nurse.seesNoMore('[role=dialog]');
}

/** The box at the top finds everybody. */
export async function openPatient(nurse: Nurse, name: string): Promise<void> {
  await nurse.press('Control+K');
  await nurse.sees('.desk-search input:focus');
  await nurse.types(name);
  await nurse.sees('.desk-search [role=option]', name);
  await nurse.press('Enter');
  await nurse.sees('.desk-patient-views');
  await nurse.sees('h1', name);
}
