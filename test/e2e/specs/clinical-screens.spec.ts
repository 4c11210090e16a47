import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill } from '#shared/messages/fill.ts';
import { RIGHT_WORDS } from '#shared/messages/rights.ts';
import type { Right } from '#shared/rules/rights.ts';
import { call, inHouse } from '../clinical/hands.ts';
import { listNow } from '../clinical/list.ts';
import { CAST, NURSE, people, UNIT, wardWithSamples, writeLateResult } from '../clinical/ward.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { givesAccount, signIn } from '../fixtures/safe-ward.ts';
import { ward } from '../fixtures/terminal.ts';
import { atRest } from '../screens/at-rest.ts';
import { seriousOn } from '../screens/axe.ts';
import { nurseAt } from '../screens/keyboard.ts';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 300_000;
const later = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

const AUDITOR = '钱审计';

/** Each page with what stands there once it is whole, and the rights that an auditor lacks for its buttons. */
const NOT_THEIRS: [hash: string, whole: string, rights: Right[]][] = [
  ['#/discharge', '.desk-leaving-go', ['patients.discharge']],
  ['#/discharge?view=beds', '.desk-sign-off .ag-row', ['beds.clean']],
  ['#/discharge?view=home', '.desk-home .ag-row', ['home.write', 'reports.export']],
  [
    '#/discharge?view=list',
    '.desk-release-dropped',
    ['releases.prepare', 'releases.sign', 'patients.discharge', 'reports.export', 'papers.print'],
  ],
  ['#/alerts', '.ag-row', ['alerts.answer']],
  ['#/today', '.desk-today .ag-row', ['care.do']],
  ['#/today?view=needs', '.desk-today', ['care.order']],
  ['#/today?view=referrals', '.desk-today .ag-row', ['referrals.write']],
  ['#/settings/protocols', '.desk-protocol', ['protocols.change']],
];

/** Somebody severely ill with a referral under way, and somebody who has left. */
interface Known {
  ill: string;
  left: string;
  unit: string;
  /** Of the list of those who leave. */
  day: string;
}

const SIGNS = {
  ...{ temperature: 38.6, pulse: 112, respiratoryRate: 31, spo2: 92, oxygen: 'air', oxygenFlow: null },
  ...{ systolic: 124, diastolic: 82, consciousness: 'alert', symptoms: ['cough'], trend: 'worse' },
  ...{ calm: true, note: '' },
};

/** Something on every page: rows in quarantine, a list that somebody dropped off, rounds, orders, a leaver. */
async function clinicalWard(data: string): Promise<Known> {
  const { labFile } = await wardWithSamples(data);
  await ward(data, 'import', 'lab', labFile);
  const all = await inHouse(data);
  const stayOf = (i: number) => all.find(({ name }) => name === people[i]?.name)?.stayId ?? '';
  const ill = all.find(({ bed }) => bed?.code === 'A-01-01')?.stayId ?? '';
  const { members } = await listNow(data);
  const day = later(24 + 8).slice(0, 10);
  const { listId } = await call<{ listId: string }>(data, 'releases.open', { day });
  const going = members.map(({ stayId }) => stayId).filter((stayId) => stayId !== ill);
  await call(data, 'releases.setMembers', { listId, add: going });
  const bus = {
    plate: '吉A·T001',
    seats: 30,
    district: '丰满区',
    departsAt: later(20),
    meetingPoint: '北门',
  };
  await call(data, 'releases.addBus', { listId, ...bus });
  await call(data, 'releases.assignBuses', { listId });
  await ward(data, 'import', 'lab', writeLateResult(data, CAST.latePositive));
  const well = { ...SIGNS, temperature: 36.8, respiratoryRate: 18, spo2: 98, trend: 'same' };
  for (const signs of [well, SIGNS]) await call(data, 'rounds.record', { stayId: ill, signs, confirmed: [] });
  await call(data, 'referrals.request', {
    ...{ stayId: ill, hospital: '市传染病医院', reason: '重型', urgent: true, holdBed: false },
    ...{ contact: '', note: '' },
  });
  await call(data, 'care.order', {
    ...{ team: 'nursing', kind: 'supplies', what: '三餐', stayIds: null, everyHours: 8 },
    ...{ from: later(0), until: null },
  });
  const left = stayOf(0);
  const leaving = { way: 'on-order', destination: '', companion: '', note: '' };
  await call(data, 'discharges.commit', { stays: [{ stayId: left }], leaving });
  await call(data, 'papers.prepare', { kind: 'discharge-summary', stayIds: [left] });
  const { units } = await call<{ units: { code: string; careUnitId: string }[] }>(data, 'rounds.units');
  return { ill, left, day, unit: units.find(({ code }) => code === UNIT)?.careUnitId ?? '' };
}

describe('every clinical screen', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'fangcang-clinical-axe-'));
  let known: Known;
  beforeAll(async () => {
    known = await clinicalWard(data);
  }, PATIENCE_MS);
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const check = async (language: 'zh-CN' | 'en') => {
    const { ill, left, unit } = known;
    /** Each page with what stands there once it is whole. */
    const pages: [hash: string, whole: string][] = [
      ['#/tests', '.desk-sampling .ag-row'],
      ['#/tests?view=import', '.desk-lab-files'],
      ['#/tests?view=quarantine', '.desk-quarantine .ag-row'],
      ['#/rounds', '.desk-unit'],
      [`#/rounds/${unit}`, '.desk-round-form'],
      ['#/today', '.desk-page-head h1'],
      ['#/today?view=needs', '.desk-page-head h1'],
      ['#/today?view=referrals', '.desk-page-head h1'],
      ['#/alerts', '.ag-row'],
      ['#/discharge?view=list', '.desk-release-dropped'],
      ['#/discharge?view=home', '.desk-page-head h1'],
      [`#/patients/${ill}`, '.desk-eligibility-verdict'],
      [`#/patients/${ill}?view=tests`, '.desk-samples'],
      [`#/patients/${ill}?view=rounds`, '.desk-observations'],
      [`#/patients/${ill}?view=care`, '.desk-referral'],
      [`#/patients/${ill}?view=papers`, '.desk-paper-list .ant-btn'],
      [`#/patients/${left}?view=papers`, '.desk-paper-list .ant-btn'],
      ['#/settings/protocols', '.desk-protocol'],
    ];
    const desk = await launchDesk({ data, language });
    const nurse = nurseAt(desk.window);
    try {
      const found: string[] = [];
      for (const [hash, whole] of pages) {
        await desk.window.evaluate((to) => {
          window.location.hash = to;
        }, hash);
        await nurse.sees(whole);
        await atRest(desk.window);
        const open = hash.replace(/[0-9a-f-]{36}/, '…');
        found.push(...(await seriousOn(desk.window)).map((what) => `${open} ${what}`));
        if (process.env.KEEP_SCREENS) {
          const file = `${language} ${open.replace(/[^a-z=]+/g, ' ').trim()}.png`;
          await desk.window.screenshot({ path: path.join(process.env.KEEP_SCREENS, file) });
        }
      }
      expect(found).toEqual([]);
    } finally {
      await desk.close();
    }
  };

  it('can be used by whoever cannot see it well (zh-CN)', () => check('zh-CN'), PATIENCE_MS);
  it('can be used by whoever cannot see it well (en)', () => check('en'), PATIENCE_MS);

  it(
    'shows grey, with the reason, what somebody may not do, and asks for nothing of it',
    async () => {
      await call(data, 'ward.addOperator', { name: AUDITOR });
      await givesAccount(data, NURSE, AUDITOR, ['auditor']);
      const desk = await launchDesk({ data, door: 'shut' });
      const nurse = nurseAt(desk.window);
      const inMain = (selector: string) => desk.window.locator(`main ${selector}`);
      try {
        await signIn(desk.window, AUDITOR);
        for (const [hash, whole, rights] of NOT_THEIRS) {
          await desk.window.evaluate(
            (to) => {
              window.location.hash = to;
            },
            hash.replace('list', `list&day=${known.day}`),
          );
          await nurse.sees(whole);
          await atRest(desk.window);
          if (process.env.KEEP_SCREENS) {
            const file = `auditor ${hash.replace(/[^a-z=]+/g, ' ').trim()}.png`;
            await desk.window.screenshot({ path: path.join(process.env.KEEP_SCREENS, file) });
          }
          const grey = await inMain('.desk-not-allowed').evaluateAll((all) =>
            all.filter((one) => one.querySelector('button:disabled')).map((one) => one.getAttribute('title')),
          );
          const told = `${grey.join()} ${await nurse.reads('main')}`;
          for (const right of rights)
            expect(told, `${hash} ${right}`).toContain(fill(RIGHT_WORDS[right], 'zh-CN'));
          expect(
            grey.every((why) => why?.includes('您的角色没有')),
            hash,
          ).toBe(true);
          // What a page is for is its blue button; that of an empty list only leads on to another view.
          expect(
            await inMain('.ant-btn-primary:not(:disabled, .desk-empty *)').allInnerTexts(),
            hash,
          ).toEqual([]);
        }
        // These two are of no use at all to somebody who admits nobody.
        for (const hash of ['#/admit', '#/roster']) {
          await desk.window.evaluate((to) => {
            window.location.hash = to;
          }, hash);
          await nurse.sees('main', fill(RIGHT_WORDS['patients.admit'], 'zh-CN'));
          expect(await desk.window.locator('main .ant-btn-primary').count(), hash).toBe(0);
        }
        const { rows } = await call<{ rows: { who: string; procedure: string }[] }>(data, 'audit.list', {
          outcome: 'refused',
        });
        expect(rows.filter(({ who }) => who === AUDITOR)).toEqual([]);
      } finally {
        await desk.close();
      }
    },
    PATIENCE_MS,
  );
});
