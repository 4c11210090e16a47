import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLE_WORDS } from '#shared/messages/rights.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { call, pressUntil } from '../clinical/hands.ts';
import { DOCTOR, NURSE, wardWithSamples } from '../clinical/ward.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { makeSafe, typesSecret } from '../fixtures/safe-ward.ts';
import { eventually, SECRET, ward } from '../fixtures/terminal.ts';
import { seriousOn } from '../screens/axe.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

const GIVER = '沈护士长';
const TAKER = '韩护士长';
const ASKED = '[role=dialog]:has([role=combobox])';

interface Head {
  giver: string;
  taker: string | null;
}

/** Somebody's name and secret in the dialog that asks a colleague, as the keyboard finds it. */
async function colleagueTypes(nurse: Nurse, name: string, secret: string): Promise<void> {
  await nurse.sees(`${ASKED} [role=combobox]:focus`);
  await nurse.types(name);
  await nurse.press('Enter');
  await nurse.sees(`${ASKED} input[type=password]:focus`);
  // Nothing is left in it of whoever tried before.
  expect(await nurse.page.locator(`${ASKED} input[type=password]`).inputValue()).toBe('');
  await typesSecret(nurse.page, secret);
}

describe.each(['zh-CN', 'en'] as const)('a second person at the same desk (%s)', (language) => {
  it('takes a shift over by their own secret, while whoever is signed in stays so', async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'fangcang-second-'));
    await ward(data, 'init', '--layout', 'small-20', '--operator', TAKER);
    await makeSafe(data, GIVER, { [TAKER]: ['nurse'] });
    const desk = await launchDesk({ data, language });
    const nurse = nurseAt(desk.window);
    const history = async () => (await call<{ handovers: Head[] }>(data, 'handovers.history')).handovers;
    try {
      await nurse.sees('.desk-operator-name', GIVER);
      const [zone] = (await call<{ zones: { zoneId: string }[] }>(data, 'handovers.list')).zones;
      await nurse.page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        `#/handovers/${zone?.zoneId ?? ''}?period=hours-4`,
      );
      await nurse.sees('.desk-handover-flow');
      await pressUntil(nurse, 'g', '[role=dialog] .desk-handover-names', GIVER);
      await nurse.press('Control+Enter');
      await nurse.sees('.desk-handover-signatures [data-signed=false]');

      // The giver cannot take over from themselves: the keyboard stands on the button that asks a colleague.
      await pressUntil(nurse, 't', '[role=dialog] .desk-notice[data-tone=warn]');
      await nurse.sees('[role=dialog] .desk-handover-names button:focus');
      await nurse.press('Enter');
      await nurse.sees(`${ASKED} [role=combobox]:focus`);
      expect(await nurse.page.locator(`${ASKED} [role=option]`).allInnerTexts()).toEqual([TAKER]);
      expect(await seriousOn(nurse.page)).toEqual([]);
      await colleagueTypes(nurse, TAKER, '000111');
      await nurse.sees(
        `${ASKED} .desk-field-error`,
        sayRefusal({ code: 'wrong-secret', params: {} }, language),
      );
      await nurse.press('Escape');
      await nurse.seesNoMore(ASKED);
      // Nobody signed, and nothing was signed.
      expect(await history()).toMatchObject([{ giver: GIVER, taker: null }]);
      await nurse.page.locator('[role=dialog] .desk-handover-names button').focus();
      await nurse.press('Enter');
      await colleagueTypes(nurse, TAKER, SECRET);
      await nurse.seesNoMore(ASKED);
      await nurse.sees('[role=dialog] .desk-handover-names', TAKER);
      await nurse.press('Control+Enter');
      await nurse.sees('.desk-handover-signatures [data-signed=true]', TAKER);
      expect(await history()).toMatchObject([{ giver: GIVER, taker: TAKER }]);
      expect(await nurse.reads('.desk-operator-name')).toBe(GIVER);
      expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
    } finally {
      await desk.close();
      rmSync(data, { recursive: true, force: true });
    }
  });

  it('signs the list of those who leave as doctor, beside the nurse who is signed in', async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'fangcang-second-'));
    const { labFile } = await wardWithSamples(data);
    await ward(data, 'import', 'lab', labFile);
    const desk = await launchDesk({ data, language });
    const nurse = nurseAt(desk.window);
    const signed = (...who: string[]) =>
      eventually(
        `signed by ${who.join(', ')}`,
        () => ward<{ signatures: { who: string }[] }>(data, 'list', 'tomorrow'),
        ({ signatures }) =>
          signatures.length === who.length && who.every((one) => signatures.some((sign) => sign.who === one)),
      );
    const says = (code: 'wrong-signing-role' | 'same-signer' | 'wrong-secret', params = {}) =>
      sayRefusal({ code, params }, language);
    try {
      await nurse.sees('.desk-operator-name', NURSE);
      await pressUntil(nurse, 'F8', '.desk-page-head h1');
      await pressUntil(nurse, 'Control+5', '.desk-release');
      await pressUntil(nurse, 'p', '.desk-release .ag-row');
      await nurse.press('Shift+A');
      await nurse.sees('.desk-release-state[data-state=open]');
      await nurse.sees('.desk-release-sign:enabled');

      // The doctor is nobody's nurse, whoever is asked to sign.
      await nurse.press('Alt+Shift+N');
      await nurse.sees(`${ASKED} [role=combobox]:focus`);
      expect(await nurse.page.locator(`${ASKED} [role=option]`).allInnerTexts()).toEqual([DOCTOR]);
      await colleagueTypes(nurse, DOCTOR, SECRET);
      await nurse.seesNoMore(ASKED);
      const nobodysNurse = says('wrong-signing-role', {
        'role.zh': ROLE_WORDS.nurse.zh,
        'role.en': ROLE_WORDS.nurse.en,
      });
      await nurse.sees('.desk-release-side [role=alert]', nobodysNurse);
      await signed();

      await nurse.press('Alt+N');
      await nurse.sees('.desk-release-signatures [data-signed=true]', NURSE);
      await nurse.press('Alt+D');
      await nurse.sees('.desk-release-side [role=alert]', says('same-signer', { who: NURSE }));
      await signed(NURSE);

      await nurse.press('Alt+Shift+D');
      await colleagueTypes(nurse, DOCTOR, '000111');
      await nurse.sees(`${ASKED} .desk-field-error`, says('wrong-secret'));
      await nurse.press('Escape');
      await nurse.seesNoMore(ASKED);
      await signed(NURSE);
      await nurse.press('Alt+Shift+D');
      await colleagueTypes(nurse, DOCTOR, SECRET);
      await nurse.seesNoMore(ASKED);
      await nurse.sees('.desk-release-state[data-state=signed]');
      await nurse.sees('.desk-release-signatures [data-signed=true]', DOCTOR);
      await signed(NURSE, DOCTOR);
      expect(await seriousOn(nurse.page)).toEqual([]);
      expect(await nurse.reads('.desk-operator-name')).toBe(NURSE);

      // Taken back, the doctor's signature asks for the doctor once more: a proof is for one act.
      await nurse.press('Control+Z');
      await nurse.sees('.desk-release-state[data-state=signed-once]');
      await signed(NURSE);
      await nurse.press('Alt+Shift+D');
      await nurse.sees(`${ASKED} [role=combobox]:focus`);
      expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
    } finally {
      await desk.close();
      rmSync(data, { recursive: true, force: true });
    }
  });
});
