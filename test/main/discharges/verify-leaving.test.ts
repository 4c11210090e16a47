import { expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import { eveningBefore, LEAVING } from '../releases/list-fixture.ts';

it('a file in which somebody was sampled after they had left is found out', async () => {
  const { ward, ids } = await eveningBefore();
  const stayId = ids.man as StayId;
  ward.at('2022-04-08 09:00');
  await ward.call('discharges.commit', { stays: [{ stayId }], leaving: LEAVING });
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  const { seq } = await ward.db.read
    .selectFrom('act')
    .select('seq')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  await ward.db.write
    .insertInto('nat_sample')
    .values({
      ...{ stay_id: stayId, barcode: 'LATE', pooled: 0, recorded_by: seq },
      sampled_at: ward.at('2022-04-08 10:00'),
    })
    .execute();
  const { problems } = await ward.call('ward.verify', {});
  expect(problems.map(({ check }) => check)).toEqual([
    'nobody was sampled or observed after they had left',
    'the audit trail is whole',
  ]);
  await ward.close();
});
