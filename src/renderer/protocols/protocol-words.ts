import type { TFunction } from 'i18next';
import type { Protocol } from '#shared/contract/protocol.ts';
import { language } from '../i18n/index.ts';
import { type FieldName, fieldOf, readField } from './protocol-fields.ts';

export const nameOf = ({ name }: Protocol): string => (language() === 'en' ? name.en : name.zh);
export const sourceOf = ({ source }: Protocol): string => (language() === 'en' ? source.en : source.zh);

/** What stands in a field, as people read it. */
export function fieldWords(name: FieldName, text: string, t: TFunction): string {
  const { is } = fieldOf(name);
  switch (is.kind) {
    case 'number':
      return text === '' ? t('protocols.notAsked') : t(`protocols.units.${is.unit}`, { n: text });
    case 'flag':
      return t(text === 'true' ? 'protocols.yes' : 'protocols.no');
    case 'choice':
      return t(`protocols.choices.${text.replace(',', '-')}` as 'protocols.choices.breaks');
    case 'words':
      return wordsOf(is.list, text, t) || t('protocols.none');
    case 'numbers':
      return text === '' ? t('protocols.notAsked') : text;
  }
}

function wordsOf(list: 'classifications' | 'keyGroups' | 'symptoms', text: string, t: TFunction): string {
  const words = text === '' ? [] : text.split(',');
  return words.map((word) => wordOf(list, word, t)).join(language() === 'en' ? ', ' : '、');
}

export const wordOf = (
  list: 'classifications' | 'keyGroups' | 'symptoms',
  word: string,
  t: TFunction,
): string => t(`vocabulary.${list}.${word}` as 'vocabulary.classifications.mild');

/** What a protocol asks for in this field; a dash where it needs no test. */
export function valueWords(protocol: Protocol, name: FieldName, t: TFunction): string {
  const text = readField(protocol, name);
  return text === null ? '—' : fieldWords(name, text, t);
}
