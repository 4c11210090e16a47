import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { builtProcess } from '../fixtures/built-process.ts';
import { openTestWard, type TestWard } from '../fixtures/ward.ts';

/** Two wards side by side, a hundred kills each. */
const LANES = 2;
const KILLS = Number(process.env.KILLS ?? 100);
/** From the first acknowledged change a wave lasts this long at most, in milliseconds; where in it the kill falls is chance. */
const WAVE_MS = 60;

interface Told {
  ready?: boolean;
  defect?: string;
  stayId?: string;
  bed?: string | null;
  /** What the next act will make of these stays. */
  intends?: Record<string, string | null>;
}

interface Wave {
  acknowledged: number;
  intends: Record<string, string | null>;
}

/** Lets a desk work until it is killed, and answers what it had acknowledged by then. */
async function wave(folder: string, known: Map<string, string | null>): Promise<Wave> {
  const desk = fork(builtProcess('other-desk'), [folder, 'storm']);
  let acknowledged = 0;
  let intends: Wave['intends'] = {};
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  desk.on('message', (told: Told) => {
    if (told.defect) throw new Error(told.defect);
    if (told.intends) intends = told.intends;
    if (!told.stayId) return;
    known.set(told.stayId, told.bed ?? null);
    acknowledged += 1;
    begin();
  });
  await begun;
  await sleep(Math.random() * WAVE_MS);
  desk.kill('SIGKILL');
  await once(desk, 'close');
  return { acknowledged, intends };
}

/** Every acknowledged change is there; or, whole, the one act that was announced and killed before its answer. */
async function requireKept(
  ward: TestWard,
  known: ReadonlyMap<string, string | null>,
  intends: Wave['intends'],
): Promise<Map<string, string | null>> {
  const rows = await ward.db.read
    .selectFrom('stay_period as p')
    .leftJoin('bed_assignment as a', (join) =>
      join.onRef('a.stay_id', '=', 'p.stay_id').on('a.superseded_by', 'is', null).on('a.to_at', 'is', null),
    )
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .select(['p.stay_id', 'bed.code'])
    .where('p.superseded_by', 'is', null)
    .execute();
  const kept = new Map<string, string | null>(rows.map(({ stay_id, code }) => [stay_id, code]));
  const missing = [...known.keys()].filter((stay) => !kept.has(stay));
  expect(missing).toEqual([]);
  const elsewhere = [...known].filter(([stay, bed]) => kept.get(stay) !== bed);
  const announced = Object.entries(intends);
  const doneWhole = announced.every(([stay, bed]) => kept.get(stay) === bed);
  const explained = elsewhere.every(([stay]) => doneWhole && stay in intends);
  expect({ elsewhere, announced, explained }).toMatchObject({ explained: true });
  return kept;
}

it(`keeps every acknowledged change through ${LANES * KILLS} kills in a storm of admissions and moves`, async () => {
  const wards = await Promise.all(
    Array.from({ length: LANES }, () => openTestWard('hall-200', '2099-01-01 00:00')),
  );
  try {
    const counts = await Promise.all(
      wards.map(async (ward) => {
        let known = new Map<string, string | null>();
        let acknowledged = 0;
        for (let kill = 0; kill < KILLS; kill++) {
          const told = await wave(ward.folder, known);
          acknowledged += told.acknowledged;
          known = await requireKept(ward, known, told.intends);
          if (kill % 20 === 19) expect((await ward.call('ward.verify', {})).problems).toEqual([]);
        }
        return acknowledged;
      }),
    );
    console.log(
      `kill storm: ${counts.reduce((a, b) => a + b, 0)} acknowledged changes in ${LANES * KILLS} waves, all kept`,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(KILLS);
  } finally {
    await Promise.all(wards.map((ward) => ward.close()));
  }
}, 800_000);
