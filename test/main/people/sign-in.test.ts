import { hash } from '@node-rs/argon2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperatorId } from '#shared/contract/values.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { ADMINISTRATOR, makeSafe, type SafeWard, SECRET } from '../../fixtures/people.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
let safe: SafeWard;
let now = 0;
const later = (seconds: number) => {
  now += seconds * 1000;
  ward.at(new Date(now + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));
};

beforeEach(async () => {
  ward = await openTestWard();
  now = Date.parse('2022-04-04T04:00:00Z');
  safe = await makeSafe(ward, () => now);
});
afterEach(() => ward.close());

const attempt = (operatorId: OperatorId, secret: string) => ({ who: { operatorId }, secret });
const stored = (operatorId: OperatorId) =>
  ward.db.read
    .selectFrom('credential')
    .selectAll()
    .where('operator_id', '=', operatorId)
    .where('kind', '=', 'secret')
    .executeTakeFirstOrThrow();

describe('signing in', () => {
  it('makes the first administrator once, who is signed in and sees who else works here', async () => {
    const status = await safe.desk('people.status', {});
    expect(status).toMatchObject({ signInRequired: true, needsAdministrator: false, locked: false });
    expect(status.signedIn).toMatchObject({ name: ADMINISTRATOR, roles: ['administrator', 'team-lead'] });
    const again = await safe.deskRefuses('people.firstAdministrator', { name: '别人', secret: SECRET });
    expect(again.code).toBe('has-administrator');
    const people = await ward.call('people.list', {});
    expect(people.find(({ name }) => name === '李护士')).toMatchObject({
      roles: ['nurse'],
      hasSecret: false,
    });
    const made = people.find(({ name }) => name === ADMINISTRATOR);
    expect(made?.lastSignIn).toBe(status.signedIn?.since);
  });

  it('keeps no secret and no code as it was typed, anywhere in the file', async () => {
    const { readFileSync } = await import('node:fs');
    for (const end of ['', '-wal']) {
      const bytes = readFileSync(`${ward.file}${end}`);
      expect(bytes.includes(SECRET)).toBe(false);
      expect(bytes.includes(safe.recoveryCode)).toBe(false);
    }
    expect((await stored(safe.administrator)).hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('refuses a wrong secret, and after the fifth makes each further attempt wait longer', async () => {
    const waits: string[] = [];
    for (let n = 0; n < 8; n++) {
      const refusal = await safe.deskRefuses('people.signIn', attempt(safe.administrator, '000111'));
      waits.push(refusal.code);
      if (refusal.code === 'locked-out') later(Number(refusal.params.seconds));
    }
    expect(waits).toEqual([
      ...['wrong-secret', 'wrong-secret', 'wrong-secret', 'wrong-secret', 'wrong-secret'],
      ...['locked-out', 'wrong-secret', 'locked-out'],
    ]);
    await safe.signIn(safe.administrator);
    const { failures } = await ward.db.read.selectFrom('sign_in_state').selectAll().executeTakeFirstOrThrow();
    expect(failures).toBe(0);
  });

  it('counts attempts made all at once as many', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        safe.deskRefuses('people.signIn', attempt(safe.administrator, `00011${n}`)),
      ),
    );
    expect(all.filter(({ code }) => code === 'wrong-secret')).toHaveLength(5);
    expect(all.filter(({ code }) => code === 'locked-out')).toHaveLength(7);
  });

  it('does not keep somebody out for a day because the clock was set back', async () => {
    for (let n = 0; n < 5; n++)
      await safe.deskRefuses('people.signIn', attempt(safe.administrator, '000111'));
    later(-86_400);
    const refusal = await safe.deskRefuses('people.signIn', attempt(safe.administrator, SECRET));
    expect(refusal.code).toBe('locked-out');
    expect(Number(refusal.params.seconds)).toBeLessThanOrEqual(15);
  });

  it('makes a hash of other parameters anew when its owner signs in', async () => {
    const old = await hash(SECRET, { memoryCost: 4096, timeCost: 3, parallelism: 1 });
    await ward.db.write.updateTable('credential').set({ hash: old }).where('kind', '=', 'secret').execute();
    await safe.signIn(safe.administrator);
    expect((await stored(safe.administrator)).hash).toMatch(/m=19456,t=2,p=1/);
    await safe.signIn(safe.administrator);
  });

  it('asks for a secret of one’s own where somebody else has set it, before anything else', async () => {
    const header = { operatorId: safe.administrator };
    const { operatorId } = await ward.call('ward.addOperator', { name: '赵护士' }, header);
    expect(await safe.deskRefuses('people.signIn', attempt(operatorId, SECRET))).toMatchObject({
      code: 'cannot-sign-in',
    });
    await safe.desk('people.setSecret', { operatorId, secret: '604812' });
    await safe.signIn(operatorId, '604812');
    expect((await ward.refused('ward.census', {})).code).toBe('secret-must-change');
    const same = await safe.deskRefuses('people.setSecret', {
      operatorId,
      secret: '604812',
      present: '604812',
    });
    expect(same.code).toBe('secret-same');
    await safe.desk('people.setSecret', { operatorId, secret: '713355', present: '604812' });
    await ward.call('ward.census', {});
  });

  it('lets nobody set the secret of somebody else without managing people', async () => {
    const nurse = await safe.person('钱护士', ['nurse']);
    await safe.signIn(nurse);
    const refusal = await safe.deskRefuses('people.setSecret', {
      operatorId: safe.administrator,
      secret: '604812',
    });
    expect(refusal.code).toBe('not-allowed');
  });

  it('finds whoever a badge belongs to; the secret is still asked for', async () => {
    const header = { operatorId: safe.administrator };
    const nurse = await safe.person('孙护士', ['nurse']);
    await ward.call('people.setPerson', { person: nurse, badge: 'FC-00071' }, header);
    expect(await safe.desk('people.whose', { badge: 'FC-00071' })).toEqual({
      operatorId: nurse,
      name: '孙护士',
    });
    const signed = await safe.desk('people.signIn', { who: { badge: 'FC-00071' }, secret: SECRET });
    expect(signed.name).toBe('孙护士');
    expect((await safe.deskRefuses('people.whose', { badge: 'FC-1' })).code).toBe('unknown-badge');
    ward.as(safe.sessions.actor());
    await safe.signIn(safe.administrator);
    const taken = await ward.refused(
      'people.setPerson',
      { person: safe.administrator, badge: 'FC-00071' },
      header,
    );
    expect(taken).toMatchObject({ code: 'badge-taken', params: { name: '孙护士' } });
  });

  it('locks: nothing is seen or done until somebody signs in again, the same or another', async () => {
    const nurse = await safe.person('周护士', ['nurse']);
    safe.sessions.lock();
    expect(safe.sessions.actor()).toBeNull();
    expect(await safe.desk('people.status', {})).toMatchObject({
      locked: true,
      signedIn: { name: ADMINISTRATOR },
    });
    ward.as(safe.sessions.actor());
    expect((await ward.refused('ward.census', {})).code).toBe('sign-in-needed');
    await safe.signIn(nurse);
    await ward.call('ward.census', {});
    later(13 * 3600);
    expect(safe.sessions.actor()).toBeNull();
  });

  it('signs whoever it was out when no duty can last any longer, also behind the lock', async () => {
    safe.sessions.lock();
    later(12 * 3600);
    safe.sessions.endIfOver();
    expect((await safe.desk('people.status', {})).signedIn).toMatchObject({ name: ADMINISTRATOR });
    later(120);
    safe.sessions.endIfOver();
    expect(await safe.desk('people.status', {})).toMatchObject({ signedIn: null, locked: true });
    await safe.signIn(safe.administrator);
  });

  it('tells by a right whether break-glass would help, in words and for the screen', async () => {
    const logistics = await safe.person('冯师傅', ['logistics']);
    await safe.signIn(logistics);
    const read = await ward.refused('stays.search', { text: '张' });
    expect(read).toMatchObject({ code: 'not-allowed', params: { right: 'patients.read' } });
    expect(sayRefusal(read, 'zh-CN')).toContain('紧急授权');
    const house = await ward.refused('people.list', {});
    expect(house).toMatchObject({ code: 'not-allowed', params: { right: 'people.manage' } });
    expect(sayRefusal(house, 'zh-CN')).not.toContain('紧急授权');
    expect(sayRefusal(house, 'en')).not.toContain('break-glass');
  });

  it('lets a second person act once at the same desk, by their own secret', async () => {
    const nurse = await safe.person('吴护士', ['nurse']);
    await safe.signIn(nurse);
    const add = { name: '新来的' };
    const asAdministrator = { operatorId: safe.administrator };
    expect((await ward.refused('ward.addOperator', add, asAdministrator)).code).toBe('not-signed-in-as');
    await safe.desk('people.prove', attempt(safe.administrator, SECRET));
    ward.as(safe.sessions.actor());
    const giveBack = safe.sessions.spend(safe.administrator);
    expect(safe.sessions.actor()).toMatchObject({ proven: [] });
    giveBack();
    expect(safe.sessions.actor()).toMatchObject({ proven: [safe.administrator] });
    safe.sessions.spend(safe.administrator);
    await ward.call('ward.addOperator', add, asAdministrator);
    ward.as(safe.sessions.actor());
    const again = await ward.refused('ward.addOperator', { name: '又来的' }, asAdministrator);
    expect(again.code).toBe('not-signed-in-as');
    await safe.desk('people.prove', attempt(safe.administrator, SECRET));
    later(121);
    ward.as(safe.sessions.actor());
    expect((await ward.refused('ward.addOperator', { name: '又来的' }, asAdministrator)).code).toBe(
      'not-signed-in-as',
    );
  });

  it('gives a secret back by the code on paper, once for each code', async () => {
    const code = safe.recoveryCode.toLowerCase().replaceAll('-', ' ');
    const recovered = await safe.desk('people.recover', {
      operatorId: safe.administrator,
      code,
      secret: 'correct horse',
    });
    await safe.signIn(safe.administrator, 'correct horse');
    const again = await safe.deskRefuses('people.recover', {
      operatorId: safe.administrator,
      code,
      secret: SECRET,
    });
    expect(again.code).toBe('wrong-recovery-code');
    expect(recovered.recoveryCode).not.toBe(safe.recoveryCode);
  });

  it('takes rights away at once, also from whoever is signed in', async () => {
    const nurse = await safe.person('郑护士', ['nurse']);
    await safe.signIn(nurse);
    const asNurse = safe.sessions.actor();
    await ward.call('stays.search', { text: '张' });
    await safe.signIn(safe.administrator);
    const header = { operatorId: safe.administrator };
    await ward.call('people.setPerson', { person: nurse, roles: ['logistics'] }, header);
    ward.as(asNurse);
    expect((await ward.refused('stays.search', { text: '张' })).code).toBe('not-allowed');
    await safe.signIn(safe.administrator);
    await ward.call('people.setPerson', { person: nurse, active: false }, header);
    ward.as(asNurse);
    expect((await ward.refused('ward.census', {})).code).toBe('sign-in-needed');
  });

  it('never loses its last administrator', async () => {
    const header = { operatorId: safe.administrator };
    const person = safe.administrator;
    for (const change of [{ active: false }, { roles: ['nurse' as const] }]) {
      expect((await ward.refused('people.setPerson', { person, ...change }, header)).code).toBe(
        'last-administrator',
      );
    }
    const role = await ward.refused(
      'people.setRole',
      { role: 'administrator', rights: ['ward.read'] },
      header,
    );
    expect(role.code).toBe('last-administrator');
    expect((await safe.desk('people.status', {})).signedIn?.rights).toContain('people.manage');
  });
});
