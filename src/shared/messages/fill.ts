/** A sentence in the two languages of the desk, with `{{places}}` for what it names. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export type Language = 'zh-CN' | 'en';

export type Params = Readonly<Record<string, string>>;

/** Puts the parameters in. An unknown place stays visible, so that a slip is seen rather than hidden. */
export const fill = (sentence: Sentence, language: Language, params: Params = {}): string =>
  (language === 'en' ? sentence.en : sentence.zh).replace(
    /\{\{(\w+)\}\}/g,
    (place, name: string) => params[name] ?? place,
  );
