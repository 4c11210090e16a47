import { OTHER_CHANGED_FIELDS, type OtherChangedField } from '../contract/changed-field.ts';
import {
  CONSCIOUSNESS_LEVELS,
  OXYGEN_SUPPLIES,
  SYMPTOM_TRENDS,
  SYMPTOMS,
} from '../contract/clinical-vocabulary.ts';
import type { MeasuredSign, VitalSigns } from '../contract/rounds.ts';
import { CLOSURE_REASONS, MOVE_REASONS, WAYS_OF_LEAVING, ZONE_STATES } from '../contract/vocabulary.ts';
import { isInstant, localOf, type TimeZone } from '../rules/instant.ts';
import { ROLES } from '../rules/rights.ts';
import { SIGN_RANGES } from '../rules/vital-signs.ts';
import { FIELD_WORDS, isRecordField, joined, NO, recordValue, wordOf, YES } from './field-words.ts';
import { fill, type Language, type Sentence } from './fill.ts';
import { ROLE_WORDS } from './rights.ts';
import { isSetting, SETTINGS_WORD } from './setting-words.ts';
import { SIGN_WORDS } from './sign-words.ts';
import { VOCABULARY } from './vocabulary.ts';

const OTHER_WORDS = {
  way: { zh: '离院方式', en: 'Way of leaving' },
  move: { zh: '转床原因', en: 'Why moved' },
  closed: { zh: '停用', en: 'Out of service' },
  state: { zh: '分区状态', en: 'State of the zone' },
  readiness: { zh: '收治条件', en: 'Readiness list' },
  family_id: { zh: '家庭', en: 'Family' },
  person_id: { zh: '本人', en: 'Whose stay' },
  natResult: { zh: '核酸结果', en: 'Test result' },
  active: { zh: '在用', en: 'Works here' },
  roles: { zh: '角色', en: 'Roles' },
  /** Those of a colleague; a setting of this name is told by its parts. */
  zones: { zh: '分区', en: 'Zones' },
  badge: { zh: '胸牌', en: 'Badge' },
  secret: { zh: '口令', en: 'Secret' },
} as const satisfies Record<OtherChangedField, Sentence>;

const OBSERVED_WORDS = {
  ...SIGN_WORDS,
  oxygen: { zh: '吸氧', en: 'Oxygen' },
  consciousness: { zh: '意识', en: 'Consciousness' },
  symptoms: { zh: '症状', en: 'Symptoms' },
  trend: { zh: '症状变化', en: 'Course of symptoms' },
  calm: { zh: '测量时安静', en: 'Calm while measured' },
  note: { zh: '备注', en: 'Note' },
} as const satisfies Record<keyof VitalSigns, Sentence>;

const SECRET_WORDS = {
  recovered: { zh: '用恢复码重设', en: 'set by the recovery code' },
  changed: { zh: '本人更改', en: 'changed by its owner' },
  reset: { zh: '由管理员重设', en: 'set by an administrator' },
} as const satisfies Record<string, Sentence>;
const SECRETS = Object.keys(SECRET_WORDS) as (keyof typeof SECRET_WORDS)[];

const ITEMS = { zh: '{{n}} 项', en: '{{n}} items' } as const;
const EVERYWHERE = { zh: '全部', en: 'all' } as const;
const RIGHTS_OF = { zh: '{{role}}的权限', en: 'Rights of {{role}}' } as const;
const AT = { zh: '{{what}}（{{at}}）', en: '{{what}} ({{at}})' } as const;

export const listed = (words: string | null): string[] =>
  words?.split(' ').filter((word) => word !== '') ?? [];

const otherOf = (field: string): OtherChangedField | undefined =>
  OTHER_CHANGED_FIELDS.find((one) => one === field);

/** `temperature@2022-04-05T00:00:00.000Z`: what was observed, and when. */
function observationOf(field: string): { sign: keyof VitalSigns; at: string } | null {
  const [name, at] = field.split('@');
  const sign = (Object.keys(OBSERVED_WORDS) as (keyof VitalSigns)[]).find((one) => one === name);
  return sign === undefined || at === undefined ? null : { sign, at };
}

/** What a field is called, the moment of an observation on the hospital's clock where that is known. */
export function changedFieldWord(field: string, language: Language, zone?: TimeZone): string {
  if (isRecordField(field)) return fill(FIELD_WORDS[field], language);
  const role = ROLES.find((one) => one === field);
  if (role) return fill(RIGHTS_OF, language, { role: fill(ROLE_WORDS[role], language) });
  const other = otherOf(field);
  if (other) return fill(OTHER_WORDS[other], language);
  if (isSetting(field)) return fill(SETTINGS_WORD, language);
  const observed = observationOf(field);
  if (!observed) return field;
  const what = fill(OBSERVED_WORDS[observed.sign], language);
  if (zone === undefined || !isInstant(observed.at)) return what;
  const at = localOf(observed.at, zone).slice(0, 16).replace('T', ' ');
  return fill(AT, language, { what, at });
}

/** A value as it was kept (a text), in words; '' where there is none. */
export function changedValue(field: string, value: string | null, language: Language): string {
  if (isRecordField(field)) return recordValue(field, value, language);
  const other = otherOf(field);
  if (other) return otherValue(other, value, language);
  const observed = observationOf(field);
  return observed ? observedValue(observed.sign, value, language) : (value ?? '');
}

function otherValue(field: OtherChangedField, value: string | null, language: Language): string {
  switch (field) {
    case 'way':
      return wordOf(WAYS_OF_LEAVING, VOCABULARY.wayOfLeaving, value ?? '', language);
    case 'move':
      return wordOf(MOVE_REASONS, VOCABULARY.moveReason, value ?? '', language);
    case 'closed':
      return value === null
        ? fill(NO, language)
        : wordOf(CLOSURE_REASONS, VOCABULARY.closureReason, value, language);
    case 'state':
      return wordOf(ZONE_STATES, VOCABULARY.zoneState, value ?? '', language);
    case 'readiness':
      return value === null ? '' : fill(ITEMS, language, { n: String(listed(value).length) });
    // A family has no name; the end of its number tells one from another.
    case 'family_id':
      return value === null ? '' : `…${value.slice(-4)}`;
    case 'active':
      return value === null ? '' : fill(value === 'true' ? YES : NO, language);
    case 'badge':
      return fill(value === null ? NO : YES, language);
    case 'roles':
      return joined(
        listed(value).map((role) => wordOf(ROLES, ROLE_WORDS, role, language)),
        language,
      );
    case 'zones':
      return value === '' ? fill(EVERYWHERE, language) : joined(listed(value), language);
    case 'secret':
      return value === null ? '' : wordOf(SECRETS, SECRET_WORDS, value, language);
    case 'person_id':
    case 'natResult':
      return value ?? '';
  }
}

function observedValue(sign: keyof VitalSigns, value: string | null, language: Language): string {
  if (value === null) return '';
  switch (sign) {
    case 'oxygen':
      return wordOf(OXYGEN_SUPPLIES, VOCABULARY.oxygenSupply, value, language);
    case 'consciousness':
      return wordOf(CONSCIOUSNESS_LEVELS, VOCABULARY.consciousness, value, language);
    case 'trend':
      return wordOf(SYMPTOM_TRENDS, VOCABULARY.symptomTrend, value, language);
    case 'symptoms':
      return joined(
        value.split(',').map((one) => wordOf(SYMPTOMS, VOCABULARY.symptom, one, language)),
        language,
      );
    case 'calm':
      return fill(value === 'true' ? YES : NO, language);
    case 'note':
      return value;
    default:
      return `${value} ${SIGN_RANGES[sign satisfies MeasuredSign].unit}`;
  }
}
