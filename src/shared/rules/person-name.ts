/** Zero-width characters, bidirectional controls, soft hyphens, tags: nobody sees them, and they hide things. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Every character that shows as a gap; line breaks and tabs included. */
const GAPS = /[\s\u0085\u2800\u3164]+/gu;

/** Text as a person reads it: nothing invisible, single blanks, none at the ends. Never changes a letter. */
export const tidyText = (text: string): string => text.replace(INVISIBLE, '').replace(GAPS, ' ').trim();

/** As {@link tidyText}, but line breaks stay: for remarks. */
export const tidyLines = (text: string): string =>
  text.replace(/\r\n?/g, '\n').split('\n').map(tidyText).join('\n').trim();

const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

const HAN = '\\p{Script=Han}';
/** The dot of names such as 迪丽热巴·买买提, as different keyboards write it. */
const DOT_BETWEEN_HAN = new RegExp(`(?<=${HAN}) ?[.·•‧∙⋅・･．] ?(?=${HAN})`, 'gu');
const ONLY_HAN = new RegExp(`^[${HAN}·〇\\u{e0100}-\\u{e01ef} ]+$`, 'u');

/**
 * A name as it goes into the record. Blanks within a name written in Chinese characters go (' 曹 琳 慧' is
 * 曹琳慧), those of other names stay single (Nguyễn Thị Minh). Rare characters (𠮷) stay as they are: no
 * normalisation touches Chinese characters, since it would turn some of them into others. Mark-up stays
 * text. Doing it twice changes nothing.
 */
export function tidyName(text: string): string {
  const visible = tidyText(halfWidth(text)).replace(/^['`’‘](?=\p{Script=Han})/u, '');
  const composed = visible.replace(/[^\p{Script=Han}]+/gu, (piece) => piece.normalize('NFC'));
  const dotted = composed.replace(DOT_BETWEEN_HAN, '·');
  return ONLY_HAN.test(dotted) ? dotted.replaceAll(' ', '') : dotted;
}

/** Whether anything in the text could be a name: a letter or a digit of any script. */
export const hasName = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** For comparing names that different people typed: case, blanks, accents' spelling and dots do not count. */
export const nameKey = (name: string): string =>
  tidyName(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.,'’‘`-]/gu, '');

/** Longest first: 欧阳娜娜 is of the family 欧阳. The compound surnames that people bear today. */
const COMPOUND_SURNAMES =
  /^(欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|长孙|宇文|司徒|司空|令狐|东方|夏侯|轩辕|端木|独孤|南宫|百里|呼延|澹台|闻人|拓跋|申屠|淳于|太史|公羊|赫连|钟离|完颜|纳兰|濮阳|公冶|宗政|单于|仲孙)/;

/** The family name of a name in Chinese characters; '' where that cannot be told. */
export function surnameOf(name: string): string {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return '';
  return COMPOUND_SURNAMES.exec(name)?.[0] ?? String.fromCodePoint(name.codePointAt(0) ?? 0);
}

/** The commonest family names: nine of ten people bear one of them. */
const COMMON_SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤关全朴阎傅萧常'.split(
    '',
  ),
);

/** Whether a text is most likely somebody's name in two to four Chinese characters, and not a word. */
export function looksLikeChineseName(text: string): boolean {
  const surname = surnameOf(text.replace(/\s/g, ''));
  return surname.length > 1 || COMMON_SURNAMES.has(surname);
}
