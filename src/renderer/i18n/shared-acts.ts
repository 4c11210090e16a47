import { ACT_WORDS, type ActName } from '#shared/messages/act-words.ts';
import type { Sentence } from '#shared/messages/fill.ts';

type FeatureOf<N> = N extends `${infer Feature}.${string}` ? Feature : never;
type VerbOf<N, Feature extends string> = N extends `${Feature}.${infer Verb}` ? Verb : never;
type ActWords = {
  readonly [F in FeatureOf<ActName>]: { readonly [V in VerbOf<ActName, F>]: string };
};

/** The names of acts that screens share with the audit trail and its file: `acts.stays.move`. */
export function sharedActs(language: keyof Sentence): ActWords {
  const words: Record<string, Record<string, string>> = {};
  for (const [name, sentence] of Object.entries<Sentence>(ACT_WORDS)) {
    const [feature = '', verb = ''] = name.split('.');
    words[feature] = { ...words[feature], [verb]: sentence[language] };
  }
  return words as unknown as ActWords;
}
