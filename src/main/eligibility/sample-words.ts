import type { Gene } from '#shared/contract/clinical-vocabulary.ts';
import { CLINICAL_VOCABULARY } from '#shared/messages/clinical-vocabulary.ts';
import type { Sentence } from '#shared/messages/fill.ts';
import { type Clock, say, whenRead } from './eligibility-sentences.ts';
import type { GeneResult, SampleFacts } from './eligibility-types.ts';

export const geneName = (gene: Gene): Sentence => CLINICAL_VOCABULARY.gene[gene];

/** Samples told in full; those before them only as a number. */
const SHOWN = 4;

/** The last samples with what was found in them. */
export function sawOf(samples: readonly SampleFacts[], clock: Clock): Sentence {
  if (samples.length === 0) return say('saw-no-test');
  return whenRead((language) => {
    const said = samples
      .slice(-SHOWN)
      .map((sample) => `${clock.time(sample.sampledAt)[language]} ${readingOf(sample)[language]}`);
    const earlier = samples.length - SHOWN;
    if (earlier > 0) said.unshift(say('saw-earlier', { count: earlier })[language]);
    return said.join(language === 'zh' ? '；' : '; ');
  });
}

/** A result in a few words: both genes as reported, or the laboratory's word where there is no more. */
export function readingOf({ outcome, orf, n, pooled }: SampleFacts): Sentence {
  const wordOnly = orf.reading === 'missing' && n.reading === 'missing';
  return whenRead((language) => {
    const genes = wordOnly ? [] : [geneWords('orf', orf, language), geneWords('n', n, language)];
    const said =
      wordOnly || outcome === 'invalid' ? [say(OUTCOME_WORDS[outcome ?? 'pending'])[language]] : [];
    const text = [...genes, ...said].join(language === 'zh' ? ' ' : ', ');
    return pooled ? text + say('saw-pooled')[language] : text;
  });
}

const OUTCOME_WORDS = {
  positive: 'saw-word-positive',
  negative: 'saw-word-negative',
  invalid: 'saw-invalid',
  pending: 'saw-pending',
} as const;

const geneWords = (gene: Gene, { reading, ct }: GeneResult, language: 'zh' | 'en'): string =>
  `${geneName(gene)[language]} ${reading === 'ct' ? ct : CLINICAL_VOCABULARY.geneReading[reading][language]}`;
