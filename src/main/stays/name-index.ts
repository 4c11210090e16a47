import { pinyin } from 'pinyin-pro';

/** What a name is found by: its spelling without tones or blanks, and the initials. Both lower case. */
export interface NameIndex {
  pinyin: string;
  initials: string;
}

const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Surnames are read as surnames (单 is shàn, 仇 is qiú), ü is spelled v as on every Chinese keyboard.
 * `邹丽平` → `zouliping`, `zlp`; `John O'Neill` → `johnoneill`, `jo`.
 */
export function nameIndexOf(name: string): NameIndex {
  if (!/\p{Script=Han}/u.test(name)) {
    const words = name
      .split(/[\s,]+/)
      .map(plainLetters)
      .filter(Boolean);
    return { pinyin: words.join(''), initials: words.map((word) => word.charAt(0)).join('') };
  }
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    v: true,
    nonZh: 'consecutive',
  })
    .map(plainLetters)
    .filter(Boolean);
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
