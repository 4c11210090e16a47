import { expect, test } from 'vitest';
import { splitAddress } from '#shared/rules/address.ts';
import { readPhone } from '#shared/rules/phone.ts';

test('district and street are told by the words of the address', () => {
  const cases: Record<string, [string, string]> = {
    吉林市丰满区青岛街道31号楼5单元1454室: ['丰满区', '青岛街道'],
    '丰满区，青岛街道': ['丰满区', '青岛街道'],
    '永吉县，新地号街道': ['永吉县', '新地号街道'],
    吉林市永吉县人民广场小区9号楼: ['永吉县', ''],
    吉林市经开区幸福馨苑小区15号楼: ['经开区', ''],
    '高新区，沙河子街道': ['高新区', '沙河子街道'],
    吉林省长春市绿园区正阳街道: ['绿园区', '正阳街道'],
    上海市浦东新区花木街道: ['浦东新区', '花木街道'],
    青岛市市北区辽宁路街道12号: ['市北区', '辽宁路街道'],
    吉林省吉林市蛟河市河北街道: ['蛟河市', '河北街道'],
    长春经济技术开发区东方广场街道办事处: ['长春经济技术开发区', '东方广场街道'],
    广西壮族自治区南宁市青秀区新竹街道: ['青秀区', '新竹街道'],
    吉林省长白朝鲜族自治县长白镇民主村: ['长白朝鲜族自治县', '长白镇'],
    '龙潭区 江密峰镇': ['龙潭区', '江密峰镇'],
    丰满区水乡花园3号楼: ['丰满区', ''],
    幸福馨苑小区3号楼: ['', ''],
    'Fengman District, Qingdao Subdistrict': ['Fengman District', 'Qingdao Subdistrict'],
    '': ['', ''],
  };
  for (const [address, [district, street]] of Object.entries(cases)) {
    expect([address, splitAddress(address)]).toEqual([address, { district, street }]);
  }
});

test('phone numbers lose their separators; what cannot be dialled is marked', () => {
  const cases: Record<string, [string, boolean]> = {
    '159 3263-9108': ['15932639108', true],
    '+86 15932639108': ['15932639108', true],
    '0086-159-3263-9108': ['15932639108', true],
    "'15932639108": ['15932639108', true],
    '0432-66661234': ['043266661234', true],
    '+7 701 123 4567': ['+77011234567', true],
    '13812345678/13912345678': ['13812345678 / 13912345678', true],
    '1593263910': ['1593263910', false],
    '1234': ['1234', false],
    没有: ['没有', false],
  };
  for (const [text, [phone, plausible]] of Object.entries(cases))
    expect([text, readPhone(text)]).toEqual([text, { phone, plausible }]);
});
