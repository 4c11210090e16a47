import type { TFunction } from 'i18next';
import type { ListedSample } from '#shared/contract/release-list.ts';

/** `ORF1ab 36.2 / N 未检出`, as the files say it (src/main/releases/sample-words.ts). */
export function ctOf(sample: ListedSample | undefined, t: TFunction): string {
  if (!sample) return '';
  const one = ({ reading, ct }: ListedSample['orf']) =>
    ct === null ? t(`vocabulary.geneReadings.${reading}`) : String(ct);
  return `ORF1ab ${one(sample.orf)} / N ${one(sample.n)}`;
}
