import { fill, type Params, type Sentence } from '#shared/messages/fill.ts';

/** Why somebody on a list does not leave by it, and what else lists say about people. */
export const MEMBER_WORDS = {
  left: {
    zh: '已于 {{at}} 离院（{{way}}）。',
    en: 'Left at {{at}} ({{way}}).',
  },
  gone: { zh: '入舱记录已撤销。', en: 'The admission was taken back.' },
  fever: {
    zh: '签署后发热：{{at}} 体温 {{celsius}} ℃（≥ {{limit}} ℃）。',
    en: 'Fever since the list was signed: {{celsius}} °C at {{at}} (≥ {{limit}} °C).',
  },
  openFever: {
    zh: '24 小时内末次体温 {{celsius}} ℃（{{at}}，≥ {{limit}} ℃），须先复测正常。',
    en: 'The last temperature within 24 hours was {{celsius}} °C at {{at}} (≥ {{limit}} °C); it has to be normal again first.',
  },
  corrected: {
    zh: '检测结果于 {{at}} 更正，按更正后的结果符合出舱标准。',
    en: 'The test result was corrected at {{at}}; by the corrected result the person is eligible.',
  },
  alert: {
    zh: '已掉出 {{day}} 的出舱名单。{{why}}签署人：{{signers}}。',
    en: 'Dropped off the list for {{day}}. {{why}} Signed by {{signers}}.',
  },
} as const satisfies Record<string, Sentence>;

export interface Said {
  zh: string;
  en: string;
}

/** A sentence filled in both languages; parameters that are sentences themselves come in both. */
export function sayBoth(sentence: Sentence, params: Readonly<Record<string, string | Sentence>> = {}): Said {
  const inOne = (language: keyof Sentence): Params =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : value[language],
      ]),
    );
  return { zh: fill(sentence, 'zh-CN', inOne('zh')), en: fill(sentence, 'en', inOne('en')) };
}
