import { expect, test } from 'vitest';
import {
  meansNothing,
  readAge,
  readClassification,
  readDocumentType,
  readMobility,
  readNeeds,
  readSex,
  readVaccineDoses,
} from '#shared/rules/ward-words.ts';

const all = <T>(read: (text: string) => T, cases: Record<string, T>) => {
  for (const [text, wanted] of Object.entries(cases)) expect([text, read(text)]).toEqual([text, wanted]);
};

test('sexes', () => {
  all(readSex, {
    男: 'male',
    女性: 'female',
    M: 'male',
    Female: 'female',
    '1': 'male',
    '2.女': 'female',
    不详: 'unknown',
    x: null,
  });
});

test('clinical types', () => {
  all(readClassification, {
    轻症: 'mild',
    轻型: 'mild',
    无症状: 'asymptomatic',
    无症状感染者: 'asymptomatic',
    mild: 'mild',
    Asymptomatic: 'asymptomatic',
    普通型: 'ordinary',
    重型: 'severe',
    危重型: 'critical',
    无症状转轻型: 'mild',
    '确诊（轻型）': 'mild',
    确诊: 'unknown',
    非重症: null,
    黄色: null,
  });
});

test('kinds of documents', () => {
  all(readDocumentType, {
    居民身份证: 'resident-id',
    护照: 'passport',
    港澳居民来往内地通行证: 'hk-macao-permit',
    台湾居民来往大陆通行证: 'taiwan-permit',
    港澳台居民居住证: 'region-residence-permit',
    外国人永久居留身份证: 'foreign-permanent-resident',
    户口簿: 'household-register',
    无: 'none',
    无身份证: 'none',
    'No document': 'none',
    '01': 'resident-id',
    '03': 'passport',
    学生证: null,
  });
});

test('doses of vaccine', () => {
  all(readVaccineDoses, {
    '2': 2,
    两针: 2,
    三剂: 3,
    未接种: 0,
    无: 0,
    加强针: 3,
    '3针（含加强）': 3,
    科兴2针: 2,
    '2 doses': 2,
    全程接种: 2,
    是: 'unknown',
    已接种: 'unknown',
    很多: null,
  });
});

test('how people move', () => {
  all(readMobility, {
    轮椅: 'wheelchair',
    卧床: 'stretcher',
    需搀扶: 'walks-with-help',
    拄拐: 'walks-with-help',
    生活不能自理: 'walks-with-help',
    可自行行走: 'walks',
    不需轮椅: 'walks',
    正常: 'walks',
    飞: null,
  });
});

test('needs, and what is expressly not needed', () => {
  all(readNeeds, {
    轮椅: ['wheelchair'],
    血液透析: ['dialysis'],
    怀孕12周: ['pregnancy'],
    孕28周: ['late-pregnancy'],
    孕8个月: ['late-pregnancy'],
    '吸氧、婴儿床': ['oxygen', 'cot'],
    无需轮椅: [],
    未孕: [],
    'interpreter (Russian)': ['interpreter'],
  });
});

test('ages in years, months and words', () => {
  all(readAge, {
    '36岁': 36,
    '36': 36,
    '8月': 0,
    '14个月': 1,
    '3天': 0,
    新生儿: 0,
    '1岁6个月': 1,
    '150': 150,
    老: null,
  });
});

test('what stands for nothing', () => {
  for (const text of ['', ' / ', '—', '无', '不详', 'N/A', 'none', '***'])
    expect([text, meansNothing(text)]).toEqual([text, true]);
  for (const text of ['0', '无症状', 'No. 3']) expect([text, meansNothing(text)]).toEqual([text, false]);
});
