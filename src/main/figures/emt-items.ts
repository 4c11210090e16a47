import type { FigureRow } from '#shared/contract/figures.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import type { Sentence } from '#shared/messages/fill.ts';

/**
 * The items of the WHO minimum data set for emergency medical teams (daily form, version 1.0 of 2016) that this
 * desk knows something of, by their numbers. Which were left out, and what is not verified: docs/exchange.md. A
 * changed mapping is a new version there and here.
 */
export const EMT_MAPPING = 1;

export type EmtPerson = Pick<FigureRow, 'sex' | 'age'> & { pregnant: boolean };
export type EmtLeaver = EmtPerson & { way: WayOfLeaving | null };

interface Item<P> {
  number: number;
  name: Sentence;
  counts: (person: P) => boolean;
}

const everybody = () => true;

/** Of those who arrived in the day: the form counts each patient once, at the first visit. */
export const ARRIVAL_ITEMS: readonly Item<EmtPerson>[] = [
  { number: 1, name: { zh: '男性', en: 'Male' }, counts: ({ sex }) => sex === 'male' },
  {
    number: 2,
    name: { zh: '女性（未孕）', en: 'Female, not pregnant' },
    counts: ({ sex, pregnant }) => sex === 'female' && !pregnant,
  },
  {
    number: 3,
    name: { zh: '女性（妊娠）', en: 'Female, pregnant' },
    counts: ({ sex, pregnant }) => sex === 'female' && pregnant,
  },
  {
    number: 19,
    name: { zh: '本次事件指定病种：新型冠状病毒感染', en: 'Event-specific slot: COVID-19' },
    counts: everybody,
  },
  { number: 40, name: { zh: '收治入院', en: 'Admission' }, counts: everybody },
  { number: 44, name: { zh: '与事件直接相关', en: 'Directly related to the event' }, counts: everybody },
];

/** Of those who left in the day. Everybody who is sent home is followed for seven days. */
export const LEAVER_ITEMS: readonly Item<EmtLeaver>[] = [
  {
    number: 37,
    name: { zh: '出院（需随访）', en: 'Discharge with medical follow-up' },
    counts: ({ way }) => way === 'on-order' || way === 'to-community',
  },
  {
    number: 38,
    name: { zh: '违背医嘱离院', en: 'Discharge against medical advice' },
    counts: ({ way }) => way === 'against-advice',
  },
  { number: 39, name: { zh: '转诊', en: 'Referral' }, counts: ({ way }) => way === 'to-hospital' },
  { number: 42, name: { zh: '院内死亡', en: 'Death within facility' }, counts: ({ way }) => way === 'died' },
];

/** The age groups of the form, in whole years; last those of whom no date of birth is known. */
export const EMT_AGES: readonly { name: Sentence; holds: (age: number | null) => boolean }[] = [
  { name: { zh: '<1 岁', en: '<1' }, holds: (age) => age !== null && age < 1 },
  { name: { zh: '1–4 岁', en: '1–4' }, holds: (age) => age !== null && age >= 1 && age <= 4 },
  { name: { zh: '5–17 岁', en: '5–17' }, holds: (age) => age !== null && age >= 5 && age <= 17 },
  { name: { zh: '18–64 岁', en: '18–64' }, holds: (age) => age !== null && age >= 18 && age <= 64 },
  { name: { zh: '≥65 岁', en: '65+' }, holds: (age) => age !== null && age >= 65 },
  { name: { zh: '年龄不详', en: 'Age unknown' }, holds: (age) => age === null },
];

/** One line: how many in each age group, then all. */
export function countByAge<P extends EmtPerson>(
  people: readonly P[],
  counts: (person: P) => boolean,
): number[] {
  const counted = people.filter(counts);
  return [...EMT_AGES.map(({ holds }) => counted.filter(({ age }) => holds(age)).length), counted.length];
}
