import { type KyselyPlugin, type RootOperationNode, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAlerts } from '#main/alerts/open-alerts.ts';
import type { Reads } from '#main/ipc/context.ts';
import { readExaminations } from '#main/rounds/examination-repository.ts';
import { readMarks } from '#main/rounds/mark-repository.ts';
import { readObservations } from '#main/rounds/observation-repository.ts';
import { openTestWard, type TestWard, ZONE } from '../../fixtures/ward.ts';
import { eveningBefore, openWith, signBoth } from '../releases/list-fixture.ts';
import { admit, observe } from '../rounds/ward-of-patients.ts';

/** The ward's file, with every statement that is asked of it. */
function watched(ward: TestWard) {
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const plain = ward.db.read;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push(plain.getExecutor().compileQuery(node as RootOperationNode, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { db: plain.withPlugin(plugin) as Reads, asked, plain };
}

describe('who is in house', () => {
  let ward: TestWard;
  beforeEach(async () => {
    ward = await openTestWard();
  });
  afterEach(() => ward.close());

  it('is read without walking through the rounds, marks and examinations of everybody who ever was', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    await observe(ward, stayId);
    const { db, asked, plain } = watched(ward);
    const until = ward.at('2022-04-04 13:00');
    expect((await readObservations(db, 'present', until)).get(stayId)).toHaveLength(1);
    await readMarks(db, 'present');
    await readExaminations(db, 'present');
    await openAlerts(db, until, ZONE);
    const history = asked.filter(({ sql: text }) =>
      /"(observation|patient_mark|examination|nat_sample)"/.test(text),
    );
    expect(history.length).toBeGreaterThan(8);
    for (const { sql: text, parameters } of history) {
      const values = parameters.map((value) => (typeof value === 'number' ? value : `'${value}'`));
      const plan = await sql
        .raw<{ detail: string }>(`explain query plan ${text.replaceAll('?', () => String(values.shift()))}`)
        .execute(plain);
      const walks = plan.rows.map(({ detail }) => detail).filter((detail) => /^SCAN (?!p\b)/.test(detail));
      expect(walks).toEqual([]);
    }
  });
});

describe('an alert of one patient', () => {
  it('judges nobody else on the signed lists', async () => {
    const evening = await eveningBefore();
    const { ward, ids } = evening;
    const [man, other] = [ids.man, ids.other];
    if (!man || !other) throw new Error('nobody');
    await signBoth(evening, await openWith(evening, [man, other]));
    ward.at('2022-04-07 21:00');
    for (const stayId of [man, other]) await observe(ward, stayId, { temperature: 37.9 });
    const { db, asked } = watched(ward);
    const off = async (which: Parameters<typeof openAlerts>[3]) => {
      const alerts = await openAlerts(db, ward.at('2022-04-07 21:10'), ZONE, which);
      return alerts.filter(({ kind }) => kind === 'off-the-list').map(({ stayId }) => stayId);
    };
    expect(await off('present')).toHaveLength(2);
    expect(asked.some(({ sql: text, parameters }) => isAbout(text, parameters, other))).toBe(true);
    asked.length = 0;
    expect(await off([man])).toEqual([man]);
    expect(asked.filter(({ sql: text, parameters }) => isAbout(text, parameters, other))).toEqual([]);
    await ward.close();
  });
});

const isAbout = (text: string, parameters: readonly unknown[], stayId: string) =>
  text.includes('"observation"') && parameters.includes(stayId);
