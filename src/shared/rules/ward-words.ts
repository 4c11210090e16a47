import type { Classification, DocumentType, Mobility, Need, Sex } from '../contract/vocabulary.ts';

/*
 * The words in which other hospitals and districts write what vocabulary.ts lists. Each reader gives null for
 * a word it does not know: better asked than guessed.
 */

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** What people write where there is nothing to write. */
const NOTHING =
  /^([-‐-―−/\\_.。、*?？\s]*|无|暂无|没有|不详|未知|不明|不清楚|未填|空|n\/?a|none|nil|null|unknown|not known|#n\/a)$/;

/** Whether a text stands for an empty cell: 无, 不详, /, -, n/a … */
export const meansNothing = (text: string): boolean => NOTHING.test(plain(text));

/** GB/T 2261.1 numbers included: 1 male, 2 female, 0 and 9 unknown. */
export function readSex(text: string): Sex | null {
  const word = plain(text)
    .replace(/^\d+\s*[.、:-]\s*(?=\D)/, '')
    .replace(/[性童孩士生婴]|[.()]/g, '');
  if (/^(男|m|male|man|boy|mr|1|♂)$/.test(word)) return 'male';
  if (/^(女|f|female|woman|girl|mrs|ms|miss|2|♀)$/.test(word)) return 'female';
  return /^(0|9|不详|未知|未说明|unknown|other)$/.test(word) ? 'unknown' : null;
}

const CLASSIFICATION_WORDS: readonly (readonly [RegExp, Classification])[] = [
  [/无症状|無症狀|asympt|no symptom|symptom[- ]?free|^无症$/, 'asymptomatic'],
  [/危重|critical/, 'critical'],
  [/重型|重症|重度|severe|serious|^重$/, 'severe'],
  [/普通|中型|中症|中度|ordinary|common|moderate|^普$/, 'ordinary'],
  [/轻型|轻症|轻微|轻度|輕|mild|light|^轻$/, 'mild'],
  [/确诊|阳性|待定|未定|未分|不详|未知|感染者?$|confirmed|positive|pending|unknown|undetermined/, 'unknown'],
];

/** 轻型, 轻症, 无症状感染者, mild …; of 无症状转轻型 the later. 确诊 and 阳性 say nothing about the type. */
export function readClassification(text: string): Classification | null {
  const word = plain(text).replace(/(非|无|排除|不是|non|not)[- ]?(危重|重型|重症|severe|critical)/g, '');
  const last = word.split(/转为|转归?|->|→|to /).at(-1) ?? word;
  const find = (where: string) => CLASSIFICATION_WORDS.find(([pattern]) => pattern.test(where))?.[1] ?? null;
  return find(last) ?? find(word);
}

const NO_DOCUMENT =
  /^(无|没有|none|no|nil)$|[无没][有]?(任何|有效)?(身份)?证|无户口|(no|without( any)?|lacks?) (identity |id )?(document|papers|id|passport)|undocumented|stateless without/;

const DOCUMENT_WORDS: readonly (readonly [RegExp, DocumentType])[] = [
  [NO_DOCUMENT, 'none'],
  [/居住证|residence permit/, 'region-residence-permit'],
  [/永久居留|外国人居留|permanent resid|green card/, 'foreign-permanent-resident'],
  [/台胞|台湾|臺灣|taiwan|^(0?7)$/, 'taiwan-permit'],
  [/港澳|回乡|香港|澳门|hong ?kong|maca[ou]|home return|^(0?6)$/, 'hk-macao-permit'],
  [/护照|護照|passport|^(0?3)$/, 'passport'],
  [/户口|户籍|戶口|household|hukou|^(0?2)$/, 'household-register'],
  [/军官|士兵|军人|文职|警官|officer|military|soldier|^(0?4)$/, 'officer-card'],
  [/驾驶|驾照|driv/, 'driving-licence'],
  [
    /身份证|身份證|^身份$|resident id|identity card|id[ -]?card|national id|chinese id|^id$|^(0?1)$/,
    'resident-id',
  ],
  [/^(0?5)$/, 'driving-licence'],
  [/其他|其它|出生|other|birth cert|^99$/, 'other'],
];

/** Kinds of document by word or by CV02.01.101 code. `none` only where the text says that there is none. */
export function readDocumentType(text: string): DocumentType | null {
  const word = plain(text);
  return DOCUMENT_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Whether a number's cell says in words that the person has no document. */
export const saysNoDocument = (text: string): boolean => NO_DOCUMENT.test(plain(text));

const NUMERALS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  once: 1,
  twice: 2,
};

/**
 * Doses of vaccine: 2, 两针, 第3剂, 未接种, 加强针 (3 of the usual course), 全程 (2). `unknown` where it says
 * only that somebody was vaccinated.
 */
export function readVaccineDoses(text: string): number | 'unknown' | null {
  const word = plain(text);
  if (
    /^(否|no|n|无|没有|未|×|x)$|未(接种|种|打|注射)|没(有)?(接种|打)|不(能|宜)接种|禁忌|unvaccinated|not vaccinated|^none$/.test(
      word,
    )
  ) {
    return 0;
  }
  const sum = /^(\d)\s*\+\s*(\d)$/.exec(word);
  if (sum) return Number(sum[1]) + Number(sum[2]);
  const counted = /(?:^|\D)(\d)(?:\.0)?\s*(?:针|剂|次|支|x?$|doses?|shots?|jabs?)/.exec(word);
  if (counted) return Number(counted[1]);
  const written = /([零〇一二两兩三四五六])\s*(?:针|剂|次|支|$)|\b(one|two|three|four|once|twice)\b/.exec(
    word,
  );
  if (written) return NUMERALS[written[1] ?? written[2] ?? ''] ?? null;
  if (/加强|booster|boosted/.test(word)) return 3;
  if (/全程|完全|已完成|fully|complete/.test(word)) return 2;
  return /^(是|有|已|yes|y|√|✓)$|接种|vaccinated/.test(word) ? 'unknown' : null;
}

const MOBILITY_WORDS: readonly (readonly [RegExp, Mobility])[] = [
  [/卧床|担架|平车|抬|瘫痪|bed ?ridden|bedbound|stretcher|gurney|paraly/, 'stretcher'],
  [/轮椅|輪椅|wheel ?chair|不能行走|无法行走|不能走|cannot walk|unable to walk/, 'wheelchair'],
  [
    /扶|拐|助行|协助|帮助|部分自理|半自理|不便|困难|受限|不能自理|不自理|help|assist|cane|stick|crutch|walker|frame|limited|difficult/,
    'walks-with-help',
  ],
  [
    /正常|自如|自理|自行|独立|可行走|能行走|良好|方便|无(障碍|异常|碍)|步行|walk|normal|independent|good|fine|full|mobile|^(好|可|能|是|无)$/,
    'walks',
  ],
];

export function readMobility(text: string): Mobility | null {
  const word = plain(text).replace(
    /(无需|不需要?|不用|无须|no need (for|of)( a)?|without|no|not need(ing)?( a)?) ?(轮椅|担架|搀扶|协助|帮助|wheel ?chair|stretcher|help|assistance)/g,
    '正常',
  );
  return MOBILITY_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Weeks from which a pregnancy is late (孕晚期). */
const LATE_PREGNANCY_WEEKS = 28;

/** Pregnancy as written: 孕, 怀孕8周, 孕7个月, 28 weeks pregnant; null where there is none. */
export function readPregnancy(text: string): 'pregnancy' | 'late-pregnancy' | null {
  const word = plain(text).replace(
    /(未|非|没有?|否认|无|不)(怀|妊娠|孕)+|避孕|不孕|not pregnant|孕(前|史|产史)/g,
    '',
  );
  if (/孕晚期|晚孕|晚期妊娠|妊娠晚期|围产|足月|late pregnan|third trimester|3rd trimester/.test(word))
    return 'late-pregnancy';
  const weeks =
    /[孕娠](?:期|妇|约|已|\s|[(:])*(\d{1,2})(?:\+\d)?\s*周/.exec(word) ??
    /(\d{1,2})\s*(?:\+\d)?\s*(?:周孕|weeks?|wks?)/.exec(word);
  const months =
    /[孕娠](?:期|妇|约|已|\s|[(:])*(\d)\s*个?月/.exec(word) ?? /(\d)\s*months? pregnan/.exec(word);
  if (!/[孕娠]|pregnan|gravid/.test(word)) return null;
  const late = Number(weeks?.[1] ?? 0) >= LATE_PREGNANCY_WEEKS || Number(months?.[1] ?? 0) >= 7;
  return late ? 'late-pregnancy' : 'pregnancy';
}

const NEED_WORDS: readonly (readonly [RegExp, Need])[] = [
  [/轮椅|輪椅|wheel ?chair/, 'wheelchair'],
  [/透析|血透|腹透|dialysis/, 'dialysis'],
  [/吸氧|氧气|氧疗|制氧|oxygen/, 'oxygen'],
  [/插座|电源|用电|呼吸机|雾化|cpap|socket|outlet|power supply/, 'socket'],
  [/婴儿床|童床|\bcot\b|\bcrib\b/, 'cot'],
  [/安静|静养|怕吵|quiet|low(er)? noise/, 'quiet'],
  [/翻译|语言不通|手语|interpret|translat/, 'interpreter'],
];

const NOT_NEEDED =
  /(无需|不需要?|不用|无须|未|否认|无|no need (for|of)( an?)?|without|\bno\b) ?(?=轮椅|透析|血透|吸氧|氧|插座|呼吸机|婴儿床|翻译|wheel|dialysis|oxygen|socket|interpret)/g;

/** What a text asks for, by word; unknown words ask for nothing. */
export function readNeeds(text: string): Need[] {
  const word = plain(text).replace(NOT_NEEDED, '\u0000');
  const needs: Need[] = NEED_WORDS.filter(([pattern]) => {
    const found = pattern.exec(word);
    return found !== null && word.charAt(found.index - 1) !== '\u0000';
  }).map(([, need]) => need);
  const pregnancy = readPregnancy(text);
  return pregnancy ? [...needs, pregnancy] : needs;
}

/** Full years of an age as written: 36, 36岁, 8月 and 新生儿 are 0. Null where it is no age. */
export function readAge(text: string): number | null {
  const word = plain(text);
  if (/新生儿|婴儿|newborn|infant/.test(word)) return 0;
  if (
    /^\d{1,2}(\.\d)?\s*(个?月|天|日龄|日|周|months?|mos?|days?|weeks?)(\s*\d+\s*(天|日|days?))?(大)?$/.test(
      word,
    )
  ) {
    const amount = Number.parseFloat(word);
    return /月|mo/.test(word) ? Math.floor(amount / 12) : 0;
  }
  const years =
    /^(?:约|近)?\s*(\d{1,3})(?:\.\d+)?\s*(?:周?岁|歳|years?( old)?|yrs?|y\/?o|y)?(?:\s*(?:零|又)?\d{1,2}\s*(?:个?月|months?|m))?$/.exec(
      word,
    );
  return years ? Number(years[1]) : null;
}
