import type { HospitalSettings } from '../contract/hospital-settings.ts';
import { joined, NO, YES } from './field-words.ts';
import { fill, type Language, type Sentence } from './fill.ts';

/** `allocation.weights.fill`: one decision of a hospital, by its place in the settings. */
type Leaf<T> = {
  [K in keyof T & string]: NonNullable<T[K]> extends readonly unknown[] | string | number | boolean
    ? K
    : `${K}.${Leaf<T[K]>}`;
}[keyof T & string];
type SettingLeaf = Leaf<HospitalSettings>;

/** What a hospital has decided for itself; a setting without its words does not compile. */
export const SETTING_WORDS = {
  disinfectionMinutes: { zh: '消毒作用时间', en: 'Contact time of disinfection' },
  'allocation.mixClassifications': { zh: '不同临床分型', en: 'Different classifications' },
  'allocation.unknownSex': { zh: '性别未知的人', en: 'Somebody whose sex is not known' },
  'allocation.childAge': { zh: '儿童年龄', en: 'A child is younger than' },
  'allocation.adultAge': { zh: '成年年龄', en: 'An adult is at least' },
  'allocation.frailAge': { zh: '体弱年龄', en: 'Frail from the age of' },
  'allocation.reservePerZone': { zh: '每区预留空床', en: 'Beds kept free in each zone' },
  'allocation.fill': { zh: '看护单元怎么填', en: 'How care units fill up' },
  'allocation.weights.familyAdjacent': { zh: '一家人相邻', en: 'Families side by side' },
  'allocation.weights.nearToiletForFrail': { zh: '体弱者近卫生间', en: 'Frail people near a toilet' },
  'allocation.weights.nearNurseForFrail': { zh: '体弱者近护士站', en: 'Frail people near the nurse station' },
  'allocation.weights.equipment': { zh: '设备与愿望', en: 'Equipment and wishes' },
  'allocation.weights.fill': { zh: '按上面的方式填单元', en: 'Filling units as chosen above' },
  'zones.finalDisinfectionMinutes': { zh: '全区终末消毒时间', en: 'Time of final disinfection of a zone' },
  'zones.readiness': { zh: '收治条件清单', en: 'Readiness list' },
  'signIn.lockAfterMinutes': { zh: '自动锁屏', en: 'Desk locks itself after' },
  'signIn.watermark': { zh: '水印', en: 'Watermark' },
} as const satisfies Record<SettingLeaf, Sentence>;

type Choice = Extract<HospitalSettings['allocation'][keyof HospitalSettings['allocation']], string>;
export const SETTING_CHOICES = {
  allowed: { zh: '可以同住一个单元', en: 'may share a care unit' },
  'not-in-a-unit': { zh: '不在同一单元', en: 'never in one care unit' },
  'family-zone': { zh: '安排到家庭区并提醒', en: 'family zone, with a warning' },
  'by-hand': { zh: '留给护士手工安排', en: 'left to the nurse' },
  even: { zh: '均匀分到各单元', en: 'evenly over all units' },
  'one-by-one': { zh: '住满一个再开一个', en: 'one unit after the other' },
} as const satisfies Record<Choice, Sentence>;

export const SETTING_UNITS = {
  minutes: { zh: '{{n}} 分钟', en: '{{n}} min' },
  years: { zh: '{{n}} 岁', en: '{{n}} years' },
  beds: { zh: '{{n}} 床', en: '{{n}} beds' },
} as const satisfies Record<string, Sentence>;

const UNIT_OF: Partial<Record<SettingLeaf, keyof typeof SETTING_UNITS>> = {
  disinfectionMinutes: 'minutes',
  'allocation.childAge': 'years',
  'allocation.adultAge': 'years',
  'allocation.frailAge': 'years',
  'allocation.reservePerZone': 'beds',
  'zones.finalDisinfectionMinutes': 'minutes',
  'signIn.lockAfterMinutes': 'minutes',
};

const SETTINGS = [
  'disinfectionMinutes',
  'allocation',
  'zones',
  'signIn',
] as const satisfies (keyof HospitalSettings)[];
export const isSetting = (name: string): boolean => SETTINGS.some((one) => one === name);

const LEAVES = Object.keys(SETTING_WORDS) as SettingLeaf[];
/** All of them together, where it is not told which. */
export const SETTINGS_WORD = { zh: '设置', en: 'Settings' } as const satisfies Sentence;
const SHIPPED = { zh: '程序自带', en: 'as shipped' } as const satisfies Sentence;

export interface SettingDifference {
  what: Sentence;
  before: string;
  after: string;
}

/** What differs between two kept settings (JSON), decision by decision; null where that is no setting, or cannot be read. */
export function settingDifferences(
  setting: string,
  before: string | null,
  after: string | null,
  language: Language,
): SettingDifference[] | null {
  if (!isSetting(setting)) return null;
  const [was, is] = [read(setting, before), read(setting, after)];
  if (was === undefined || is === undefined) return null;
  return LEAVES.filter((leaf) => leaf.split('.')[0] === setting).flatMap((leaf) => {
    const path = leaf.split('.').slice(1);
    const [then, now] = [said(leaf, at(was, path), language), said(leaf, at(is, path), language)];
    return then === now ? [] : [{ what: SETTING_WORDS[leaf], before: then, after: now }];
  });
}

/** A colleague's zones stand under the name of a setting, which is an object. */
function read(setting: string, json: string | null): unknown {
  if (json === null || (!Object.hasOwn(SETTING_WORDS, setting) && !json.startsWith('{'))) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What an earlier version did not know yet is not there. */
const at = (value: unknown, [step, ...rest]: readonly string[]): unknown =>
  step === undefined
    ? value
    : at(typeof value === 'object' && value !== null ? value[step as keyof typeof value] : undefined, rest);

function said(leaf: SettingLeaf, value: unknown, language: Language): string {
  if (value === undefined) return '';
  if (value === null) return fill(SHIPPED, language);
  if (typeof value === 'boolean') return fill(value ? YES : NO, language);
  if (Array.isArray(value))
    return joined(
      value.map((item: Sentence) => fill(item, language)),
      language,
    );
  const unit = UNIT_OF[leaf];
  if (unit) return fill(SETTING_UNITS[unit], language, { n: String(value) });
  const choice = Object.entries<Sentence>(SETTING_CHOICES).find(([name]) => name === value);
  return choice ? fill(choice[1], language) : String(value);
}
