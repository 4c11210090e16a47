import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditRow, linkOf } from '#main/audit/chain.ts';
import type { OperatorId, StayId } from '#shared/contract/values.ts';
import { NO_SIGNS } from '../../fixtures/clinical.ts';
import { cutTail } from '../../fixtures/cut-tail.ts';
import { makeSafe, type SafeWard } from '../../fixtures/people.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
let safe: SafeWard;
let nurse: OperatorId;
let stayId: StayId;
const own = () => ({ operatorId: nurse });

beforeEach(async () => {
  ward = await openTestWard();
  safe = await makeSafe(ward, () => Date.parse('2022-04-04T04:00:00Z'));
  nurse = await safe.person('李小护', ['nurse', 'auditor']);
  await safe.signIn(nurse);
  const details = someone({ name: '王五', phone: '13900001234' });
  ({ stayId } = await ward.call(
    'stays.admit',
    { details, bedId: null, familyOf: null, convoyId: null },
    own(),
  ));
  await ward.call('stays.correct', { stayId, details: { remarks: '夜间咳嗽' } }, own());
});
afterEach(() => ward.close());

const check = (head?: string) => ward.call('audit.check', head === undefined ? {} : { head });
const rows = async () => (await ward.call('audit.list', {})).rows;

/** As somebody would who has the file and a SQLite shell: without triggers, and without the key. */
async function tamper(...statements: string[]): Promise<void> {
  await ward.router.settled();
  const raw = new Database(ward.file);
  const triggers = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  raw.pragma('foreign_keys = OFF');
  for (const statement of statements) raw.exec(statement);
  raw.close();
}
const problems = async (head?: string) => (await check(head)).problems.map(({ problem }) => problem);

describe('the audit trail', () => {
  it('has every act with who, as what, about whom, and what stood there before and after', async () => {
    const [correction, admission] = (await rows()).filter(({ procedure }) => procedure.startsWith('stays.'));
    expect(correction).toMatchObject({
      ...{ who: '李小护', roles: 'auditor nurse', procedure: 'stays.correct', outcome: 'done' },
      ...{
        about: expect.stringContaining('王五'),
        changes: [{ field: 'remarks', before: '', after: '夜间咳嗽' }],
      },
    });
    expect(admission).toMatchObject({ procedure: 'stays.admit', who: '李小护' });
    expect(await check()).toMatchObject({ clean: true, problems: [] });
  });

  it('has sign-ins and failed ones, refusals, and who looked at a record; once, not at every refresh', async () => {
    await safe.deskRefuses('people.signIn', { who: { operatorId: nurse }, secret: '111999' });
    await ward.refused('people.list', {});
    for (let n = 0; n < 3; n++) await ward.call('stays.record', { stayId });
    await ward.router.settled();
    const seen = (await rows()).map(({ procedure, outcome, code }) =>
      [procedure, outcome, code].join(' ').trim(),
    );
    expect(seen).toContain('people.signIn done');
    expect(seen).toContain('people.signIn refused wrong-secret');
    expect(seen).toContain('people.list refused not-allowed');
    expect(seen.filter((one) => one === 'stays.record seen')).toHaveLength(1);
    expect((await check()).clean).toBe(true);
  });

  it('is refused by the file itself when somebody edits or deletes a row', async () => {
    const raw = new Database(ward.file);
    expect(() => raw.exec("UPDATE audit SET who = 'x' WHERE seq = 1")).toThrow('append-only');
    expect(() => raw.exec('DELETE FROM audit')).toThrow('append-only');
    expect(() => raw.exec('DELETE FROM audit_anchor; UPDATE audit_start SET after_act = 99')).toThrow(
      'stays',
    );
    raw.close();
  });

  it('shows an edited row, and where', async () => {
    await tamper("UPDATE audit SET who = '别人' WHERE seq = 4");
    const { problems: found } = await check();
    expect(found[0]).toMatchObject({ seq: 4, problem: 'link' });
  });

  it('shows a row that was taken out, also where the numbers were closed up', async () => {
    await tamper('DELETE FROM audit WHERE seq = 3');
    expect(await problems()).toContain('gap');
    await tamper('UPDATE audit SET seq = seq - 1 WHERE seq > 3');
    expect((await check()).problems[0]).toMatchObject({ seq: 3, problem: 'link' });
  });

  it('shows a chain that was made anew without the key', async () => {
    const raw = new Database(ward.file);
    const all = raw.prepare('SELECT * FROM audit ORDER BY seq').all() as AuditRow[];
    raw.close();
    let before = 'fangcang/audit/begin';
    const anew = all.map((row) => {
      const { hash: _, ...content } = row.seq === 4 ? { ...row, who: '别人' } : row;
      before = linkOf(new Uint8Array(32).fill(7), before, content);
      return `UPDATE audit SET who = '${content.who}', hash = '${before}' WHERE seq = ${row.seq}`;
    });
    await tamper(...anew);
    expect((await check()).clean).toBe(false);
  });

  it('shows an act whose content was changed afterwards, or that was taken out of the file', async () => {
    await tamper("UPDATE act_change SET after = '无' WHERE field = 'remarks'");
    expect(await problems()).toEqual(['act-changed']);
    await tamper("DELETE FROM act WHERE procedure = 'stays.correct'");
    // Nor does the patient stand as the acts that are left have left them.
    expect(await problems()).toEqual(['act-missing', 'row-changed']);
  });

  it('shows a fact that was altered, ended, added or taken out afterwards', async () => {
    await ward.call('rounds.record', { stayId, signs: { ...NO_SIGNS, spo2: 96 } }, own());
    expect(await problems()).toEqual([]);
    await tamper('UPDATE observation SET spo2 = 99');
    expect(await problems()).toEqual(['act-changed']);
    await tamper('UPDATE observation SET spo2 = 96');
    expect(await problems()).toEqual([]);
    await tamper('UPDATE observation SET superseded_by = recorded_by');
    expect(await problems()).toEqual(['act-changed']);
    await tamper('UPDATE observation SET superseded_by = NULL');
    await tamper(`INSERT INTO stay_classification (stay_id, from_at, classification, recorded_by)
      SELECT stay_id, '2022-04-04T03:00:00.000Z', 'severe', recorded_by FROM stay_classification`);
    expect(await problems()).toEqual(['act-changed']);
    await tamper(
      "DELETE FROM stay_classification WHERE classification = 'severe'",
      'DELETE FROM observation',
    );
    expect(await problems()).toEqual(['act-changed']);
  });

  it('shows a patient’s data that were altered by no act, a patient put in or taken out, and rights given by nobody', async () => {
    const [corrected] = (await rows()).filter(({ procedure }) => procedure === 'stays.correct');
    await tamper("UPDATE person SET document_type = 'passport'");
    const admitted = expect.objectContaining({ problem: 'row-changed' });
    expect((await check()).problems).toEqual([admitted]);
    await tamper("UPDATE person SET document_type = 'none'", "UPDATE stay SET remarks = ''");
    expect((await check()).problems).toEqual([
      { seq: corrected?.seq, at: corrected?.at, problem: 'row-changed' },
    ]);
    await tamper("UPDATE stay SET remarks = '夜间咳嗽'");
    expect(await problems()).toEqual([]);
    await tamper(`INSERT INTO stay SELECT 'x', number + 1, person_id, family_id, convoy_id, address, district, street,
      first_positive_date, conditions, vaccine_doses, mobility, needs, companions, emergency_contact, emergency_phone,
      remarks, version FROM stay`);
    expect(await problems()).toEqual(['row-changed']);
    await tamper("DELETE FROM stay WHERE id = 'x'");
    await tamper(`INSERT INTO operator_role SELECT id, 'administrator' FROM operator WHERE name = '李小护'`);
    expect(await problems()).toEqual(['row-changed']);
    await tamper(
      "DELETE FROM operator_role WHERE role = 'administrator' AND operator_id = (SELECT id FROM operator WHERE name = '李小护')",
    );
    expect(await problems()).toEqual([]);
    await tamper('DELETE FROM stay', 'DELETE FROM person');
    expect(await problems()).toEqual(['row-changed', 'row-changed']);
    // Without what was kept of it, the act that kept it is another one.
    await tamper('DELETE FROM act_state');
    expect(new Set(await problems())).toContain('act-changed');
  });

  it('blames nobody where a stay went over to whom it turned out to be, and that was taken back', async () => {
    const passport = { documentType: 'passport', documentNumber: 'E10000001' } as const;
    await ward.call('stays.correct', { stayId, details: passport }, own());
    ward.at('2022-04-05 09:00');
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving }, { ...own(), reason: '家属来接' });
    ward.at('2022-04-06 09:00');
    const details = someone({ name: '不详，七号车' });
    const again = await ward.call(
      'stays.admit',
      { details, bedId: null, familyOf: null, convoyId: null },
      own(),
    );
    const named = { ...passport, phone: '15400000099' };
    const joined = await ward.call('stays.correct', { stayId: again.stayId, details: named }, own());
    expect(await problems()).toEqual([]);
    await ward.call('acts.undo', { actId: joined.actId, beds: [] }, own());
    expect((await ward.call('stays.record', { stayId })).stay.phone).toBe('13900001234');
    expect(await problems()).toEqual([]);
  });

  it('shows an act that nobody put on the trail', async () => {
    await tamper(`INSERT INTO act (id, procedure, operator_id, happened_at, recorded_at, late, reason, key)
      SELECT 'x', procedure, operator_id, happened_at, recorded_at, 0, '', 'y' FROM act ORDER BY seq DESC LIMIT 1`);
    expect(await problems()).toEqual(['act-unrecorded']);
  });

  it('shows a tail that was cut off, by a signed report or by a head from a paper', async () => {
    const { head } = await check();
    if (!head) throw new Error('no head');
    expect(await problems(head)).toEqual([]);
    const last = Number(head.split('-')[0]);
    await ward.router.settled();
    cutTail(ward.file, last - 2);
    expect(await problems()).toEqual([]);
    expect(await problems(head)).toEqual(['head-missing']);
    expect((await ward.refused('audit.check', { head: 'nothing' })).code).toBe('no-audit-head');
  });

  it('goes into each signed report, which shows a cut tail by itself', async () => {
    await safe.signIn(safe.administrator);
    const header = { operatorId: safe.administrator };
    const cutOff = '2022-04-04T12:00+08:00';
    const { hash } = await ward.call('daily.show', { cutOff });
    await ward.call('daily.sign', { cutOff, hash }, header);
    const [signed] = (await ward.call('daily.show', { cutOff })).signed;
    expect(signed?.auditHead).toMatch(/^\d+-[\w-]{43}$/);
    const seq = Number(signed?.auditHead?.split('-')[0]);
    await safe.signIn(nurse);
    expect(await problems()).toEqual([]);
    await tamper(
      `DELETE FROM act WHERE seq > (SELECT max(act_seq) FROM audit WHERE seq < ${seq})
        AND procedure <> 'daily.sign'`,
      `DELETE FROM audit WHERE seq >= ${seq}`,
    );
    expect(await problems()).toContain('head-missing');
  });

  it('is written for the whole ward or not at all: an act that fails leaves neither', async () => {
    const before = (await check()).rows;
    await tamper("CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");
    const reply = await ward.reply('stays.correct', {
      ...{ stayId, details: { remarks: '再改' } },
      act: { key: crypto.randomUUID(), operatorId: nurse },
    });
    expect(reply).toMatchObject({ ok: false, kind: 'defect' });
    await tamper('SELECT 1');
    expect((await check()).rows).toBe(before);
    const record = await ward.call('stays.record', { stayId });
    expect(JSON.stringify(record)).not.toContain('再改');
  });

  it('is found by person, procedure, outcome and whom it is about, and counts what it found', async () => {
    const all = await ward.call('audit.list', { about: '王五', outcome: 'done' });
    expect(all.rows.map(({ procedure }) => procedure)).toEqual(['stays.correct', 'stays.admit']);
    const mine = await ward.call('audit.list', { who: safe.administrator, procedure: 'people.', limit: 1 });
    expect(mine.total).toBeGreaterThan(1);
    expect(mine.rows).toHaveLength(1);
    const before = await ward.call('audit.list', { before: mine.rows[0]?.seq, who: safe.administrator });
    expect(before.rows.every(({ seq }) => seq < (mine.rows[0]?.seq ?? 0))).toBe(true);
  });

  it('leaves the program as a file, with every link', async () => {
    const { file, rows: written } = await ward.call('audit.exportFile', { madeBy: nurse, language: 'zh-CN' });
    const text = readFileSync(file, 'utf8');
    expect(written).toBeGreaterThan(5);
    expect(text).toContain('stays.correct');
    expect(text).toContain('更正资料');
    expect(text).toContain('备注：（空） → 夜间咳嗽');
  });
});
