import { pickOperator, pressUntil, type Walk } from './clinical/hands.ts';
import type { Desk } from './fixtures/launch.ts';
import { ward } from './fixtures/terminal.ts';
import { callTheRoll } from './leads/roll-call.ts';
import { nurseAt } from './screens/keyboard.ts';

const LEAD = '周组长';

/** A hospital of two hundred beds after four days. */
export async function wardOfLeads(data: string): Promise<void> {
  await ward(data, 'init', '--layout', 'hall-200', '--name', '长春市体育场方舱医院', '--operator', LEAD);
  await ward(data, 'demo', '--fill', '--patients', '150', '--days', '4');
}

export interface LeadsJob extends Pick<Walk, 'data' | 'language' | 'picture'> {
  desk: Desk;
}

/** What a team lead looks at in a day and signs, by keyboard alone, in whichever language the window has. */
export async function leadsJob({ desk, data, language, picture }: LeadsJob): Promise<void> {
  const nurse = nurseAt(desk.window);
  const walk: Walk = { desk, nurse, data, language, picture };
  await nurse.sees('.desk-census');
  await pickOperator(nurse, LEAD);
  await lookAround(walk);
  await lookAtThePlan(walk);
  await signTheReport(walk);
  await callTheRoll(walk, language === 'en' ? 'Zone A, unit A-01' : 'A 区 A-01');
}

async function open({ desk }: Walk, hash: string): Promise<void> {
  await desk.window.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

async function lookAround(walk: Walk): Promise<void> {
  await open(walk, '#/overview');
  await walk.nurse.sees('.desk-overview-number');
  await walk.picture('the ward at a glance');
}

/** A layer of the plan, and the same one two days ago. */
async function lookAtThePlan({ nurse, picture }: Walk): Promise<void> {
  await pressUntil(nurse, 'F4', '.desk-board-cell[tabindex="0"]');
  await pressUntil(nurse, 'l', '.desk-layer-choice');
  await nurse.press('5');
  await nurse.sees('.desk-layer-legend[aria-busy=false]');
  await picture('every bed by its score');
  await pressUntil(nurse, 't', '.desk-time input:focus');
  await nurse.press('PageDown', 'PageDown');
  await nurse.sees('.desk-past-band[aria-busy=false]');
  await nurse.sees('.desk-layer-legend[aria-busy=false]');
  await picture('two days ago, and the strip of now beside it');
  await nurse.press('End');
  await nurse.seesNoMore('.desk-past-band');
  await nurse.press('Escape');
}

async function signTheReport(walk: Walk): Promise<void> {
  const { nurse, picture } = walk;
  await open(walk, '#/reports?view=accounts');
  await nurse.sees('.desk-accounts-table');
  await picture('accounts that add up, zone by zone');
  await open(walk, '#/reports?view=daily');
  await nurse.sees('.desk-daily-cards strong');
  await pressUntil(nurse, 's', '.desk-daily-signed li', LEAD);
  await picture('the daily report, signed');
}
