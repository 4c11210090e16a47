import assert from 'node:assert/strict';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { eventually, ward } from '../fixtures/terminal.ts';
import type { Nurse } from '../screens/keyboard.ts';
import { call, pickOperator, pressUntil, tabTo, type Walk } from './hands.ts';
import { CAST, DOCTOR, NURSE, people, writeLateResult } from './ward.ts';

export interface ListNow {
  listId: string | null;
  state: string;
  signatures: { role: string; who: string }[];
  members: { stayId: string; name: string; bus: string; state: string }[];
  dropped: { stayId: string; name: string; reason: string }[];
}

/** Today by the clocks of China, which has one time: people leave by a list on its own day only. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export const listNow = (data: string): Promise<ListNow> =>
  ward<ListNow>(data, 'list', 'tomorrow', '--day', today());

export async function openList(nurse: Nurse): Promise<void> {
  await pressUntil(nurse, 'F8', '.desk-page-head h1');
  await pressUntil(nurse, 'Control+5', '.desk-release');
  // The page opens with tomorrow's list; this one is for today.
  await tabTo(nurse, '.desk-release-quick');
  await nurse.press('Enter');
  await nurse.sees('.desk-release-quick[aria-pressed=true]');
}

/** Everybody who may leave, on two buses, signed by two people. */
export async function makeList({ nurse, data, language, picture }: Walk): Promise<void> {
  await openList(nurse);
  await pressUntil(nurse, 'p', '.desk-release .ag-row');
  await picture('who may leave today');
  await nurse.press('Shift+A');
  const going = people.length - CAST.positive.length - 1;
  await eventually(
    'all who may leave are on the list',
    () => listNow(data),
    ({ state, members, dropped }) => state === 'open' && members.length === going && dropped.length === 0,
  );
  await addBus(nurse, { plate: '吉A·T001', seats: '30', district: '丰满区', departs: '0900' });
  await addBus(nurse, { plate: '吉A·T002', seats: '30', district: '船营区', departs: '0930' });
  await picture('two buses home');
  await nurse.press('a');
  await eventually(
    'everybody has a seat',
    () => listNow(data),
    ({ members }) => members.every(({ bus }) => bus !== ''),
  );
  await picture('seats by district and street');
  await nurse.press('Alt+N');
  await signedBy(data, [NURSE]);
  await nurse.sees('.desk-release-signatures [data-signed=true]', NURSE);
  await nurse.press('Alt+D');
  const words = sayRefusal({ code: 'same-signer', params: { who: NURSE } }, language);
  await nurse.sees('.desk-release-side [role=alert]', words);
  await picture('one person cannot sign twice');
  await signedBy(data, [NURSE]);
  await pickOperator(nurse, DOCTOR);
  await nurse.press('Alt+D');
  await signedBy(data, [NURSE, DOCTOR]);
  await nurse.sees('.desk-release-state[data-state=signed]');
  await picture('signed by nurse and doctor');
}

const signedBy = (data: string, who: readonly string[]) =>
  eventually(
    `signed by ${who.join(', ')}`,
    () => listNow(data),
    ({ signatures }) =>
      signatures.length === who.length && who.every((one) => signatures.some((sign) => sign.who === one)),
  );

interface BusFacts {
  plate: string;
  seats: string;
  district: string;
  departs: string;
}

async function addBus(nurse: Nurse, { plate, seats, district, departs }: BusFacts): Promise<void> {
  await pressUntil(nurse, 'n', '[role=dialog] input:focus');
  for (const text of [plate, seats, district, departs, '北门']) {
    await nurse.types(text);
    await nurse.press('Enter');
  }
  await nurse.seesNoMore('[role=dialog]');
  await nurse.sees('.desk-release-bus', plate);
}

/** The laboratory reports once more: whoever looks at the list sees it, and so does whoever looks at the alerts. */
export async function hearLatePositive({ nurse, data, picture }: Walk): Promise<string> {
  const late = people[CAST.latePositive]?.name ?? '';
  const { members } = await listNow(data);
  const stayId = members.find(({ name }) => name === late)?.stayId ?? '';
  await ward(data, 'import', 'lab', writeLateResult(data, CAST.latePositive));
  await nurse.sees('.desk-release-dropped', late);
  await picture('a late positive drops off the signed list');
  const { dropped } = await listNow(data);
  assert.deepEqual(
    dropped.map(({ name }) => name),
    [late],
  );
  await pressUntil(nurse, 'F12', '.ag-row', late);
  const { alerts } = await call<{ alerts: { stayId: string; kind: string }[] }>(data, 'alerts.open');
  assert.deepEqual(
    alerts.filter(({ kind }) => kind === 'off-the-list').map((one) => one.stayId),
    [stayId],
  );
  await picture('and stands among the alerts');
  return stayId;
}
