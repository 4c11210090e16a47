import { expect, test } from 'vitest';
import { codesOf, csv, judge } from './roster-files.ts';

const HEAD = '姓名,性别,护照号,出生日期,电话,现住址,同行人,备注';
const families = async (...lines: string[]) => {
  const rows = await judge(csv([HEAD, ...lines].join('\n')));
  const groups = new Map<string, number[]>();
  for (const { row, familyKey } of rows) {
    if (familyKey) groups.set(familyKey, [...(groups.get(familyKey) ?? []), row]);
  }
  return { rows, groups: [...groups.values()] };
};

test('who is named as companion, in a column or a remark, is family', async () => {
  const { groups } = await families(
    '邹丽平,女,E0000001,1990-05-25,13800000001,,,',
    '邹龙德,男,E0000002,2014-12-04,,,,随邹丽平',
    '江英春,女,E0000003,2007-05-16,,,江红芳,',
    '江红芳,女,E0000004,1979-03-14,,,,',
    "John O'Neill,M,E0000005,1980-01-01,,,,",
    'Mary,F,E0000006,2015-01-01,,,,"with father John O\'Neill"',
  );
  expect(groups).toEqual([
    [2, 3],
    [4, 5],
    [6, 7],
  ]);
});

test('a child with a grown-up’s phone is family; two grown-ups with one phone need not be', async () => {
  const { groups } = await families(
    '甲一,男,E0000001,1990-01-01,13800000001,,,',
    '乙二,女,E0000002,2015-01-01,13800000001,,,',
    '丙三,男,E0000003,1990-01-01,13800000002,,,',
    '丁四,女,E0000004,1991-01-01,13800000002,,,',
  );
  expect(groups).toEqual([[2, 3]]);
});

test('the same door makes a family only with the same family name or phone', async () => {
  const door = '丰满区青岛街道31号楼5单元1454室';
  const { groups } = await families(
    `王一,男,E0000001,1990-01-01,1380000001,${door},,`,
    `王二,女,E0000002,1960-01-01,1380000002,${door},,`,
    `李三,女,E0000003,1960-01-01,1380000003,${door},,`,
    '赵四,女,E0000004,1960-01-01,,丰满区青岛街道,,',
    '赵五,女,E0000005,1960-01-01,,丰满区青岛街道,,',
  );
  expect(groups).toEqual([[2, 3]]);
});

test('the phone of an office that half the list gives makes no family', async () => {
  const lines = Array.from(
    { length: 20 },
    (_, i) => `甲${i},男,E00000${10 + i},${i === 0 ? '2015' : '1980'}-01-01,13800000001,,,`,
  );
  expect((await families(...lines)).groups).toEqual([]);
});

test('of two people with the same name the companion is the one with the same phone', async () => {
  const { groups } = await families(
    '王芳,女,E0000001,1990-01-01,13800000001,,,',
    '王芳,女,E0000002,1985-01-01,13800000002,,,',
    '李小明,男,E0000003,1980-01-01,13800000001,,王芳,',
  );
  expect(groups).toEqual([[2, 4]]);
});

test('a companion who is not on the list is told; relations without a name are not', async () => {
  const { rows } = await families(
    '甲一,男,E0000001,2015-01-01,,,张小红,',
    '乙二,男,E0000002,2015-01-01,,,母亲,',
    '丙三,男,E0000003,2015-01-01,,,2人,',
    '丁四,男,E0000004,2015-01-01,,,,已打疫苗，家人在外地',
    '戊五,男,E0000005,2015-01-01,,,,随王美丽',
  );
  expect(rows.map((row) => codesOf(row))).toEqual([
    ['companion-not-found'],
    [],
    [],
    [],
    ['companion-not-found'],
  ]);
});
