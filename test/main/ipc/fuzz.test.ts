import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '#main/db/open.ts';
import { type Desk, openDesk } from '#main/desk/desk.ts';
import { type Border, createBorder } from '#main/ipc/border.ts';
import { contract, PROCEDURE_NAMES, type ProcedureName } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import { REFUSAL_CODES } from '#shared/messages/refusals.ts';
import { damaged, hostile } from '../../fixtures/hostile.ts';
import { arbitraryOf, type KnownIds } from '../../fixtures/schema-arbitrary.ts';

/** Messages in all, as the issue asks; FUZZ=1000000 for a longer look. */
const MESSAGES = Number(process.env.FUZZ ?? 100_000);
const EACH = Math.ceil(MESSAGES / PROCEDURE_NAMES.length);
/** Of ten messages so many are as the contract says: they do something, which takes a hundred times as long. */
const SOUND_OF_TEN = 2;
const KEPT = path.resolve('test/databases/version-8.sqlite');

const features = [...new Set(PROCEDURE_NAMES.map((name) => name.split('.')[0] ?? ''))];
const counted = { messages: 0, done: 0, refused: 0 };
/** Procedures whose use case has looked at an input of ours. */
const judged = new Set<ProcedureName>();

interface FuzzedDesk {
  desk: Desk;
  border: Border;
  known: KnownIds;
  /** All that is known of the ward: how many acts and facts there are, and what can be written over. */
  digest(): unknown;
  defects: unknown[];
  close(): Promise<void>;
}

/** A ward with people in it and one beside it, so that nothing can be set up: on the border that the window has. */
async function openFuzzed(): Promise<FuzzedDesk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fangcang-fuzz-'));
  mkdirSync(path.join(folder, 'demo'));
  for (const file of ['ward.db', 'demo/ward.db']) copyFileSync(KEPT, path.join(folder, file));
  const defects: unknown[] = [];
  const log = {
    defect: (_id: string, name: string, error: unknown) => defects.push([name, error]),
    slow: () => undefined,
  };
  const desk = await openDesk({
    folder: { path: folder, demo: true },
    clock: Date.now,
    log,
    version: '0',
    runtime: 'test',
    trustsPaths: false,
  });
  const eye = connect(path.join(folder, 'demo/ward.db'), { readonly: true });
  // But the trail, which is there to grow with refusals too.
  const tables = eye
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'audit%' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all()
    .map(String);
  const counts = eye
    .prepare(`SELECT ${tables.map((name) => `(SELECT count(*) FROM "${name}")`).join(" || ',' || ")}`)
    .pluck();
  const contents = rewritable(eye, tables);
  // Most messages write nothing, and then SQLite itself says that nobody did.
  const changes = eye.prepare('PRAGMA data_version').pluck();
  let last: { at: unknown; counts: unknown } = { at: null, counts: null };
  const digest = (): unknown => {
    const at = changes.get();
    if (last.at !== at) last = { at, counts: `${counts.get()} ${contents()}` };
    return last.counts;
  };
  const ids = new Map<string, string[]>();
  const read = (table: string) => {
    const found = eye.prepare(`SELECT id FROM ${table} LIMIT 40`).pluck().all().map(String);
    ids.set(table, found);
    return found;
  };
  return {
    desk,
    border: createBorder({ opening: Promise.resolve(desk), own: {}, log }),
    known: (table) => ids.get(table) ?? read(table),
    digest,
    defects,
    async close() {
      eye.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Rows of the tables that no trigger keeps from being changed. Failed sign-ins are there to be counted. */
function rewritable(eye: ReturnType<typeof connect>, tables: readonly string[]): () => unknown {
  const kept = eye
    .prepare("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE UPDATE%RAISE%'")
    .pluck()
    .all();
  const open = tables.filter((name) => !kept.includes(name) && name !== 'sign_in_state');
  expect(open).toContain('person');
  const all = open.map((name) => eye.prepare(`SELECT * FROM "${name}"`).raw());
  return () =>
    createHash('sha256')
      .update(JSON.stringify(all.map((one) => one.all())))
      .digest('hex');
}

/** One message as it gets through: what cannot be cloned never leaves the page. */
async function send(fuzzed: FuzzedDesk, message: unknown): Promise<Reply> {
  const before = fuzzed.digest();
  const reply = await fuzzed.border(structuredClone(message), () => undefined);
  counted.messages += 1;
  if (fuzzed.defects.length > 0) throw new Error('a defect', { cause: fuzzed.defects.splice(0)[0] });
  if (reply.ok) {
    counted.done += 1;
    return reply;
  }
  counted.refused += 1;
  expect(reply.kind).toBe('refused');
  expect(fuzzed.digest()).toBe(before);
  if (reply.kind === 'refused') expect(REFUSAL_CODES).toContain(reply.refusal.code);
  expect(/\n\s+at |\.[jt]s:\d|node_modules|node:internal|SQLITE_/.exec(JSON.stringify(reply))).toBeNull();
  return reply;
}

const runs = (count: number) => ({ numRuns: count, endOnFailure: true, verbose: 1 }) as const;

async function fuzz(fuzzed: FuzzedDesk, name: ProcedureName): Promise<void> {
  const sound = arbitraryOf(contract[name].input, fuzzed.known);
  const input = fc.oneof(
    { weight: SOUND_OF_TEN, arbitrary: sound },
    { weight: 6, arbitrary: damaged(sound) },
    { weight: 10 - 6 - SOUND_OF_TEN, arbitrary: hostile },
  );
  await fc.assert(
    fc.asyncProperty(input, async (given) => {
      const message = { callId: 'fuzz', name, input: given };
      const reply = await send(fuzzed, message);
      if (reply.ok || (reply.kind === 'refused' && reply.refusal.code !== 'bad-input')) judged.add(name);
      if (!reply.ok || contract[name].kind === 'query') return;
      // The same gesture once more is the same act: answered alike, however odd its words, and nothing is done.
      const known = fuzzed.digest();
      expect(await fuzzed.border(structuredClone(message), () => undefined)).toEqual(reply);
      expect(fuzzed.digest()).toBe(known);
    }),
    runs(EACH),
  );
}

describe(`${MESSAGES} messages, as every procedure’s own schema has them and beyond it`, () => {
  it.each(features)('%s', async (feature) => {
    const fuzzed = await openFuzzed();
    try {
      for (const name of PROCEDURE_NAMES.filter((one) => one.startsWith(`${feature}.`)))
        await fuzz(fuzzed, name);
      const verified = await fuzzed.desk.call('ward.verify', {});
      // Once somebody has a credential the ward is open to nobody, and this test signs in as nobody.
      if (feature !== 'people')
        expect(verified).toMatchObject({ ok: true, value: { clean: true, problems: [] } });
    } finally {
      await fuzzed.close();
    }
  });

  it('what is no call at all is refused, whatever stands where its name and its number should', async () => {
    const fuzzed = await openFuzzed();
    const odd = fc.oneof(hostile, fc.constantFrom('setup.status', 'ward.census', '__proto__', 'constructor'));
    const request = fc.oneof(
      hostile,
      fc.record({ callId: odd, name: odd, input: hostile }, { requiredKeys: [] }),
      fc.record({ cancel: odd }),
      fc.record({ callId: fc.uuid(), name: odd, input: hostile, cancel: odd }),
    );
    await fc.assert(
      fc.asyncProperty(request, async (given) => void (await send(fuzzed, given))),
      runs(2000),
    );
    await fuzzed.close();
  });

  afterAll(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(counted.messages).toBeGreaterThanOrEqual(MESSAGES);
    // Were nearly nothing done, or nearly all, the messages would no longer be what this test is about.
    // What needs something that this ward has none of, such as a plan of shifts, may not get past the contract.
    expect(judged.size).toBeGreaterThan(PROCEDURE_NAMES.length * 0.95);
    expect(counted.done).toBeGreaterThan(MESSAGES / 50);
    expect(counted.refused).toBeGreaterThan(MESSAGES / 2);
  });
});
