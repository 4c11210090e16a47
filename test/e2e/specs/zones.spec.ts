import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemonstrationWard, someone, type TestWard } from '../../fixtures/ward.ts';
import { call, pickOperator } from '../clinical/hands.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { hoursAgo } from '../leads/hours-ago.ts';
import { independentFigures } from '../leads/independent.ts';
import { drainAndClose, openByItsList, zoneOf } from '../leads/zone.ts';
import { seriousOn } from '../screens/axe.ts';
import { nurseAt } from '../screens/keyboard.ts';

const ZONE = 'B';
const NAMES = ['安一鸣', '白云飞', '陈立冬', '邓建国', '方大同', '高山青'] as const;
const WAITING = ['何守正', '金满堂'] as const;

let ward: TestWard;
beforeAll(async () => {
  ward = await openDemonstrationWard('stadium-1200', hoursAgo(24));
  for (const [i, name] of NAMES.entries()) await admit(name, `${ZONE}-01-0${i + 1}`);
  for (const name of WAITING) await admit(name, null);
  ward.realTime();
});
afterAll(() => ward.close());

const admit = async (name: string, bed: string | null) =>
  ward.call('stays.admit', {
    details: someone({ name, birthDate: '1985-06-01' as never }),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });

interface Board {
  beds: { id: string; state: string }[];
}

/** The beds of the zone as the board has them, by state, and those that the allocation would give. */
async function offered(data: string): Promise<{ states: Record<string, number>; proposed: string[] }> {
  const { beds } = await call<Board>(data, 'beds.board');
  const codes = new Map((await ward.call('beds.plan', {})).beds.map(({ id, code }) => [String(id), code]));
  const states: Record<string, number> = {};
  for (const { id, state } of beds)
    if (codes.get(id)?.startsWith(ZONE)) states[state] = (states[state] ?? 0) + 1;
  const { placed } = await call<{ placed: { bedId: string }[] }>(data, 'allocation.propose', {
    stayIds: null,
  });
  return { states, proposed: placed.map(({ bedId }) => codes.get(bedId) ?? '') };
}

it('a zone is drained, disinfected and closed, and opens again only by its list, by keyboard', {
  timeout: 300_000,
}, async () => {
  const data = ward.folder;
  const desk = await launchDesk({ data });
  const nurse = nurseAt(desk.window);
  try {
    await nurse.sees('.desk-census');
    await pickOperator(nurse, '李护士');
    const walk = { desk, nurse, data, language: 'zh-CN' as const, picture: async () => undefined };
    const { total } = (await zoneOf(data, ZONE)).counts;
    await drainAndClose(walk, ZONE);
    expect(await zoneOf(data, ZONE)).toMatchObject({ state: 'closed', inHouse: 0 });
    await nurse.sees('.desk-figure[data-name=shut]', ZONE);

    const closed = await offered(data);
    expect(closed.states).toEqual({ outOfService: total });
    expect(closed.proposed).toHaveLength(WAITING.length);
    expect(closed.proposed.filter((code) => code.startsWith(ZONE))).toEqual([]);
    const figures = independentFigures(path.join(data, 'ward.db'), new Date().toISOString());
    expect(figures.outOfService).toBe(total);
    expect(figures.occupiedByZone).toEqual({ A: NAMES.length });
    expect(await seriousOn(desk.window)).toEqual([]);

    await openByItsList(walk, ZONE);
    expect(await zoneOf(data, ZONE)).toMatchObject({ state: 'open', list: { number: 2 } });
    expect((await offered(data)).states).toEqual({ available: total });
    await nurse.seesNoMore('.desk-figure[data-name=shut]');
    expect(await seriousOn(desk.window)).toEqual([]);
    expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
  } finally {
    await desk.close();
  }
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
});
