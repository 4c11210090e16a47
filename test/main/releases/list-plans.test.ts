import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLastFacts } from '#main/discharges/leaver-repository.ts';
import type { Reads } from '#main/ipc/context.ts';
import { findCertificate, numbersOf, wasLeavingTakenBack } from '#main/papers/certificate-repository.ts';
import { readChecked } from '#main/papers/release-checks.ts';
import { readLeftBy } from '#main/releases/member-repository.ts';
import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

/** Asks in the way of the program and answers how SQLite goes about each question. */
async function plansOf(ask: (db: Reads) => Promise<unknown>): Promise<string[]> {
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = ward.db.read.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => result,
  });
  const executor = db.getExecutor();
  const compile = executor.compileQuery.bind(executor);
  executor.compileQuery = ((...given: Parameters<typeof compile>) => {
    const query = compile(...given);
    asked.push(query);
    return query;
  }) as typeof executor.compileQuery;
  await ask(db as unknown as Reads);
  const plans = [];
  for (const query of asked) {
    const parts = query.sql.split('?');
    const raw = parts.map((part, i) =>
      i < query.parameters.length ? sql`${sql.raw(part)}${query.parameters[i]}` : sql.raw(part),
    );
    const { rows } = await sql<{ detail: string }>`explain query plan ${sql.join(raw, sql.raw(''))}`.execute(
      ward.db.read,
    );
    plans.push(...rows.map(({ detail }) => detail));
  }
  return plans;
}

const stays = ['one', 'other'] as StayId[];

it.each([
  ['who left by a list', (db: Reads) => readLeftBy(db, 'list' as ReleaseListId)],
  ['whether a leaving was taken back', (db: Reads) => wasLeavingTakenBack(db, 'one' as StayId)],
  ['a certificate by its number', (db: Reads) => findCertificate(db, 'FC2022-000001')],
  ['the next number of a year', (db: Reads) => numbersOf(db as never, '2022')],
  ['who left checked by two', (db: Reads) => readChecked(db, stays)],
  ['the last fact of each leaver', (db: Reads) => readLastFacts(db, stays)],
] as const)('%s is looked up, not searched for in all that was ever recorded', async (_what, ask) => {
  const plans = await plansOf(ask);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
});
