import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemonstrationWard, someone, type TestWard } from '../../fixtures/ward.ts';
import { call, inHouse, pickOperator } from '../clinical/hands.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { eventually } from '../fixtures/terminal.ts';
import { hoursAgo } from '../leads/hours-ago.ts';
import { independentFigures } from '../leads/independent.ts';
import { callTheRoll, rollCallOf } from '../leads/roll-call.ts';
import { seriousOn } from '../screens/axe.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

const NAMES = ['安一鸣', '白云飞', '陈立冬', '邓建国', '方大同', '高山青', '何守正', '金满堂'] as const;
const PATIENCE_MS = 300_000;
const LEAD = '李护士';

describe.each([
  ['zh-CN', 'A', 'A 整区'],
  ['en', 'B', 'Zone B, all of it'],
] as const)('a roll call with a ghost, a swap and a stranger (%s)', (language, zone, place) => {
  let ward: TestWard;
  beforeAll(async () => {
    ward = await openDemonstrationWard('hall-200', hoursAgo(24));
    for (const [i, name] of NAMES.entries()) await admit(name, `${zone}-01-0${i + 1}`);
    // Whoever was in the last of these beds has gone, and nobody has signed off its disinfection.
    const gone = await admit('龙在天', strangersBed(zone));
    ward.at(hoursAgo(2));
    await leave(gone);
    ward.realTime();
  });
  afterAll(() => ward.close());

  const admit = async (name: string, bed: string) =>
    (
      await ward.call('stays.admit', {
        details: someone({ name, sex: zone === 'A' ? 'male' : 'female', birthDate: '1985-06-01' as never }),
        bedId: await ward.bed(bed),
        familyOf: null,
        convoyId: null,
      })
    ).stayId;
  const leave = async (stayId: Awaited<ReturnType<typeof admit>>) => {
    const leaving = { way: 'against-advice', destination: '', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving }, { reason: '要求离院' });
  };

  it('is walked by scanner and keyboard, mended, undone, mended again and signed off', {
    timeout: PATIENCE_MS,
  }, async () => {
    const data = ward.folder;
    const desk = await launchDesk({ data, language });
    const nurse = nurseAt(desk.window);
    try {
      await nurse.sees('.desk-census');
      await pickOperator(nurse, LEAD);
      const walk = { desk, nurse, data, language, picture: async () => undefined };
      const { ghost, swapped, stranger, rollCallId } = await callTheRoll(walk, place, strangersBed(zone));

      const people = new Map((await inHouse(data)).map(({ name, bed }) => [name, bed?.code ?? null]));
      const [one, other] = swapped;
      expect(people.get(ghost.expected.name)).toBeNull();
      expect(people.get(one.expected.name)).toBe(other.code);
      expect(people.get(other.expected.name)).toBe(one.code);
      expect(people.get(stranger.name)).toBe(strangersBed(zone));

      const { result, findings, closedBy } = await rollCallOf(data, rollCallId);
      expect(closedBy).toBe(LEAD);
      expect(result).toMatchObject({ expected: 8, found: 5, ghosts: 1, swaps: 1, strangers: 1, open: 0 });
      expect(findings.every(({ mended }) => mended?.reason === '当面核对腕带')).toBe(true);

      const figures = independentFigures(path.join(data, 'ward.db'), new Date().toISOString());
      expect(figures).toMatchObject({ inHouse: 9, waiting: 1, occupied: 8, awaitingDisinfection: 1 });
      await agree(nurse, data, figures);
      await inHistory(nurse, zone, result);
      expect(await seriousOn(desk.window)).toEqual([]);
      expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
    } finally {
      await desk.close();
    }
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });
});

const strangersBed = (zone: string): string => `${zone}-01-09`;

/** The strip at the top, the beds of the board and the count in the file. */
async function agree(
  nurse: Nurse,
  data: string,
  figures: ReturnType<typeof independentFigures>,
): Promise<void> {
  const { inHouse: people, available, reserved, awaitingDisinfection, outOfService, waiting } = figures;
  const strip = [people, available, reserved, awaitingDisinfection, outOfService, waiting];
  await eventually(
    'the strip counts as we do',
    () => nurse.readsStrip(),
    (seen) => JSON.stringify(seen) === JSON.stringify(strip),
  );
  const { counts } = await call<{ counts: Record<string, number> }>(data, 'beds.board');
  expect(counts).toMatchObject({ occupied: figures.occupied, available, reserved, awaitingDisinfection });
}

/** The list of roll calls says the same: expected, found, ghosts, swaps, misplaced, strangers, open. */
async function inHistory(nurse: Nurse, zone: string, result: Record<string, number>): Promise<void> {
  await nurse.press('Shift+F4');
  await nurse.sees('.desk-roll-past tbody th', zone);
  const row = nurse.page.locator('.desk-roll-past tbody tr').first();
  const shown = (await row.locator('.desk-roll-number').allInnerTexts()).map(Number);
  const { expected, found, ghosts, swaps, misplaced, strangers, open } = result;
  expect(shown).toEqual([expected, found, ghosts, swaps, misplaced, strangers, open]);
}
