import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill } from '#shared/messages/fill.ts';
import { RIGHT_WORDS } from '#shared/messages/rights.ts';
import type { Right, Role } from '#shared/rules/rights.ts';
import { call, pressUntil } from '../clinical/hands.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { makeSafe, signIn } from '../fixtures/safe-ward.ts';
import { ward } from '../fixtures/terminal.ts';
import { atRest } from '../screens/at-rest.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

const ADMINISTRATOR = '陈主任';
/** A made-up number; its county does not exist. */
const DOCUMENT = '110199198001010016';
const REFUSAL = '.desk-notice[data-tone=bad], .desk-status-refused';

const data = mkdtempSync(path.join(tmpdir(), 'fangcang-roles-'));
let stayId: string;

/** Whoever of the ward needs no page of another's. The settings open to all: one's own secret is changed there. */
const FOR_ALL = ['beds', 'tests', 'patients', 'rounds', 'discharge', 'reports', 'acts', 'today', 'alerts'];
const LEADS = ['overview', 'shifts', 'rollCall', 'zones', 'handovers', 'settings'];

interface Person {
  name: string;
  role: Role;
  pages: string[];
  /** Whole, or masked before it comes to the window at all. */
  seesDocument: boolean;
  seesAudit: boolean;
  does(nurse: Nurse): Promise<void>;
  isRefused(nurse: Nurse): Promise<void>;
  lacks: Right;
}

const PEOPLE: Person[] = [
  {
    ...{ name: '李护士', role: 'nurse', pages: ['admit', 'roster', ...FOR_ALL, ...LEADS] },
    ...{ seesDocument: true, seesAudit: false, lacks: 'zones.manage' },
    does: async (nurse) => {
      await reserve(nurse, 'A-01-01');
      await nurse.seesNoMore('[role=dialog]');
      await nurse.sees('.desk-status-said');
    },
    isRefused: stopZone,
  },
  {
    ...{ name: '王医生', role: 'doctor', pages: [...FOR_ALL, ...LEADS] },
    ...{ seesDocument: true, seesAudit: false, lacks: 'beds.close' },
    does: async (nurse) => {
      await reserve(nurse, 'A-01-02');
      await nurse.seesNoMore('[role=dialog]');
      await nurse.sees('.desk-status-said');
    },
    isRefused: async (nurse) => {
      await atBed(nurse, 'A-01-03');
      await nurse.press('c');
      await nurse.sees('[role=dialog] input:focus');
      await nurse.press('Enter');
    },
  },
  {
    ...{ name: '钱审计', role: 'auditor', pages: [...FOR_ALL, ...LEADS] },
    ...{ seesDocument: false, seesAudit: true, lacks: 'patients.place' },
    does: async (nurse) => {
      await open(nurse, '#/acts?view=audit');
      await nurse.sees('.desk-audit-check');
      await nurse.press('c');
      await nurse.sees('.desk-acts .desk-notice[data-tone=good]');
    },
    isRefused: (nurse) => reserve(nurse, 'A-01-04'),
  },
  // Last, since nobody is put into the zone that the lead has stopped.
  {
    ...{ name: '周组长', role: 'team-lead', pages: ['admit', 'roster', ...FOR_ALL, ...LEADS] },
    ...{ seesDocument: true, seesAudit: false, lacks: 'backups.manage' },
    does: async (nurse) => {
      await stopZone(nurse);
      await nurse.seesNoMore('[role=dialog]');
      await nurse.sees('.desk-status-said');
    },
    isRefused: async (nurse) => {
      await open(nurse, '#/settings/data');
      await nurse.sees('#desk-backups');
      // While the desk takes its first copy by itself, some seconds after the start, the key does nothing.
      await pressUntil(nurse, 'b', REFUSAL);
    },
  },
];

async function open(nurse: Nurse, hash: string): Promise<void> {
  await nurse.page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await atRest(nurse.page);
}

async function atBed(nurse: Nurse, code: string): Promise<void> {
  await open(nurse, '#/beds');
  await nurse.sees('.desk-board-cell[tabindex="0"]:focus');
  await nurse.press('/');
  await nurse.types(code);
  await nurse.press('Enter');
  await nurse.sees(`.desk-board-cell[aria-label^="${code}"]:focus`);
}

async function reserve(nurse: Nurse, code: string): Promise<void> {
  await atBed(nurse, code);
  await nurse.press('r');
  await nurse.sees('[role=dialog] input:focus');
  await nurse.types('转来的人');
  await nurse.press('Enter');
}

async function stopZone(nurse: Nurse): Promise<void> {
  await open(nurse, '#/zones');
  await nurse.sees('.desk-zone-side button[data-act=stopAdmissions]');
  await nurse.press('s');
  await nurse.sees('[role=dialog] [data-first]:focus');
  await nurse.press('Control+Enter');
}

beforeAll(async () => {
  const names = PEOPLE.map(({ name }) => name);
  await ward(data, 'init', '--layout', 'small-20', '--operator', ADMINISTRATOR, ...names);
  await makeSafe(data, ADMINISTRATOR, Object.fromEntries(PEOPLE.map(({ name, role }) => [name, [role]])));
  const operators = await call<{ id: string; name: string }[]>(data, 'ward.operators');
  const details = {
    ...{ name: '邹丽平', sex: 'female', birthDate: '1980-01-01', documentType: 'resident-id' },
    ...{ documentNumber: DOCUMENT, phone: '', address: '', district: '', street: '', classification: 'mild' },
    ...{ firstPositiveDate: null, conditions: '', vaccineDoses: null, mobility: 'walks', needs: [] },
    ...{ companions: '', emergencyContact: '', emergencyPhone: '', remarks: '', provisional: false },
  };
  const act = { key: randomUUID(), operatorId: operators.find(({ name }) => name === ADMINISTRATOR)?.id };
  const input = { act, details, bedId: null, familyOf: null, convoyId: null };
  stayId = (await call<{ stayId: string }>(data, 'stays.admit', input)).stayId;
}, 120_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe.each(PEOPLE)('$role', (person) => {
  it('signs in, sees what is theirs, and does that and nothing else', { timeout: 120_000 }, async () => {
    const desk = await launchDesk({ data, door: 'shut' });
    const nurse = nurseAt(desk.window);
    try {
      await signIn(desk.window, person.name);
      await nurse.sees('.desk-rail a');
      const rail = await desk.window
        .locator('.desk-rail a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(2) ?? ''));
      expect(rail.toSorted()).toEqual(person.pages.toSorted());

      // A page that is not theirs says so, also by its address.
      await open(nurse, '#/roster');
      const isRefusedPage = (await nurse.reads('main')).includes(
        fill(RIGHT_WORDS['patients.admit'], 'zh-CN'),
      );
      expect(isRefusedPage).toBe(!rail.includes('roster'));

      await open(nurse, `#/patients/${stayId}`);
      await nurse.sees('h1', '邹丽平');
      const page = await nurse.reads('main');
      expect(page.includes(DOCUMENT)).toBe(person.seesDocument);
      expect(page).toContain(DOCUMENT.slice(-4));

      await open(nurse, '#/acts?view=audit');
      expect(await desk.window.locator('.desk-audit-check').count()).toBe(person.seesAudit ? 1 : 0);

      await person.does(nurse);
      expect(await desk.window.locator(REFUSAL).count()).toBe(0);
      await person.isRefused(nurse);
      await nurse.sees(REFUSAL, `（${fill(RIGHT_WORDS[person.lacks], 'zh-CN')}）`);
      expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});
