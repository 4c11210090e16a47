import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProcess } from '../fixtures/built-process.ts';
import { openTestWard, type TestWard } from '../fixtures/ward.ts';
import { admit, discharge } from '../main/papers/people.ts';

const WARD = builtProcess('ward');
let ward: TestWard;
let code: string;
let key: string;
let leaving: string;

beforeAll(async () => {
  ward = await openTestWard();
  const stayId = await admit(ward, 'A-01-01', { name: '张三' });
  ward.at('2022-04-08 09:00');
  leaving = (await discharge(ward, stayId)).actId;
  await ward.call('papers.prepare', { kind: 'certificate', stayIds: [stayId] });
  const row = await ward.db.read.selectFrom('certificate').selectAll().executeTakeFirstOrThrow();
  code = `FCD1.${row.payload}.${row.signature}`;
  key = join(ward.folder, 'public.pem');
  const { keys } = await ward.call('papers.publicKey', {});
  writeFileSync(key, keys[0]?.publicKey ?? '');
});
afterAll(() => ward.close());

const run = (args: string[], input = '') =>
  spawnSync(process.execPath, [WARD, 'verify-certificate', ...args, '--json'], { encoding: 'utf8', input });
const verdictOf = (args: string[], input?: string) => {
  const { status, stdout } = run(args, input);
  return { status, ...(JSON.parse(stdout) as { verdict: string; reason: string | null }) };
};
const elsewhere = () => ['--data', join(ward.folder, randomUUID())];

describe('ward verify-certificate', { timeout: 120_000 }, () => {
  it('asks the ward of the data folder, or the public key alone where there is no ward', () => {
    const fields = { name: '张三', number: 'FC2022-000001' };
    expect(verdictOf([code, '--data', ward.folder])).toMatchObject({ status: 0, verdict: 'valid', fields });
    expect(verdictOf(['-', '--key', key, ...elsewhere()], `${code}\n`)).toMatchObject({
      ...{ status: 0, verdict: 'valid', fields },
    });
  });

  it('ends with 1 for every other verdict', () => {
    const [, body = '', signature = ''] = code.split('.');
    const name = Buffer.from(body, 'base64url').toString().replace('张三', '李四');
    const forged = `FCD1.${Buffer.from(name).toString('base64url')}.${signature}`;
    expect(verdictOf([forged, '--key', key, ...elsewhere()])).toMatchObject({ status: 1, verdict: 'forged' });
    expect(verdictOf(['hello', '--key', key, ...elsewhere()])).toMatchObject({
      ...{ status: 1, verdict: 'unreadable' },
    });
    const otherKey = Buffer.from(
      Buffer.from(body, 'base64url')
        .toString()
        .replace(/[0-9a-f]{16}/, '0123456789abcdef'),
    );
    expect(verdictOf([`FCD1.${otherKey.toString('base64url')}.${signature}`, '--key', key])).toMatchObject({
      ...{ status: 1, verdict: 'unknown-key' },
    });
  });

  it('says void where the discharge was taken back, which the signature alone cannot know', async () => {
    await ward.call('acts.undo', { actId: leaving as never });
    expect(verdictOf([code, '--data', ward.folder])).toMatchObject({
      ...{ status: 1, verdict: 'void', reason: 'discharge-taken-back' },
    });
    expect(verdictOf([code, '--key', key, ...elsewhere()])).toMatchObject({ status: 0, verdict: 'valid' });
  });

  it('ends with 2 for a key that is none, and with 1 where there is no such file or no ward', () => {
    writeFileSync(join(ward.folder, 'not-a-key.pem'), 'hello');
    expect(run([code, '--key', join(ward.folder, 'not-a-key.pem')]).status).toBe(2);
    expect(run([code, '--key', join(ward.folder, 'none.pem')]).status).toBe(1);
    expect(run([code, ...elsewhere()]).status).toBe(1);
    expect(run([' ', '--key', key]).status).toBe(2);
  });
});
