import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSections } from '#main/papers/handover-page-rules.ts';
import type { HandoverBody } from '#shared/contract/handover-body.ts';
import type { StayId } from '#shared/contract/values.ts';
import { ZONE } from '../../fixtures/ward.ts';
import { openShiftWard, type ShiftWard } from '../handovers/shift.ts';

let shift: ShiftWard;
beforeEach(async () => {
  shift = await openShiftWard();
});
afterEach(() => shift.ward.close());

const pages = (input: object) =>
  shift.ward.call('papers.handoverPages', { madeBy: '王护士', language: 'zh-CN', ...input });
const wordsOf = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ');

/** People of one zone in as many rows as asked for. */
const many = (body: HandoverBody, n: number): HandoverBody => {
  const person = (i: number) => ({
    stayId: `01980000-0000-7000-8000-${String(i).padStart(12, '0')}` as StayId,
    ...{ number: i, name: `病人${i}`, bed: `A-01-${String(i).padStart(2, '0')}` },
  });
  const all = Array.from({ length: n }, (_, i) => person(i));
  const change = {
    ...{ at: body.to, score: { from: 1, to: 5 }, because: [{ zh: '血氧 98→92', en: 'SpO2 98→92' }] },
    state: { from: 'none', to: 'urgent' } as const,
  };
  const moved = { at: body.to, other: 'B-01-01', way: null };
  return {
    ...body,
    worse: all.map((one) => ({ ...one, ...change })),
    better: all.map((one) => ({ ...one, ...change })),
    arrived: all.map((one) => ({ ...one, ...moved })),
    movedIn: all.map((one) => ({ ...one, ...moved })),
    left: all.map((one) => ({ ...one, ...moved, way: 'on-order' as const })),
    tests: all.map((one) => ({ ...one, why: 'due' as const, dueAt: body.to, sentence: { zh: '', en: '' } })),
  };
};

describe('a handover on paper', () => {
  it('says what was signed and by whom, and who printed it when', async () => {
    await shift.admit('周一鸣', 'A-01-01');
    shift.ward.at('2022-04-04 11:30');
    await shift.ward.call('handovers.writeNote', { zoneId: await shift.zone('A'), text: '2 号氧瓶漏气' });
    const { handoverId, hash } = await shift.give();
    const before = wordsOf((await pages({ handoverIds: [handoverId] })).documents[0]?.html ?? '');
    expect(before).toMatch(/移交人.*李护士.*2022-04-04 11:30.*接班人.*____/s);
    await shift.take(handoverId, hash);
    const { documents } = await pages({ handoverIds: [handoverId] });
    const words = wordsOf(documents[0]?.html ?? '');
    for (const said of [
      '长春市体育场方舱医院',
      '2022-04-04 08:00 — 2022-04-04 11:30',
      '2 号氧瓶漏气',
      '王护士',
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('未签字');
    await shift.ward.call('handovers.withdraw', { handoverId }, { reason: '写错' });
    expect(wordsOf((await pages({ handoverIds: [handoverId] })).documents[0]?.html ?? '')).toMatch(
      /WITHDRAWN.*写错/s,
    );
  });

  it('says that nobody has signed it while nobody has', async () => {
    shift.ward.at('2022-04-04 11:30');
    const { body } = await shift.show();
    const { documents } = await pages({
      unsigned: [{ zoneId: await shift.zone('A'), from: body.from, to: body.to }],
    });
    expect(documents).toMatchObject([{ papers: 1 }]);
    expect(wordsOf(documents[0]?.html ?? '')).toContain('未签字');
  });

  it('never leaves anything out without saying how much, however much there is', async () => {
    shift.ward.at('2022-04-04 11:30');
    const { body } = await shift.show();
    for (const n of [0, 1, 5, 12, 80, 400]) {
      const sections = pageSections(many(body, n), 'zh-CN', ZONE);
      for (const { count, rows, more, title } of sections) {
        const left = Number(/另有 (\d+) 项/.exec(more ?? '')?.[1] ?? 0);
        expect([title.zh, rows.length + left]).toEqual([title.zh, Number(count)]);
      }
      const inRows = sections.filter(({ inline }) => !inline);
      const lines = inRows.reduce((sum, { rows, more }) => sum + 1 + rows.length + (more ? 1 : 0), 0);
      expect(lines).toBeLessThanOrEqual(47);
    }
  });
});
