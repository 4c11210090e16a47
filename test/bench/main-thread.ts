import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { serialize } from 'node:v8';
import { madeUpPeople } from '#main/demo/made-up-people.ts';
import { randomFrom } from '#main/demo/random.ts';
import { type Desk, openDesk } from '#main/desk/desk.ts';
import { workerCalls } from '#main/jobs/worker-calls.ts';
import type { OutputOf, ProcedureName } from '#shared/contract/index.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { watchTurns } from './event-loop.ts';
import { type Figure, noTimes, type Part, timed } from './figures.ts';
import { copyOf, type OldWard } from './old-ward.ts';
import { rosterFile } from './roster-file.ts';

const AIM = 'nothing over 50 ms';
const ROWS = 996;
const BUS = 45;
const CONVOY = 150;
const WORKER = new URL('../../src/main/jobs/worker.ts', import.meta.url);

/**
 * A desk with its worker thread, as the window's process has it, while a roster of 996 is taken in and beds are
 * proposed. After each change it answers what an open window asks for, and packs answers as for a window.
 */
export async function measureMainThread(oldWard: () => Promise<OldWard>): Promise<Part> {
  const { ward } = await oldWard();
  const copy = copyOf(ward.file);
  const people = madeUpPeople(randomFrom(ROWS), ROWS, '2022-06-20' as LocalDate);
  const bytes = await rosterFile(
    people.map(({ details }) => details),
    'xlsx',
  );
  const log = {
    defect: (_id: string, name: string, error: unknown) => console.error(name, error),
    slow: () => undefined,
  };
  let changed: Promise<unknown> = Promise.resolve();
  const desk: Desk = await openDesk({
    folder: { path: copy.folder, demo: false },
    clock: Date.now,
    log,
    version: 'bench',
    runtime: 'bench',
    trustsPaths: false,
    worker: (ward, publish) => workerCalls(WORKER, { ...ward, trustsPaths: false }, log, publish),
    publish: () => {
      changed = changed.then(() => lookAgain(desk));
    },
  });
  const figures: Figure[] = [];
  const answers = noTimes();
  const waited = noTimes();

  async function ask<N extends ProcedureName>(name: N, input: object): Promise<OutputOf<N>> {
    const reply = await desk.call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    // What Electron does with an answer before a window gets it.
    await timed(answers, () => serialize(reply));
    return reply.value as OutputOf<N>;
  }
  const [operator] = await ask('ward.operators', {});
  const act = () => ({ key: randomUUID(), operatorId: operator?.id });
  const { beds } = await ask('beds.board', {});
  const free = beds.filter(({ state }) => state === 'available').map(({ id }) => id);
  // The worker thread loads its program at its first call; a window has that behind it, too.
  await ask('rosters.list', {});

  async function during<T>(what: string, work: () => Promise<T>): Promise<T> {
    const watch = watchTurns();
    const value = await work();
    await changed;
    figures.push({ what, ours: await watch.end(), aim: AIM });
    return value;
  }

  await during('nothing for two seconds', () => sleep(2000));
  const file = { fileName: 'convoy.xlsx', base64: bytes.toString('base64'), convoyId: null };
  const { rosterId } = await during('a roster of 996 is opened', () =>
    ask('rosters.open', { act: act(), ...file }),
  );
  await during('its rows are shown', () => ask('rosters.view', { rosterId }));
  const stayIds = await during('it is committed while beds are reserved', async () => {
    let going = true;
    const commit = ask('rosters.commit', { act: act(), rosterId, language: 'zh-CN' }).finally(() => {
      going = false;
    });
    for (const bedId of free.slice(0, 30)) {
      if (!going) break;
      // Each comes from the window as a message of its own.
      await new Promise(setImmediate);
      await timed(waited, () => ask('beds.reserve', { act: act(), bedId, stayId: null, note: '' }));
    }
    return (await commit).stayIds;
  });
  await during(`beds are proposed for ${BUS}`, () =>
    ask('allocation.propose', { stayIds: stayIds.slice(0, BUS) }),
  );
  await during(`beds are proposed for ${CONVOY}`, () =>
    ask('allocation.propose', { stayIds: stayIds.slice(0, CONVOY) }),
  );
  await desk.close();
  rmSync(copy.folder, { recursive: true });
  return {
    about: 'the longest turn of the event loop in the window’s process while something runs in its worker',
    figures: [
      ...figures,
      { what: 'packing one answer for the window', ours: answers, aim: AIM },
      { what: 'a bed reserved while a roster is committed', ours: waited },
    ],
    notes: [
      'CPU: the most that one turn computed. A long turn with little of it was the machine’s doing, as in the first line.',
    ],
  };
}

/** What a window on the bed board asks for after a change. */
async function lookAgain(desk: Desk): Promise<void> {
  for (const [name, input] of [
    ['ward.census', {}],
    ['beds.board', {}],
    ['stays.list', { scope: 'waiting' }],
  ] as const) {
    serialize(await desk.call(name, input));
    await new Promise(setImmediate);
  }
}
