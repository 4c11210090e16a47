import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOVER_LISTS } from '#shared/contract/handover-body.ts';
import { type Instant, instantFromMillis } from '#shared/rules/instant.ts';
import { live, step } from '../../fixtures/random-days.ts';
import { openTestWard } from '../../fixtures/ward.ts';

const OPENED = Date.parse('2022-04-04T04:00:00Z');
const share = fc.double({ min: 0, max: 1, noNaN: true });

it('hands over of any days, in any zone, people who add up and are those of the accounts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 15, maxLength: 35 }),
      fc.array(fc.tuple(share, share), { minLength: 2, maxLength: 4 }),
      async (steps, asked) => {
        const ward = await openTestWard('small-20', '2022-04-04 12:00');
        try {
          let last = OPENED + 60_000;
          await live(ward, steps, async ({ recordedAt }) => {
            last = Date.parse(recordedAt);
          });
          const zoneIds = (await ward.call('handovers.list', {})).zones.map(({ zoneId }) => zoneId);
          const moment = (part: number): Instant =>
            instantFromMillis(Math.round(OPENED + part * (last - OPENED)));
          for (const [a, b] of asked) {
            const [from, to] = [moment(a), moment(b)].sort() as [Instant, Instant];
            if (from === to) continue;
            const { zones } = await ward.call('handovers.show', { zoneIds, from, to });
            const flow = await ward.call('figures.flow', { from, to });
            for (const { body } of zones) {
              const n = Object.fromEntries(
                (['opening', 'closing', ...MOVER_LISTS] as const).map((list) => [list, body[list].length]),
              ) as Record<'opening' | 'closing' | (typeof MOVER_LISTS)[number], number>;
              expect(n.opening + n.arrived + n.movedIn - n.movedOut - n.left).toBe(n.closing);
              const place = flow.places.find(({ zone }) => zone?.id === body.zone.id);
              const { within: _, ...figures } = n;
              expect(place).toMatchObject(figures);
              expect(new Set(body.closing.map(({ bed }) => bed)).size).toBe(n.closing);
            }
          }
          expect(ward.defects).toEqual([]);
        } finally {
          await ward.close();
        }
      },
    ),
    { numRuns: Number(process.env.DAYS ?? 15) },
  );
}, 200_000);
