import type { AdmissionDetails } from '../contract/admission-details.ts';
import { KEY_GROUPS, type KeyGroup } from '../contract/vocabulary.ts';
import { readPregnancy } from './ward-words.ts';

type IllnessGroup = Exclude<KeyGroup, 'over-60' | 'child' | 'late-pregnancy'>;

/**
 * Words of illnesses by the ninth edition's high-risk groups. A carrier of hepatitis B counts as liver: the
 * desk cannot know the liver's state, and a doctor's look costs less than a missed one.
 */
const ILLNESSES = {
  cardiovascular:
    /高血压|血压(偏?高|升高)|冠心|冠脉|心脏|心肌|心梗|心衰|心力衰竭|心律|房颤|早搏|心绞痛|支架|搭桥|瓣膜|先心|起搏器|脑梗|脑卒中|卒中|中风|脑出血|脑血管|脑缺血|动脉瘤|主动脉|动脉硬化|hypertens|high blood pressure|coronary|cardi|\bheart|angina|arrhythm|atrial fib|stroke|cerebrovasc|\bstent|infarct|\b(cad|chd|htn|chf|tia)\b/,
  lung: /慢阻肺|阻塞性肺|哮喘|肺气肿|支气管扩张|支扩|慢性支气管|慢支|间质性肺|肺间质|肺纤维|肺心病|尘肺|矽肺|肺结核|肺动脉高压|肺大疱|慢性肺|\bcopd\b|asthma|emphysema|bronchiectasis|chronic bronchitis|chronic lung|lung disease|pulmonary (disease|fibrosis|hypertension)|tuberculosis/,
  liver:
    /乙肝|丙肝|乙型肝炎|丙型肝炎|肝炎|肝硬化|慢性肝|肝病|肝功能(不全|异常|衰竭)|肝衰|肝移植|大三阳|小三阳|hepatitis|cirrhosis|(?<!fatty )\bliver (disease|failure)|\bhbv\b|\bhcv\b/,
  kidney:
    /透析|血透|腹透|尿毒症|肾(病|炎|衰|功能|移植|小球|萎缩)|慢性肾|dialysis|renal|nephr|kidney (disease|failure|transplant)|uraemi|uremi|\b(ckd|esrd)\b/,
  dialysis: /透析|血透|腹透|dialysis/,
  diabetes: /糖尿病(?!前期)|血糖(偏?高|升高)|高血糖|diabet|\b(t[12]?dm|dm)\b/,
  tumour:
    /肿瘤|腫瘤|癌|恶性|淋巴瘤|白血病|骨髓瘤|胶质瘤|肉瘤|化疗|放疗|靶向治疗|tumou?r|cancer|carcinoma|lymphoma|leuk[ae]*mi|myeloma|malignan|chemotherap|radiotherap|neoplas/,
  'immune-deficiency':
    /艾滋|免疫(缺陷|低下|抑制|功能低)|长期.{0,6}激素|激素治疗|泼尼松|甲泼尼龙|(器官|肾|肝|心|肺|骨髓|干细胞)移植|红斑狼疮|脾切除|\bhiv\b|\baids\b|immun(e|o)[- ]?(deficien|suppress|compromis)|long[- ]?term steroid|prednis|transplant|lupus/,
  obesity: /肥胖|obes/,
  'heavy-smoker': /重度吸烟|大量吸烟|长期吸烟|嗜烟|老烟民|吸烟\s*[2-9]\d\s*年|heavy smok/,
} as const satisfies Record<IllnessGroup, RegExp>;

/** BMI 30 and more (kg/m²). */
const OBESE_BMI = 30;

/** Begins a denial that lasts to the end of the clause; 否认 lasts to the end of the sentence. */
const DENIAL =
  /^(无(?!症状|痛)|没有|未患|未见|未发现|排除|no\b|not\b|without|never|nil\b|free of)|(病史|史)?(阴性|[(（]-[)）]|[:：]\s*无|[:：]\s*no)$/;
const DENIAL_OF_ALL = /^(否认|denies|denied|no history of|no known)/;
const ASSERTION = /^(有|患|现有|既往有|但|but\b|has\b|had\b)/;
const OF_RELATIVES = /家族|父亲?|母亲?|祖|family|father|mother/;

/** The illnesses that a text says somebody has: one piece each, denials and relatives' illnesses left out. */
function statedIllnesses(text: string): string[] {
  const stated: string[] = [];
  for (const sentence of text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[。;\n!]|\.(?!\d)/)) {
    let denied: 'no' | 'clause' | 'sentence' = 'no';
    for (const clause of sentence.split(/,|\bbut\b|但/)) {
      if (denied === 'clause') denied = 'no';
      for (const piece of clause.split(/[、/+]/)) {
        const item = piece.trim();
        if (ASSERTION.test(item)) denied = 'no';
        else if (DENIAL_OF_ALL.test(item)) denied = 'sentence';
        else if (denied === 'no' && DENIAL.test(item) && !/史?(阴性|[(]-[)]|:\s*(无|no))$/.test(item))
          denied = 'clause';
        const deniedAlone = DENIAL.test(item);
        if (denied === 'no' && !deniedAlone && !OF_RELATIVES.test(item)) stated.push(item);
      }
    }
  }
  return stated;
}

const bodyMassIndex = (item: string): number => Number(/bmi\D{0,6}?(\d{2}(?:\.\d+)?)/.exec(item)?.[1] ?? 0);

/** Boards and lists ask for everybody again after every change, and few conditions are written that others have not. */
const TEXTS_KEPT = 5_000;
const known = new Map<string, readonly KeyGroup[]>();

/** The groups that a text of conditions puts somebody into. Reading one costs some thirty patterns. */
function groupsIn(conditions: string): readonly KeyGroup[] {
  const earlier = known.get(conditions);
  if (earlier) return earlier;
  const items = statedIllnesses(conditions);
  const groups: KeyGroup[] = (Object.keys(ILLNESSES) as IllnessGroup[]).filter((group) =>
    items.some((item) => ILLNESSES[group].test(item)),
  );
  if (items.some((item) => bodyMassIndex(item) >= OBESE_BMI)) groups.push('obesity');
  if (items.some((item) => readPregnancy(item) === 'late-pregnancy' || /产后|产褥|postpartum/.test(item)))
    groups.push('late-pregnancy');
  if (known.size >= TEXTS_KEPT) known.clear();
  known.set(conditions, groups);
  return groups;
}

/**
 * The high-risk groups of the ninth edition (domain.md) that somebody belongs to, and `child` under 14 (the
 * age below which the law protects all data of a person). Over 60 means 61 and more. From the conditions as
 * written (无高血压 and 否认糖尿病史 count for nothing), the needs, and the age in full years; an age of null
 * is not known.
 */
export function keyGroupsOf(
  details: Pick<AdmissionDetails, 'conditions' | 'needs'>,
  ageYears: number | null,
): KeyGroup[] {
  const groups = new Set(groupsIn(details.conditions));
  if (details.needs.includes('late-pregnancy')) groups.add('late-pregnancy');
  if (details.needs.includes('dialysis')) groups.add('dialysis').add('kidney');
  if (ageYears !== null && ageYears > 60) groups.add('over-60');
  if (ageYears !== null && ageYears < 14) groups.add('child');
  return KEY_GROUPS.filter((group) => groups.has(group));
}
