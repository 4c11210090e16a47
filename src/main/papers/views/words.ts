import type { ListedSample } from '#shared/contract/release-list.ts';
import type { DocumentType, Sex } from '#shared/contract/vocabulary.ts';
import type { Sentence } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import { type Instant, type LocalDate, localDateOf, localOf, type TimeZone } from '#shared/rules/instant.ts';

/** A word in both languages, as templates show it: `{{sex.zh}} {{sex.en}}`. */
export type Both = Sentence;

export const both = (zh: string, en: string): Both => ({ zh, en });

/** 2022年4月8日 and 2022-04-08. */
export function dayWords(day: LocalDate): Both {
  const [year, month, date] = day.split('-').map(Number);
  return { zh: `${year}年${month}月${date}日`, en: day };
}

export const dayOf = (at: Instant, zone: TimeZone): Both => dayWords(localDateOf(at, zone));

/** 2022-04-08 06:40 on the hospital's clocks. */
export const timeOf = (at: Instant, zone: TimeZone): string =>
  localOf(at, zone).slice(0, 16).replace('T', ' ');

interface Person {
  name: string;
  sex: Sex;
  age: number | null;
  documentType: DocumentType;
  documentNumber: string | null;
}

/** Who it is, on every paper in the same fields. */
export const personWords = ({ name, sex, age, documentType, documentNumber }: Person) => ({
  name,
  sex: VOCABULARY.sex[sex],
  age: age === null ? null : String(age),
  document: VOCABULARY.documentType[documentType],
  documentNumber,
});

/** A Ct value is the same in both languages and stands only once, in `zh`. */
const geneWord = ({ reading, ct }: ListedSample['orf']): Both =>
  reading === 'ct' && ct !== null ? both(`Ct ${ct}`, '') : VOCABULARY.geneReading[reading];

/** One sample: when, both genes, and the laboratory's word. */
export const sampleWords = (
  sample: Omit<ListedSample, 'outcome'> & Pick<ListedSample, 'outcome'>,
  zone: TimeZone,
) => ({
  at: timeOf(sample.sampledAt, zone),
  orf: geneWord(sample.orf),
  n: geneWord(sample.n),
  outcome: sample.outcome === null ? both('待报告', 'awaited') : VOCABULARY.natOutcome[sample.outcome],
});
