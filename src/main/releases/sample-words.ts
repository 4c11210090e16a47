import type { GeneReading } from '#shared/contract/clinical-vocabulary.ts';
import type { ListedSample } from '#shared/contract/release-list.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';

/** `36.2`, or the word for what the laboratory wrote instead. */
function geneText({ reading, ct }: { reading: GeneReading; ct: number | null }, language: Language): string {
  return ct === null ? fill(VOCABULARY.geneReading[reading], language) : String(ct);
}

/** `ORF1ab 36.2 / N 未检出`. */
export const ctText = ({ orf, n }: ListedSample, language: Language): string =>
  `ORF1ab ${geneText(orf, language)} / N ${geneText(n, language)}`;

/** `2022-04-07 06:40`, on the hospital's clocks. */
export const shownTime = (instant: Instant, zone: TimeZone): string =>
  localOf(instant, zone).slice(0, 16).replace('T', ' ');
