import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { handsAt } from './hands.ts';

const DAYS = ['05', '06', '07', '08'].map((day) => `2022-04-${day}`);
let ward: TestWard;
let hands: ReturnType<typeof handsAt>;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:30');
  hands = handsAt(ward);
});
afterEach(() => ward.close());

/** Seven came on the first day. */
async function seven() {
  const people: Awaited<ReturnType<typeof hands.admit>>[] = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己', '庚']) people.push(await hands.admit(name));
  return people as [(typeof people)[number], ...typeof people];
}

describe('whoever has recovered', () => {
  it('left on a doctor’s order or into community care, and the share is of all admitted', async () => {
    const [onOrder, ...others] = await seven();
    const [community, hospital, against, died, other] = others as [typeof onOrder, ...typeof others];
    ward.at('2022-04-05 09:00');
    await hands.discharge(onOrder);
    if (!community || !hospital || !against || !died || !other) throw new Error('seven came');
    await hands.discharge(community, 'to-community', { destination: '船营社区' });
    await hands.discharge(hospital, 'to-hospital', { destination: '市第六医院' });
    await hands.discharge(against, 'against-advice');
    await hands.discharge(died, 'died');
    await hands.discharge(other, 'other');
    ward.at('2022-04-05 12:30');
    const { body, readOut } = await hands.show();
    expect(body.left.sinceOpening.byWay).toEqual({
      ...{ 'on-order': 1, 'to-community': 1, 'to-hospital': 1 },
      ...{ 'against-advice': 1, died: 1, other: 1 },
    });
    // Two of seven.
    expect(body.recovered).toBe(2);
    expect(readOut.zh).toContain('其中治愈出院 2 人，占累计收治的 28.6%。');
    expect(readOut.en).toContain('2 of them recovered, 28.6 % of all admitted.');
    const csv = readFileSync((await hands.file('csv')).file, 'utf8').replaceAll('"', '');
    expect(csv).toContain('累计治愈出院,,2');
    expect(csv).toContain('治愈出院占累计收治（%）,,28.6');
  });
});

describe('everybody admitted since opening', () => {
  it('is counted by stay: who is admitted again has come twice', async () => {
    await seven();
    const document = { documentType: 'resident-id', documentNumber: '220199199005250105' } as const;
    const first = await hands.admit('邹丽平', null, { ...document, sex: 'female' });
    ward.at('2022-04-05 09:00');
    await hands.discharge(first);
    ward.at('2022-04-05 10:00');
    expect(await hands.admit('邹丽平', null, document)).toMatchObject({ returning: true });
    ward.at('2022-04-05 12:30');
    const { body } = await hands.show();
    const { admitted, left, inHouse } = body;
    expect(admitted.sinceOpening.people).toBe(9);
    expect(admitted.sinceOpening.people - left.sinceOpening.people).toBe(inHouse.people);
  });
});

describe('days in a row with more discharges than admissions', () => {
  const streak = async (day: string) => {
    ward.at(`${day} 12:30`);
    return (await hands.show(`${day}T12:00+08:00`)).body.daysMoreLeft;
  };

  it('are counted back from the cut-off, and a day with as many of both ends the row', async () => {
    const people = await seven();
    const leave = async (day: string, count: number) => {
      ward.at(`${day} 10:00`);
      for (const one of people.splice(0, count)) await hands.discharge(one);
    };
    const [fifth = '', sixth = '', seventh = '', eighth = ''] = DAYS;
    await leave(fifth, 1);
    expect(await streak(fifth)).toBe(0);
    await leave(sixth, 2);
    await leave(seventh, 1);
    expect(await streak(seventh)).toBe(2);
    expect((await hands.show(`${seventh}T12:00+08:00`)).readOut.zh).toContain(
      '出舱人数（不含转院、死亡）已连续 2 天多于入舱人数。',
    );
    await leave(eighth, 1);
    await hands.admit('辛');
    expect(await streak(eighth)).toBe(0);
  });

  it('are none where people died or were moved to a hospital', async () => {
    const [died, moved] = await seven();
    const [, sixth = '', seventh = ''] = DAYS;
    ward.at(`${sixth} 10:00`);
    await hands.discharge(died, 'died');
    expect(await streak(sixth)).toBe(0);
    ward.at(`${seventh} 10:00`);
    if (moved) await hands.discharge(moved, 'to-hospital', { destination: '市第六医院' });
    expect(await streak(seventh)).toBe(0);
    const { body } = await hands.show(`${seventh}T12:00+08:00`);
    expect(body.left.inPeriod.people).toBe(1);
  });
});
