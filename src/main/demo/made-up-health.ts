import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { daysBefore } from './calendar.ts';
import type { Random } from './random.ts';

type Health = Pick<
  AdmissionDetails,
  'classification' | 'firstPositiveDate' | 'conditions' | 'vaccineDoses' | 'mobility' | 'needs'
>;

/** How somebody of this age and sex arrives: shares roughly as in a hospital for mild and asymptomatic patients. */
export function madeUpHealth(
  random: Random,
  { age, sex, today }: { age: number; sex: 'male' | 'female'; today: LocalDate },
): Health {
  const health: Health = {
    classification: random.weighted([
      ['asymptomatic', 52],
      ['mild', 46],
      ['ordinary', 1],
      ['unknown', 1],
    ]),
    firstPositiveDate: daysBefore(today, random.int(0, 3)),
    conditions: illnesses(random, age).join('、'),
    vaccineDoses: doses(random, age),
    mobility: 'walks',
    needs: [],
  };
  const special =
    sex === 'female' && age >= 20 && age <= 42 && random.chance(0.03)
      ? pregnancy(random)
      : age >= 35 && random.chance(0.008)
        ? DIALYSIS
        : frailty(random, age);
  const conditions = [health.conditions, special.conditions].filter((text) => text !== '').join('、');
  return { ...health, ...special, conditions };
}

type Special = Pick<Health, 'conditions' | 'mobility' | 'needs'>;

const DIALYSIS: Special = {
  conditions: '尿毒症，规律血液透析每周3次',
  mobility: 'walks',
  needs: ['dialysis'],
};

function pregnancy(random: Random): Special {
  const weeks = random.int(9, 37);
  return {
    conditions: `孕${weeks}周`,
    mobility: 'walks',
    needs: [weeks >= 28 ? 'late-pregnancy' : 'pregnancy'],
  };
}

function frailty(random: Random, age: number): Special {
  const nothing: Special = { conditions: '', mobility: 'walks', needs: [] };
  if (age < 2) return { ...nothing, needs: ['cot'] };
  const wheelchair = age >= 75 ? 0.1 : age >= 60 ? 0.02 : 0.003;
  if (random.chance(wheelchair)) return { ...nothing, mobility: 'wheelchair', needs: ['wheelchair'] };
  if (age >= 70 && random.chance(0.18)) return { ...nothing, mobility: 'walks-with-help' };
  if (age >= 60 && random.chance(0.012))
    return { ...nothing, conditions: '慢阻肺，家庭氧疗', needs: ['oxygen'] };
  if (age >= 40 && random.chance(0.006))
    return { ...nothing, conditions: '睡眠呼吸暂停，自带呼吸机', needs: ['socket'] };
  return random.chance(0.004) ? { ...nothing, conditions: '偏头痛', needs: ['quiet'] } : nothing;
}

const COMMON_ILLNESSES = [
  ['高血压', 40],
  ['2型糖尿病', 18],
  ['冠心病', 14],
  ['高脂血症', 10],
  ['脑梗死后遗症', 5],
  ['慢性支气管炎', 6],
  ['乙肝携带', 5],
  ['甲状腺功能减退', 4],
  ['乳腺癌术后3年', 1],
  ['类风湿关节炎', 3],
] as const satisfies readonly (readonly [string, number])[];

function illnesses(random: Random, age: number): string[] {
  if (age < 15) return random.chance(0.03) ? [random.pick(['支气管哮喘', '牛奶蛋白过敏', '热性惊厥史'])] : [];
  const share = age >= 70 ? 0.65 : age >= 60 ? 0.5 : age >= 45 ? 0.25 : 0.06;
  const found = new Set<string>();
  while (found.size < 3 && random.chance(found.size === 0 ? share : share / 2)) {
    found.add(random.weighted(COMMON_ILLNESSES));
  }
  return [...found];
}

function doses(random: Random, age: number): number | null {
  if (age < 3) return 0;
  if (random.chance(0.02)) return null;
  if (age < 18) return random.pick([1, 2, 2]);
  if (age >= 80) return random.pick([0, 0, 1, 2, 3]);
  return random.weighted([
    [0, 4],
    [1, 4],
    [2, 42],
    [3, 50],
  ]);
}
