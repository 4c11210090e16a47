import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect } from '#main/db/connect.ts';
import { openWardFile, type WardDb } from '#main/db/open.ts';
import { encryptInPlace } from '#main/db/sealed-file.ts';
import { handlers } from '#main/handlers.ts';
import { createRouter, type Router } from '#main/ipc/router.ts';
import { keysFileOf, writeNewKeyFile } from '#main/keys/key-file.ts';
import { newRecoverySecret } from '#main/keys/recovery-secret.ts';
import { secretByMeans } from '#main/keys/unlock-ward.ts';
import { newSealedKeys } from '#main/keys/ward-keys.ts';
import type { WardSecret } from '#main/keys/ward-secret.ts';
import { ZONE } from '../fixtures/ward.ts';
import { type Figure, noTimes, type Part, type Times, timed } from './figures.ts';
import { copyOf, type OldWard } from './old-ward.ts';

const OPENINGS = 21;
const WARM_UP = 10;
const ROUNDS = 80;
const PASSPHRASE = 'of the benchmark alone';

interface Side {
  folder: string;
  file: string;
  secret: WardSecret | null;
}

/** What encryption costs: the same ward twice, plain and sealed, and every call on the one and then on the other. */
export async function measureSealed(oldWard: () => Promise<OldWard>): Promise<Part> {
  const old = await oldWard();
  const plain: Side = { ...copyOf(old.ward.file), secret: null };
  const sealed: Side = { ...copyOf(old.ward.file), secret: null };
  try {
    sealed.secret = await seal(sealed.file);
    const figures = [await openings(sealed, plain), await unlocking(sealed)];
    return {
      about: 'a sealed ward of 26,462 stays against the same ward as a plain file, call by call in turns',
      figures: [...figures, ...(await calls(old, sealed, plain))],
      notes: [
        'Aims: opening costs less than 50 ms more; commands stay within twice the plain ones (the ratio).',
      ],
    };
  } finally {
    for (const { folder } of [plain, sealed]) rmSync(folder, { recursive: true });
  }
}

async function seal(file: string): Promise<WardSecret> {
  const database = connect(file, {});
  const wardId = database.prepare('SELECT ward_id FROM hospital').pluck().get() as string;
  const keys = await newSealedKeys(wardId, { recovery: newRecoverySecret(), passphrase: PASSPHRASE });
  database.pragma('journal_mode = DELETE');
  encryptInPlace(database, keys.secret);
  database.close();
  writeNewKeyFile(keysFileOf(file), keys.file);
  return keys.secret;
}

async function openings(sealed: Side, plain: Side): Promise<Figure> {
  const [ours, reference] = [noTimes(), noTimes()];
  for (let run = 0; run < OPENINGS; run++) {
    for (const [{ file, secret }, times] of [
      [sealed, ours],
      [plain, reference],
    ] as const) {
      const ward = await timed(times, () => openWardFile(file, secret));
      await ward.close();
    }
  }
  return { what: 'open the file', ours, reference, aim: '+ < 50 ms' };
}

/** By a keyring it costs next to nothing; by a passphrase it is meant to cost something. */
async function unlocking({ file }: Side): Promise<Figure> {
  const ours = noTimes();
  for (let run = 0; run < 7; run++) await timed(ours, () => secretByMeans(file, { passphrase: PASSPHRASE }));
  return { what: 'unlock by passphrase', ours };
}

async function calls(old: OldWard, sealed: Side, plain: Side): Promise<Figure[]> {
  const sides = [sealed, plain].map(({ file, secret }) => openWardFile(file, secret));
  let now = Date.now();
  const routers = sides.map((ward) => routerOn(ward, () => now));
  const pairs = new Map<string, [ours: Times, plain: Times]>();
  let counted = false;
  /** Keys and ids differ on the two sides, so each makes its own input. */
  async function both(what: string, name: string, inputs: [object, object]): Promise<unknown[]> {
    now += 60_000;
    const pair = pairs.get(what) ?? [noTimes(), noTimes()];
    if (counted) pairs.set(what, pair);
    const values: unknown[] = [];
    for (const side of [0, 1] as const) {
      const reply = await timed(pair[side], () => (routers[side] as Router)(name, inputs[side]));
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
      values.push(reply.value);
    }
    return values;
  }
  const act = () => ({ key: randomUUID(), operatorId: old.ward.operatorId });
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    counted = round >= WARM_UP;
    const details = old.newcomers.pop();
    const bedId = details?.sex === 'unknown' ? undefined : old.free[details?.sex ?? 'male'].at(-1);
    if (!details || !bedId) continue;
    const admit = () => ({ details, bedId, familyOf: null, convoyId: null, act: act() });
    const admitted = (await both('admit with a bed', 'stays.admit', [admit(), admit()])) as {
      stayId: string;
    }[];
    await both('board', 'beds.board', [{}, {}]);
    await both('search', 'stays.search', [
      { text: details.name, limit: 10 },
      { text: details.name, limit: 10 },
    ]);
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' };
    const leave = (side: 0 | 1) => ({ stays: [{ stayId: admitted[side]?.stayId }], leaving, act: act() });
    await both('discharge', 'discharges.commit', [leave(0), leave(1)]);
    const signOff = () => ({ bedIds: [bedId], act: { ...act(), reason: '测试' } });
    await both('sign off a disinfection', 'beds.signOffDisinfection', [signOff(), signOff()]);
  }
  for (const ward of sides) await ward.close();
  return [...pairs].map(([what, [ours, reference]]) => ({ what, ours, reference, aim: 'ratio ≤ 2' }));
}

const routerOn = (ward: WardDb, clock: () => number): Router =>
  createRouter({
    ward,
    zone: ZONE,
    exportFolder: '/nowhere',
    trustsPaths: false,
    handlers,
    clock,
    publish: () => undefined,
    log: { defect: (_id, name, error) => console.error(name, error), slow: () => undefined },
  });
