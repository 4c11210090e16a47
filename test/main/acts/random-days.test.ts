import fc from 'fast-check';
import { expect, it } from 'vitest';
import { live, step } from '../../fixtures/random-days.ts';
import { openTestWard } from '../../fixtures/ward.ts';

it('holds every invariant through any day of acts and undos', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const ward = await openTestWard('small-20', '2022-04-04 12:00');
      try {
        await live(ward, steps);
        expect((await ward.call('ward.verify', {})).problems).toEqual([]);
        const { beds, patients } = await ward.call('ward.census', {});
        expect(beds.occupied + patients.waiting).toBe(patients.inHouse);
        expect(patients.admittedTotal - patients.dischargedTotal).toBe(patients.inHouse);
      } finally {
        await ward.close();
      }
    }),
    // A broken day is told within the test's own time, shrunk as far as it came by then.
    { numRuns: Number(process.env.DAYS ?? 60), interruptAfterTimeLimit: 240_000 },
  );
}, 300_000);
