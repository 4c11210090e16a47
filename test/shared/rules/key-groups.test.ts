import { expect, test } from 'vitest';
import { keyGroupsOf } from '#shared/rules/key-groups.ts';

const of = (conditions: string, age: number | null = 40) => keyGroupsOf({ conditions, needs: [] }, age);

test('illnesses of the ninth edition’s high-risk list are recognised', () => {
  const cases: Record<string, string[]> = {
    高血压: ['cardiovascular'],
    '高血压、冠心病': ['cardiovascular'],
    '2型糖尿病': ['diabetes'],
    慢阻肺: ['lung'],
    乙肝携带: ['liver'],
    血液透析: ['kidney', 'dialysis'],
    肿瘤术后: ['tumour'],
    非小细胞肺癌: ['tumour'],
    HIV: ['immune-deficiency'],
    长期口服激素: ['immune-deficiency'],
    'BMI 31.5': ['obesity'],
    'BMI 28': [],
    孕32周: ['late-pregnancy'],
    孕12周: [],
    重度吸烟: ['heavy-smoker'],
    'hypertension, type 2 diabetes': ['cardiovascular', 'diabetes'],
    'COPD; on haemodialysis': ['lung', 'kidney', 'dialysis'],
    '': [],
    肾结石: [],
  };
  for (const [text, groups] of Object.entries(cases)) expect([text, of(text)]).toEqual([text, groups]);
});

test('what is denied, or is a relative’s, counts for nothing', () => {
  const cases: Record<string, string[]> = {
    无: [],
    无高血压: [],
    '无高血压、糖尿病': [],
    '无高血压，有糖尿病': ['diabetes'],
    '否认高血压、糖尿病史': [],
    '否认高血压，糖尿病，冠心病史': [],
    '否认高血压；有哮喘': ['lung'],
    '高血压，无糖尿病': ['cardiovascular'],
    '高血压史：无': [],
    '糖尿病（-）': [],
    父亲高血压: [],
    'no hypertension or diabetes': [],
    'denies diabetes, stroke': [],
    '无传染病史，既往高血压10年': ['cardiovascular'],
  };
  for (const [text, groups] of Object.entries(cases)) expect([text, of(text)]).toEqual([text, groups]);
});

test('over 60 begins at 61, a child is under 14, an unknown age is neither', () => {
  expect([60, 61, 13, 14, null].map((age) => of('', age))).toEqual([[], ['over-60'], ['child'], [], []]);
});

test('needs count too', () => {
  expect(keyGroupsOf({ conditions: '', needs: ['dialysis', 'late-pregnancy'] }, 30)).toEqual([
    'kidney',
    'dialysis',
    'late-pregnancy',
  ]);
});
