import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import log from 'electron-log/node.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#main/db/connect.ts';
import { createDemonstration } from '#main/demo/create-demonstration.ts';
import { openDesk } from '#main/desk/desk.ts';
import { deskLog, withoutPeople } from '#main/desk/desk-log.ts';
import { BLANK_DETAILS } from '#shared/contract/admission-details.ts';
import { PROCEDURE_NAMES } from '#shared/contract/index.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';

interface Person {
  name: string;
  document_number: string;
  phone: string;
}

let folder: string;
let people: Person[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fangcang-log-'));
  const quiet = { defect: () => undefined, slow: () => undefined };
  const now = instantFromMillis(Date.now());
  await createDemonstration(join(folder, 'ward.db'), { patients: 60, days: 2, seed: 7, now, log: quiet });
  const raw = connect(join(folder, 'ward.db'), { readonly: true });
  people = raw.prepare('SELECT name, document_number, phone FROM person').all() as Person[];
  raw.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const logged = (): string =>
  readdirSync(join(folder, 'logs'))
    .map((name) => readFileSync(join(folder, 'logs', name), 'utf8'))
    .join('\n');

/** Every name, document and phone of the ward that stands in this text. */
const foundIn = (text: string): string[] =>
  people
    .flatMap((one) => [one.name, one.document_number, one.phone])
    .filter((word) => word && text.includes(word));

describe('the log of a desk', () => {
  it('names nobody of the ward, whatever was asked, refused and went wrong', async () => {
    log.transports.file.resolvePathFn = () => join(folder, 'logs', 'desk.log');
    log.transports.console.level = false;
    const desk = await openDesk({
      folder: { path: folder, demo: false },
      clock: Date.now,
      log: deskLog(log),
      version: 'test',
      runtime: 'test',
      trustsPaths: true,
    });
    const operators = await desk.call('ward.operators', {});
    const [operator] = operators.ok ? (operators.value as { id: string }[]) : [];
    const act = () => ({ key: crypto.randomUUID(), operatorId: operator?.id });
    const admit = ({ name, document_number, phone }: Person) => ({
      details: {
        ...BLANK_DETAILS,
        name,
        documentType: 'resident-id',
        documentNumber: document_number,
        phone,
      },
      ...{ bedId: null, familyOf: null, convoyId: null, act: act() },
    });
    const askAll = async () => {
      for (const person of people.slice(0, 20)) {
        await desk.call('stays.search', { text: person.name, limit: 5 });
        await desk.call('stays.search', { text: person.document_number, limit: 5 });
        await desk.call('stays.admit', admit(person));
      }
      // And every procedure with what it does not understand.
      const { name, document_number } = people[0] ?? { name: '', document_number: '' };
      for (const procedure of PROCEDURE_NAMES) {
        if (/^(setup|backups)\./.test(procedure)) continue;
        await desk.call(procedure, {});
        await desk.call(procedure, { text: name, name, act: act() });
        await desk.call(procedure, { act: act(), documentNumber: document_number, reason: name });
      }
    };
    await askAll();
    // Defects, by the hundred: the tables that everything asks for are gone.
    const raw = connect(join(folder, 'ward.db'), {});
    raw.pragma('foreign_keys = OFF');
    raw.exec('ALTER TABLE stay_period RENAME TO gone; ALTER TABLE act_reply RENAME TO gone_too');
    raw.close();
    await askAll();
    await desk.close();
    const text = logged();
    expect(text.match(/defect [0-9a-f-]{36} in /g)?.length).toBeGreaterThan(30);
    expect(text).toMatch(/in stays.admit: SqliteError/);
    expect(foundIn(text)).toEqual([]);
    // Rotated: what is beyond the size goes into one older file, and no further.
    log.transports.file.maxSize = 2_000;
    for (let line = 0; line < 100; line++) log.warn(`line ${line}`);
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['desk.log', 'desk.old.log']);
  });

  it('leaves out what the errors of others quote', () => {
    const { name, document_number, phone } = people.find((one) => one.phone && one.document_number) ?? {};
    let message = '';
    try {
      JSON.parse(`${name}`);
    } catch (error) {
      message = String(error);
    }
    // The search would find them.
    expect(foundIn(message)).toContain(name);
    expect(foundIn(withoutPeople(message))).toEqual([]);
    expect(withoutPeople(`UNIQUE: ${document_number}, ${phone}; John "Smith, J." at file.ts:120:14`)).toBe(
      'UNIQUE: #, #; John "…" at file.ts:120:14',
    );
  });
});
