import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watermarked } from '#main/papers/watermark.ts';
import { readStanding } from '#main/people/access-repository.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { ADMINISTRATOR, makeSafe, type SafeWard } from '../../fixtures/people.ts';
import { openTestWard, type TestWard, ZONE } from '../../fixtures/ward.ts';

let ward: TestWard;
let safe: SafeWard;
beforeAll(async () => {
  ward = await openTestWard();
  safe = await makeSafe(ward, Date.now);
});
afterAll(() => ward.close());

const PAGE = '<html><body><p>名单</p></body></html>';

async function marked(name: 'roll-call' | 'wristband' | 'sample-label', signedIn = true): Promise<string> {
  const now = instantFromMillis(Date.now());
  const person = signedIn ? await readStanding(ward.db.read, safe.administrator, now) : null;
  const access = { person, has: () => true, is: () => true };
  return watermarked(ward.db.read, name, PAGE, { access, now, zone: ZONE } as never);
}

const turn = (watermark: boolean) =>
  ward.call(
    'ward.changeSettings',
    { settings: { signIn: { lockAfterMinutes: 10, watermark } } },
    { operatorId: safe.administrator },
  );

describe('a printed page', () => {
  it('carries the name of whoever had it printed where the hospital asks for it, inside the page', async () => {
    await turn(false);
    expect(await marked('roll-call')).toBe(PAGE);
    await turn(true);
    const html = await marked('roll-call');
    expect(html).toContain(ADMINISTRATOR);
    expect(html.endsWith('</div></body></html>')).toBe(true);
    expect(html).toContain('<p>名单</p>');
  });

  it('carries none where a scanner reads, and none where nobody is signed in', async () => {
    await turn(true);
    expect(await marked('wristband')).toBe(PAGE);
    expect(await marked('sample-label')).toBe(PAGE);
    expect(await marked('roll-call', false)).toBe(PAGE);
  });
});
