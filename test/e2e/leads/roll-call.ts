import { call, pressUntil, tabTo, type Walk } from '../clinical/hands.ts';
import { eventually } from '../fixtures/terminal.ts';
import type { Nurse } from '../screens/keyboard.ts';

interface Person {
  stayId: string;
  number: number;
  name: string;
}

interface WalkedBed {
  bedId: string;
  code: string;
  unit: string;
  expected: Person | null;
  outOfService: boolean;
  mark: object | null;
}

export interface RollCall {
  rollCallId: string;
  closedAt: string | null;
  closedBy: string;
  result: Record<
    'beds' | 'walked' | 'expected' | 'found' | 'ghosts' | 'swaps' | 'misplaced' | 'strangers' | 'open',
    number
  >;
  walk: WalkedBed[];
  findings: { kind: string; state: string; mended: { how: string; reason: string } | null }[];
}

interface Occupied extends WalkedBed {
  expected: Person;
}

/** Who is not where they are registered, and whom nobody registered. */
export interface NotAsRegistered {
  rollCallId: string;
  ghost: Occupied;
  swapped: [Occupied, Occupied];
  stranger: { name: string; bed: WalkedBed };
}

const STRANGER = '红衣男子，约四十岁';
const REASON = '当面核对腕带';

export const rollCallOf = (data: string, rollCallId: string): Promise<RollCall> =>
  call<RollCall>(data, 'rollCalls.show', { rollCallId });

/**
 * A place is called by scanner and keyboard: one ghost, two people in each other's beds, one stranger. Each is mended
 * in one step, one mend is taken back and made again, and the roll call is signed off.
 */
export async function callTheRoll(
  walk: Walk,
  place: string,
  strangersBed?: string,
): Promise<NotAsRegistered> {
  const seen = await begin(walk, place, strangersBed);
  await walkFromBedToBed(walk, seen);
  await mendEverything(walk, seen);
  await signOff(walk, seen);
  return seen;
}

async function begin({ nurse, data }: Walk, place: string, strangersBed?: string): Promise<NotAsRegistered> {
  await pressUntil(nurse, 'Shift+F4', '.desk-page-head .ant-select-focused');
  await nurse.types(place);
  await nurse.sees('.ant-select-item-option-active', place);
  await nurse.press('Enter');
  await nurse.sees('.desk-page-head .ant-select', place);
  await nurse.press('Control+Enter');
  await nurse.sees('.desk-roll-beds');
  const { rollCalls } = await call<{ rollCalls: RollCall[] }>(data, 'rollCalls.list');
  const rollCallId = rollCalls.find(({ closedAt }) => closedAt === null)?.rollCallId ?? '';
  const { walk: beds } = await rollCallOf(data, rollCallId);
  const unit = beds.filter((bed) => bed.unit === beds[0]?.unit);
  const occupied = unit.filter((bed): bed is Occupied => bed.expected !== null);
  const [ghost, one, other] = occupied.slice(1);
  const empty = unit.find(({ code, expected, outOfService }) =>
    strangersBed === undefined ? expected === null && !outOfService : code === strangersBed,
  );
  if (!ghost || !one || !other || !empty) throw new Error('too few people to be in the wrong place');
  return { rollCallId, ghost, swapped: [one, other], stranger: { name: STRANGER, bed: empty } };
}

const walked = (nurse: Nurse) =>
  nurse.page.locator('.desk-page-head progress').evaluate((bar) => (bar as HTMLProgressElement).value);

/** The next mark is made once the one before stands there. */
async function marked(nurse: Nurse, beds: number): Promise<void> {
  await eventually(
    `${beds} beds are walked`,
    () => walked(nurse),
    (now) => now === beds,
  );
}

async function goToBed(nurse: Nurse, { code }: WalkedBed): Promise<void> {
  await nurse.scans(code);
  await nurse.sees('.desk-roll-at', code);
}

async function walkFromBedToBed({ nurse, data, picture }: Walk, seen: NotAsRegistered): Promise<void> {
  const { ghost, stranger, rollCallId } = seen;
  const [one, other] = seen.swapped;
  const { walk: beds } = await rollCallOf(data, rollCallId);
  const first = beds.find((bed): bed is Occupied => bed.expected !== null);
  if (!first) throw new Error('nobody is there');
  await nurse.sees('.desk-roll-beds:focus');
  await picture('a roll call begins: the beds in walking order');

  // A wristband in its own bed, no hand on the keyboard.
  await goToBed(nurse, first);
  await nurse.scans(`W${first.expected.number}`);
  await marked(nurse, 1);

  await goToBed(nurse, ghost);
  await nurse.press('2');
  await marked(nurse, 2);

  await goToBed(nurse, one);
  await nurse.scans(`W${other.expected.number}`);
  await marked(nurse, 3);

  // The other one is asked for his name.
  await goToBed(nurse, other);
  await pressUntil(nurse, '3', '[role=dialog] input:focus');
  await nurse.types(one.expected.name);
  await nurse.sees('[role=dialog] [role=option]', one.expected.name);
  await nurse.press('Enter');
  await nurse.seesNoMore('[role=dialog]');
  await marked(nurse, 4);

  await goToBed(nurse, stranger.bed);
  await pressUntil(nurse, '4', '[role=dialog] input:focus');
  await nurse.types(stranger.name);
  await picture('somebody whom nobody registered');
  await nurse.press('Control+Enter');
  await nurse.seesNoMore('[role=dialog]');
  await marked(nurse, 5);
  await finishUnits(nurse, beds, 5);
}

/** One key says of the rest of a unit that it is as listed, and leads to the next. */
async function finishUnits(nurse: Nurse, beds: readonly WalkedBed[], before: number): Promise<void> {
  await nurse.press('End');
  let done = before;
  for (const unit of new Set(beds.map((bed) => bed.unit))) {
    const all = beds.filter((bed) => bed.unit === unit).length;
    done += unit === beds[0]?.unit ? all - before : all;
    await nurse.press('5');
    await marked(nurse, done);
  }
}

const openFindings = (nurse: Nurse) => nurse.page.locator('.desk-roll-finding[data-state=open]').count();

async function mendEverything({ nurse, picture }: Walk, { stranger }: NotAsRegistered): Promise<void> {
  const left = (findings: number) =>
    eventually(
      `${findings} findings are open`,
      () => openFindings(nurse),
      (now) => now === findings,
    );
  await left(3);
  await picture('a ghost, a swap, a stranger: what is not as registered');
  for (const open of [3, 2, 1]) {
    await mendFirst(nurse, open === 3 ? picture : undefined);
    await left(open - 1);
  }
  // The last act is taken back: the finding is open again, and mended a second time.
  await nurse.press('Control+Z');
  await left(1);
  await mendFirst(nurse);
  await left(0);
  await nurse.sees('.desk-roll-findings', stranger.name);
  await picture('mended, each in one step and with a reason');
}

async function mendFirst(nurse: Nurse, picture?: Walk['picture']): Promise<void> {
  await pressUntil(nurse, '6', '[role=dialog] .desk-roll-ways');
  await tabTo(nurse, '[role=dialog] .desk-roll-form input.ant-input');
  await nurse.types(REASON);
  await picture?.('one finding is mended: how, why, and what comes of it');
  await nurse.press('Enter');
  await nurse.seesNoMore('[role=dialog]');
}

async function signOff({ nurse, data, picture }: Walk, { rollCallId }: NotAsRegistered): Promise<void> {
  await pressUntil(nurse, 'Control+Enter', '[role=dialog] .desk-consequences');
  await picture('signed off');
  await nurse.press('Control+Enter');
  await nurse.seesNoMore('[role=dialog]');
  await eventually(
    'it is closed',
    () => rollCallOf(data, rollCallId),
    ({ closedAt }) => closedAt !== null,
  );
}
