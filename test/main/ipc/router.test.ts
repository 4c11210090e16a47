import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { handlers } from '#main/handlers.ts';
import { NothingRecorded } from '#main/ipc/refusal.ts';
import { createRouter } from '#main/ipc/router.ts';
import { contract, PROCEDURE_NAMES } from '#shared/contract/index.ts';
import { REFUSALS } from '#shared/messages/refusals.ts';
import { openTestWard, someone, type TestWard, ZONE } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeAll(async () => {
  ward = await openTestWard();
});
afterAll(() => ward.close());

const answered = PROCEDURE_NAMES.filter((name) => !name.startsWith('setup.') && name !== 'reports.showFile');

describe('the contract', () => {
  it('describes every procedure in JSON Schema, as scripts need it', () => {
    for (const name of PROCEDURE_NAMES) {
      expect(z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' })).toHaveProperty(
        '$schema',
      );
      expect(contract[name].summary).not.toBe('');
    }
  });

  it('has a sentence in both languages, with the same places, for every refusal', () => {
    const placesOf = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    for (const [code, { zh, en }] of Object.entries(REFUSALS)) {
      expect([code, placesOf(en)]).toEqual([code, placesOf(zh)]);
    }
  });
});

describe('the router', () => {
  it('answers what it does not know with a refusal', async () => {
    for (const name of ['nothing', '__proto__', 'constructor', 'toString', '']) {
      expect(await ward.reply(name, {})).toMatchObject({ ok: false, refusal: { code: 'unknown-procedure' } });
    }
  });

  it('refuses whatever is not as the contract says, changes nothing and shows no stack', async () => {
    const before = await ward.call('ward.census', {});
    const anything = fc.anything({ withBigInt: false, withNullPrototype: true, withSparseArray: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...answered), anything, async (name, input) => {
        const reply = await ward.reply(name, input);
        expect(ward.defects).toEqual([]);
        if (!reply.ok) expect(JSON.stringify(reply)).not.toMatch(/\.ts:\d+/);
      }),
      { numRuns: 1500 },
    );
    expect({ ...(await ward.call('ward.census', {})), at: before.at }).toEqual(before);
  });

  it('does the same gesture once, whoever repeats it, and refuses the key for something else', async () => {
    const act = { key: crypto.randomUUID(), operatorId: ward.operatorId };
    const admit = (name: string) =>
      ward.reply('stays.admit', {
        act,
        details: someone({ name }),
        bedId: null,
        familyOf: null,
        convoyId: null,
      });
    const [one, two] = await Promise.all([admit('邹丽平'), admit('邹丽平')]);
    expect(one).toEqual(two);
    expect(await admit('丁林宁')).toMatchObject({ ok: false, refusal: { code: 'key-reused' } });
    expect((await ward.call('ward.census', {})).patients.admittedTotal).toBe(1);
  });

  it('refuses an operator who is nobody', async () => {
    const act = { key: crypto.randomUUID(), operatorId: crypto.randomUUID() };
    const input = { act, details: someone({ name: '某人' }), bedId: null, familyOf: null, convoyId: null };
    expect(await ward.reply('stays.admit', input)).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-operator' },
    });
  });

  it('tells what changed after the commit, and nothing after a refusal', async () => {
    ward.published.length = 0;
    await ward.call('beds.reserve', { bedId: await ward.bed('A-01-05'), stayId: null, note: '' });
    expect(ward.published).toEqual([['beds']]);
    await ward.refused('beds.reserve', { bedId: await ward.bed('A-01-05'), stayId: null, note: '' });
    expect(ward.published).toEqual([['beds']]);
  });

  it('answers a defect of ours as one, also where nothing was recorded, and never throws', async () => {
    const defects: unknown[] = [];
    const router = createRouter({
      ward: ward.db,
      zone: ZONE,
      exportFolder: ward.folder,
      trustsPaths: true,
      handlers: {
        ...handlers,
        'beds.reserve': async () => {
          throw new NothingRecorded({ not: 'what the contract says' });
        },
      },
      clock: Date.now,
      publish: () => undefined,
      log: { defect: (_id, _name, error) => defects.push(error), slow: () => undefined },
    });
    const act = { key: crypto.randomUUID(), operatorId: ward.operatorId };
    const input = { act, bedId: await ward.bed('A-01-06'), stayId: null, note: '' };
    expect(await router('beds.reserve', input)).toMatchObject({ ok: false, kind: 'defect' });
    expect(defects.length).toBe(1);
  });
});
