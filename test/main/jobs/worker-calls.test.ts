import { afterAll, beforeAll, expect, it } from 'vitest';
import { workerCalls } from '#main/jobs/worker-calls.ts';
import { WORKER_ENDED } from '#shared/contract/refusal.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeAll(async () => {
  ward = await openTestWard();
  ward.realTime();
});
afterAll(() => ward.close());

it('answers every waiting call when the thread of long work ends, and the next call hires another', async () => {
  const defects: unknown[] = [];
  const log = {
    defect: (_id: string, _name: string, error: unknown) => defects.push(error),
    slow: () => undefined,
  };
  const start = { file: ward.file, exportFolder: ward.folder, trustsPaths: false, secret: ward.db.secret };
  // The real thread, in which the first call ends the thread itself instead of answering.
  const dying = new URL('../../fixtures/dying-worker.ts', import.meta.url);
  const calls = workerCalls(dying, start, log, () => undefined);
  const waiting = ['ward.verify', 'ward.verify'].map((name) => calls.call(name, {}, { actor: 'desk' }));
  for (const reply of await Promise.all(waiting))
    expect(reply).toEqual({ ok: false, kind: 'defect', id: WORKER_ENDED });
  expect(await calls.call('ward.verify', {}, { actor: 'desk' })).toMatchObject({
    ok: true,
    value: { clean: true },
  });
  await calls.close();
});
