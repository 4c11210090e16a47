import type { AllocationReason, AllocationReasonCode } from '../contract/allocation-reasons.ts';
import type { BedAttribute, Classification, KeyGroup, Sex, SexPolicy } from '../contract/vocabulary.ts';
import { fill, type Language, type Sentence } from './fill.ts';

/** Every reason of a proposal as a sentence. One without is a compile error. */
export const ALLOCATION_REASONS = {
  'zone-for-sex': { zh: '{{zone}} 为{{sexPolicy}}区', en: 'zone {{zone}} is for {{sexPolicy}}' },
  'family-zone': { zh: '{{zone}} 为家庭区', en: 'zone {{zone}} is for families' },
  'beside-family': { zh: '紧邻家人：{{names}}', en: 'beside family: {{names}}' },
  'same-unit-as-family': {
    zh: '与家人同一看护单元：{{names}}',
    en: 'in one care unit with family: {{names}}',
  },
  'has-equipment': { zh: '有所需的{{attribute}}', en: 'has the {{attribute}} that is needed' },
  'near-toilet': { zh: '靠近卫生间', en: 'near the toilet' },
  'near-nurse': { zh: '靠近护士站', en: 'near the nurse station' },
  quiet: { zh: '位置较安静', en: 'in a quieter place' },
  'even-load': {
    zh: '{{unit}} 单元人数较少（{{patients}} 人）',
    en: '{{unit}} is less full ({{patients}} patients)',
  },
  'fills-unit': {
    zh: '先住满 {{unit}} 单元（{{patients}} 人）',
    en: 'fills {{unit}} first ({{patients}} patients)',
  },
  'chosen-by-hand': { zh: '人工指定', en: 'chosen by hand' },

  'belongs-elsewhere': {
    zh: '{{classification}}，按规定应转定点医院，请安排转诊',
    en: '{{classification}}: belongs in a designated hospital, arrange a referral',
  },
  'high-risk': {
    zh: '高危人群（{{keyGroups}}），按规定应转定点医院，请医生判断',
    en: 'high risk ({{keyGroups}}): belongs in a designated hospital, ask a doctor',
  },
  'classification-unknown': {
    zh: '临床分型未填，请尽快补全',
    en: 'classification not known, complete it soon',
  },
  'sex-unknown': {
    zh: '性别未填，请核对并补全，必要时换床',
    en: 'sex not known: look, complete the record, and move the patient if need be',
  },
  'age-unknown': { zh: '年龄未知，按成人安排', en: 'age not known, treated as an adult' },
  'child-alone': {
    zh: '儿童独自入院，请指定专人照看',
    en: 'a child who came alone: name somebody to look after the child',
  },
  'child-apart': {
    zh: '儿童未紧邻家中成人，请照看',
    en: 'a child not beside an adult of the family: keep an eye on the child',
  },
  'relative-elsewhere': {
    zh: '家人住在别处：{{names}}，可考虑换床到一起',
    en: 'family lies elsewhere: {{names}}; consider a move',
  },
  'family-apart': { zh: '未能与家人相邻：{{names}}', en: 'could not be put beside family: {{names}}' },
  'equipment-absent': { zh: '本院该区没有{{attribute}}床位', en: 'no bed of such a zone has {{attribute}}' },
  'equipment-taken': {
    zh: '带{{attribute}}的床位已满，请设法调配',
    en: 'the beds with {{attribute}} are taken, find a way',
  },
  'not-near-toilet': { zh: '卫生间旁已无合适床位', en: 'no fitting bed left near the toilet' },
  'not-near-nurse': { zh: '护士站旁已无合适床位', en: 'no fitting bed left near the nurse station' },
  'reserve-used': {
    zh: '已动用 {{zone}} 区的机动床位（应留 {{reserve}} 张）',
    en: 'uses the reserve of zone {{zone}} ({{reserve}} beds were to stay free)',
  },
  'mixes-with-family': {
    zh: '为与家人同住，与 {{unit}} 单元其他人分型不同',
    en: 'of another classification than others in {{unit}}, to be with family',
  },

  'no-zone': { zh: '本院没有{{sexPolicy}}区', en: 'the hospital has no zone for {{sexPolicy}}' },
  'no-free-bed': { zh: '{{sexPolicy}}区已无空床', en: 'no free bed left in the zones for {{sexPolicy}}' },
  'no-beds-together': {
    zh: '{{sexPolicy}}区没有 {{count}} 张相邻空床',
    en: 'no {{count}} free neighbouring beds in the zones for {{sexPolicy}}',
  },
  'no-bed-near-nurse': {
    zh: '家庭区护士站旁的床位已满；请腾出一张或人工指定',
    en: 'the beds by the nurse station of the family zone are taken: free one, or choose by hand',
  },
  'classification-full': {
    zh: '{{sexPolicy}}区没有可供{{classification}}患者的看护单元',
    en: 'no care unit of the zones for {{sexPolicy}} may take {{classification}} patients',
  },
  'sex-unknown-by-hand': {
    zh: '性别未填：请补全性别，或人工指定床位',
    en: 'sex not known: complete it, or choose a bed by hand',
  },
  'fixed-bed-unknown': { zh: '人工指定的床位不存在', en: 'the bed chosen by hand does not exist' },
  'fixed-bed-twice': {
    zh: '床位 {{bed}} 已人工指定给 {{name}}',
    en: 'bed {{bed}} was chosen by hand for {{name}} already',
  },

  'bed-occupied': { zh: '{{bed}} 已由 {{name}} 占用', en: '{{bed}} is occupied by {{name}}' },
  'bed-reserved': { zh: '{{bed}} 已预留 {{name}}', en: '{{bed}} is reserved {{name}}' },
  'bed-awaiting-disinfection': { zh: '{{bed}} 待终末消毒', en: '{{bed}} awaits disinfection' },
  'bed-out-of-service': { zh: '{{bed}} 已停用', en: '{{bed}} is out of service' },
  'bed-own': { zh: '患者已在 {{bed}}', en: 'the patient is in {{bed}} already' },

  'wrong-sex-zone': {
    zh: '{{zone}} 为{{sexPolicy}}区，患者为{{sex}}',
    en: 'zone {{zone}} is for {{sexPolicy}}, the patient is {{sex}}',
  },
  'child-outside-family-zone': { zh: '儿童应住家庭区', en: 'children belong in a family zone' },
  'child-not-beside-adult': {
    zh: '儿童须紧邻家中成人；独自入院的须在护士站旁',
    en: 'a child lies beside an adult of the family, or by the nurse station who came alone',
  },
  'adult-in-family-zone': {
    zh: '{{zone}} 为家庭区，患者没有同住的儿童或需照顾的家人',
    en: 'zone {{zone}} is for families; the patient has no child or relative to care for here',
  },
  'mixes-classifications': {
    zh: '{{unit}} 单元收治{{classification}}患者，不可混住',
    en: '{{unit}} has {{classification}} patients; classifications are not mixed',
  },
} as const satisfies Record<AllocationReasonCode, Sentence>;

const ATTRIBUTE_WORDS: Record<BedAttribute, Sentence> = {
  nearNurse: { zh: '靠近护士站', en: 'place near the nurse' },
  nearToilet: { zh: '靠近卫生间', en: 'place near the toilet' },
  socket: { zh: '电源插座', en: 'socket' },
  oxygen: { zh: '吸氧', en: 'oxygen' },
  quiet: { zh: '安静', en: 'quiet' },
  cot: { zh: '婴儿床', en: 'cot' },
};
const CLASSIFICATION_WORDS: Record<Classification, Sentence> = {
  asymptomatic: { zh: '无症状', en: 'asymptomatic' },
  mild: { zh: '轻型', en: 'mild' },
  ordinary: { zh: '普通型', en: 'ordinary' },
  severe: { zh: '重型', en: 'severe' },
  critical: { zh: '危重型', en: 'critical' },
  unknown: { zh: '未分型', en: 'unclassified' },
};
const POLICY_WORDS: Record<SexPolicy, Sentence> = {
  male: { zh: '男', en: 'men' },
  female: { zh: '女', en: 'women' },
  family: { zh: '家庭', en: 'families' },
};
const SEX_WORDS: Record<Sex, Sentence> = {
  male: { zh: '男性', en: 'male' },
  female: { zh: '女性', en: 'female' },
  unknown: { zh: '性别未知', en: 'of unknown sex' },
};
const KEY_GROUP_WORDS: Record<KeyGroup, Sentence> = {
  'over-60': { zh: '60岁以上', en: 'over 60' },
  cardiovascular: { zh: '心脑血管疾病', en: 'cardiovascular disease' },
  lung: { zh: '慢性肺病', en: 'lung disease' },
  liver: { zh: '肝病', en: 'liver disease' },
  kidney: { zh: '肾病', en: 'kidney disease' },
  dialysis: { zh: '透析', en: 'dialysis' },
  diabetes: { zh: '糖尿病', en: 'diabetes' },
  tumour: { zh: '肿瘤', en: 'tumour' },
  'immune-deficiency': { zh: '免疫缺陷', en: 'immune deficiency' },
  obesity: { zh: '肥胖', en: 'obesity' },
  'late-pregnancy': { zh: '晚期妊娠', en: 'late pregnancy' },
  'heavy-smoker': { zh: '重度吸烟', en: 'heavy smoker' },
  child: { zh: '儿童', en: 'child' },
};

/** Which of a reason's parameters are words of the vocabulary. All others are names and codes. */
const WORDS: Record<string, Record<string, Sentence>> = {
  attribute: ATTRIBUTE_WORDS,
  classification: CLASSIFICATION_WORDS,
  sexPolicy: POLICY_WORDS,
  sex: SEX_WORDS,
  keyGroups: KEY_GROUP_WORDS,
};

/** The reason as a phrase for the reader; a word that nobody translated stays as it is. */
export function allocationReasonText({ code, params }: AllocationReason, language: Language): string {
  const translated = Object.entries(params).map(([name, value]): [string, string] => {
    const words = WORDS[name];
    if (words === undefined) return [name, value];
    const said = value.split(',').map((word) => (words[word] ? fill(words[word], language) : word));
    return [name, said.join(language === 'en' ? ', ' : '、')];
  });
  return fill(ALLOCATION_REASONS[code], language, Object.fromEntries(translated));
}
