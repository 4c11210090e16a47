import { expect, test } from 'vitest';
import { meaningOf } from '#main/roster/heading-words.ts';
import { headingKey } from '#main/spreadsheets/heading-text.ts';
import type { RosterField } from '#shared/contract/roster-row.ts';
import { csv, fieldsOf, find } from './roster-files.ts';

const MEANINGS: Record<RosterField, string[]> = {
  name: [
    '姓名',
    '姓 名',
    '*姓名（必填）',
    '人员姓名',
    '患者姓名',
    'Name',
    'Full name',
    'Patient name',
    '1、姓名',
    '名字',
  ],
  givenName: ['Given names', 'First name', '名'],
  sex: ['性别', '性 别', 'Sex', 'Gender', '性别（男/女）'],
  age: ['年龄', '年龄（岁）', 'Age', 'Age (years)', '周岁'],
  birthDate: ['出生日期', '出生年月日', '生日', 'Date of birth', 'DOB', 'Birthday'],
  documentType: [
    '证件类型',
    '证件类别',
    '证件种类',
    'Document type',
    'ID type',
    '身份证件类型',
    'Type of document',
  ],
  documentNumber: [
    '身份证号',
    '身份证号码',
    '身份证\n号码',
    '证件号码',
    '公民身份号码',
    '证件号',
    'ID number',
    'ID No.',
    'ID',
    'Document number',
    'Passport No.',
    '护照号码',
    '身份证（护照）号',
  ],
  phone: [
    '联系电话',
    '手机号',
    '手机号码',
    '电话',
    '联系方式',
    'Phone',
    'Mobile',
    'Tel.',
    '联系电话（手机）',
    '本人电话',
    '患者联系电话',
  ],
  address: [
    '现住址',
    '家庭住址',
    '居住地址',
    '所属社区',
    '居住小区',
    '详细地址',
    'Address',
    'Home address',
    '常住地址',
    '现居住地',
  ],
  district: ['区县', '所属区', '所在区县', 'District', '辖区', '行政区划'],
  street: ['街道', '所属街道', '乡镇街道', 'Street', 'Subdistrict'],
  firstPositiveDate: [
    '首次阳性日期',
    '首阳日期',
    '首次核酸阳性时间',
    '确诊日期',
    '阳性日期',
    '初筛阳性日期',
    'First positive',
    'First positive date',
    'Date of first positive test',
    'Diagnosis date',
  ],
  classification: [
    '感染类型',
    '临床分型',
    '分型',
    '病例类型',
    'Classification',
    'Severity',
    '轻型/无症状分型',
    '诊断分型',
  ],
  conditions: [
    '基础疾病',
    '基础病',
    '既往史',
    '既往病史',
    '慢性病',
    '合并症',
    'Underlying conditions',
    'Medical history',
    'Comorbidities',
  ],
  vaccineDoses: [
    '疫苗接种剂次',
    '接种针次',
    '疫苗接种情况',
    '新冠疫苗（针）',
    'Vaccine doses',
    'Vaccination',
    '接种剂次',
  ],
  mobility: ['行动能力', '活动能力', '自理能力', 'Mobility', '能否行走'],
  needs: ['特殊需求', '特殊需要', 'Special needs', '是否怀孕', '是否透析'],
  arrivedAt: [
    '到达时间',
    '入舱时间',
    '入院日期',
    '到院时间',
    '接收时间',
    'Arrival time',
    'Admission date',
    'Arrived at',
  ],
  companions: [
    '同行人',
    '同行人员',
    '随行人员',
    '陪护人员',
    '同住人',
    'Companions',
    'Travelling with',
    'Accompanied by',
    '随行家属',
  ],
  emergencyContact: [
    '紧急联系人',
    '监护人',
    '监护人姓名',
    '家长姓名',
    '联系人',
    'Emergency contact',
    'Guardian',
    'Next of kin',
  ],
  emergencyPhone: [
    '监护人电话',
    '紧急联系电话',
    '紧急联系人电话',
    '家属联系方式',
    '联系人电话',
    'Emergency phone',
    'Guardian phone',
    '电话（监护人）',
  ],
  plate: ['转运车辆', '车牌号', '车号', '转运车牌', 'Plate', 'Vehicle', 'Bus No.'],
  remarks: ['备注', '说明', '其他情况', 'Remarks', 'Notes', 'Comment'],
  ignored: ['序号', '编号', 'No.', '序 号', '#No', 'S/N', 'Index'],
};

for (const [field, headings] of Object.entries(MEANINGS)) {
  test(`headings that mean ${field} are known`, () => {
    for (const heading of headings) expect([heading, meaningOf(heading)?.field]).toEqual([heading, field]);
  });
}

test('what is about somebody else, or about tests, is never the patient’s', () => {
  const others = [
    '监护人身份证号',
    '家属住址',
    '填报人',
    '填报人电话',
    '社区负责人电话',
    '网格员',
    '司机电话',
    '工作单位',
    '采样时间',
    '核酸检测结果',
    '末次接种日期',
    '与户主关系',
    '民族',
    '国籍',
    'Nationality',
    'Sample barcode',
    '过敏史',
    '流行病学史',
  ];
  for (const heading of others) expect([heading, meaningOf(heading)?.field ?? null]).toEqual([heading, null]);
});

const ID = ['11010519491231002X', '440524188001010014', '34052419800101001X'];

test('a column full of IDs is the ID column, whatever its heading says', async () => {
  const found = await find(csv(`序号,姓名,号,x\n1,张三,${ID[0]},a\n2,李四,${ID[1]},b\n`));
  expect(fieldsOf(found)).toEqual(['ignored', 'name', 'documentNumber', null]);
  expect(found.columns[2]).toMatchObject({ source: 'guessed', byContent: true, examples: [ID[0], ID[1]] });
  const byNumber = await find(csv(`编号,人,性\n${ID[0]},张三,男\n${ID[1]},李四,女\n${ID[2]},王五,男\n`));
  expect(fieldsOf(byNumber)).toEqual(['documentNumber', 'name', 'sex']);
});

test('the guardian’s IDs are not taken for the child’s', async () => {
  const found = await find(
    csv(`姓名,监护人身份证号,监护人电话\n张三,${ID[0]},13812345678\n李四,${ID[1]},13812345679\n`),
  );
  expect(fieldsOf(found)).toEqual(['name', null, 'emergencyPhone']);
});

test('never two columns for one field: the better one wins', async () => {
  const found = await find(
    csv(`姓名,姓名拼音,户籍地址,现住址,所属社区,电话,手机\n张三,Zhang San,山东,吉林,青岛社区,,13812345678\n`),
  );
  expect(fieldsOf(found)).toEqual(['name', null, null, 'address', null, 'phone', null]);
  const filled = await find(
    csv(`姓名,联系方式,手机号\n张三,微信abc,13812345678\n李四,微信abd,13812345679\n`),
  );
  expect(fieldsOf(filled)).toEqual(['name', null, 'phone']);
});

test('what a person chose for a heading before wins over any guess', async () => {
  const remembered = {
    [headingKey('代码')]: 'documentNumber',
    [headingKey('电话')]: 'emergencyPhone',
  } as const;
  const found = await find(csv('姓名,代 码*,电话\n张三,E1234567,13812345678\n'), { remembered });
  expect(fieldsOf(found)).toEqual(['name', 'documentNumber', 'emergencyPhone']);
  expect(found.columns.map((column) => column.source)).toEqual(['guessed', 'remembered', 'remembered']);
});
