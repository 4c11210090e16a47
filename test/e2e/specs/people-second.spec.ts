import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { call, pressUntil } from '../clinical/hands.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { makeSafe, typesSecret } from '../fixtures/safe-ward.ts';
import { SECRET, ward } from '../fixtures/terminal.ts';
import { seriousOn } from '../screens/axe.ts';
import { nurseAt } from '../screens/keyboard.ts';

const GIVER = '沈护士长';
const TAKER = '韩护士长';
const ASKED = '[role=dialog]:has([role=combobox])';

interface Head {
  giver: string;
  taker: string | null;
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
      await nurse.types(TAKER);
      await nurse.press('Enter');
      await nurse.sees(`${ASKED} input[type=password]:focus`);
      await typesSecret(nurse.page, '000111');
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
      await nurse.sees(`${ASKED} [role=combobox]:focus`);
      await nurse.types(TAKER);
      await nurse.press('Enter');
      await nurse.sees(`${ASKED} input[type=password]:focus`);
      expect(await nurse.page.locator(`${ASKED} input[type=password]`).inputValue()).toBe('');
      await typesSecret(nurse.page, SECRET);
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
});
