import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import type { Reply } from '#shared/contract/refusal.ts';
import type { ActId, StayId } from '#shared/contract/values.ts';
import { builtProcess } from '../fixtures/built-process.ts';
import { openTestWard, someone } from '../fixtures/ward.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 1000);

async function openOtherDesk(folder: string): Promise<ChildProcess> {
  const desk = fork(builtProcess('other-desk'), [folder, 'serve']);
  await once(desk, 'message');
  return desk;
}

async function ask(desk: ChildProcess, name: string, input: object): Promise<Reply> {
  desk.send({ name, input, id: 1 });
  const [answer] = (await once(desk, 'message')) as [{ reply: Reply }];
  return answer.reply;
}

it('lets one of two desks have the bed that both want, a thousand times, and tells the other who', async () => {
  const ward = await openTestWard('small-20', '2022-04-04 12:00');
  const desks = [await openOtherDesk(ward.folder), await openOtherDesk(ward.folder)] as const;
  try {
    const names = ['邹丽平', '丁林宁'];
    const stays: StayId[] = [];
    for (const name of names) {
      const { stayId } = await ward.call('stays.admit', {
        details: someone({ name }),
        bedId: null,
        familyOf: null,
        convoyId: null,
      });
      stays.push(stayId);
    }
    const bedId = await ward.bed('A-01-01');
    const wins = [0, 0];
    ward.realTime();
    for (let round = 0; round < ROUNDS; round++) {
      const replies = await Promise.all(
        desks.map((desk, i) => ask(desk, 'stays.assign', { stayId: stays[i], bedId, override: true })),
      );
      const winner = replies.findIndex(({ ok }) => ok);
      const [won, lost] = [replies[winner], replies[1 - winner]];
      if (!won?.ok || !lost || lost.ok || lost.kind !== 'refused') throw new Error(JSON.stringify(replies));
      expect(lost.refusal).toMatchObject({
        code: 'bed-taken',
        params: { bed: 'A-01-01', name: names[winner] },
      });
      wins[winner] = (wins[winner] ?? 0) + 1;
      await ward.call('acts.undo', { actId: (won.value as { actId: ActId }).actId });
    }
    expect(wins[0]).toBeGreaterThan(0);
    expect(wins[1]).toBeGreaterThan(0);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  } finally {
    for (const desk of desks) desk.kill();
    await ward.close();
  }
}, 400_000);
