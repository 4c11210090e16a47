import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/contract/hospital-settings.ts';
import { PROCEDURE_NAMES } from '#shared/contract/index.ts';
import { procedureWord } from '#shared/messages/audit-words.ts';
import { changeLines } from '#shared/messages/change-words.ts';
import { changedFieldWord } from '#shared/messages/changed-field-words.ts';
import type { Language } from '#shared/messages/fill.ts';
import type { TimeZone } from '#shared/rules/instant.ts';

const SHANGHAI = 'Asia/Shanghai' as TimeZone;

const told = (
  field: string,
  before: string | null,
  after: string | null,
  language: Language = 'zh-CN',
): string[] => changeLines([{ field, before, after }], language, SHANGHAI);

describe('the name of what was done or asked', () => {
  it.each(['zh-CN', 'en'] as const)('is no name of the program’s inside, in %s', (language) => {
    const words = PROCEDURE_NAMES.map((name) => procedureWord(name, language));
    expect(words.filter((word) => word === '' || /\w\.\w/.test(word))).toEqual([]);
    expect(procedureWord('beds.polish', language)).toBe('beds.polish');
  });
});

describe('what an act changed', () => {
  it('is told with the words of the ward, in both languages', () => {
    expect(told('way', null, 'to-community')).toEqual(['离院方式：（空） → 转社区']);
    expect(told('sex', 'unknown', 'female', 'en')).toEqual(['Sex: unknown → female']);
    expect(told('needs', 'wheelchair', 'wheelchair,quiet')).toEqual(['需要：轮椅 → 轮椅、安静']);
    expect(told('closed', null, 'broken')).toEqual(['停用：否 → 设备损坏']);
    expect(told('state', 'open', 'draining', 'en')).toEqual(['State of the zone: open → draining']);
    expect(told('roles', 'nurse', 'nurse team-lead')).toEqual(['角色：护士 → 护士、医疗队长']);
    expect(told('active', 'true', 'false', 'en')).toEqual(['Works here: yes → no']);
    expect(told('secret', null, 'reset')).toEqual(['口令：（空） → 由管理员重设']);
    expect(told('family_id', null, '0190aaaa-bbbb-7ccc-8ddd-eeeeffff1234')).toEqual(['家庭：（空） → …1234']);
    expect(told('readiness', null, 'water power nurses')).toEqual(['收治条件：（空） → 3 项']);
  });

  it('is told of an observation with its moment on the hospital’s clock, also past midnight', () => {
    expect(told('temperature@2022-04-04T16:05:00.000Z', '36.5', '38.5')).toEqual([
      '体温（2022-04-05 00:05）：36.5 °C → 38.5 °C',
    ]);
    expect(told('symptoms@2022-04-05T03:00:00.000Z', null, 'cough,fatigue', 'en')).toEqual([
      'Symptoms (2022-04-05 11:00): (empty) → cough, fatigue',
    ]);
    expect(changedFieldWord('spo2@2022-04-05T03:00:00.000Z', 'zh-CN')).toBe('血氧');
  });

  it('is told of settings and of the rights of a role by what differs', () => {
    const { signIn, zones } = DEFAULT_SETTINGS;
    const after = JSON.stringify({ ...signIn, watermark: true });
    expect(told('signIn', JSON.stringify(signIn), after)).toEqual(['水印：否 → 是']);
    const longer = JSON.stringify({ ...zones, readiness: [{ key: 'own', zh: '水', en: 'water' }] });
    expect(told('zones', JSON.stringify(zones), longer, 'en')).toEqual([
      'Readiness list: as shipped → water',
    ]);
    expect(told('nurse', 'ward.read papers.print', 'beds.close ward.read')).toEqual([
      '护士的权限：加上 停用与恢复床位、去掉 打印',
    ]);
    // A setting that an earlier version did not have.
    expect(told('signIn', '{}', JSON.stringify({ lockAfterMinutes: 5 }), 'en')).toEqual([
      'Desk locks itself after: (empty) → 5 min',
    ]);
  });

  it('tells a colleague’s zones by their codes, and a setting that cannot be read as it was kept', () => {
    expect(told('zones', '', 'A B')).toEqual(['分区：全部 → A、B']);
    expect(told('zones', '1', '2', 'en')).toEqual(['Zones: 1 → 2']);
    expect(told('allocation', '{broken', '{}')).toEqual(['设置：{broken → {}']);
  });

  it('is told once where it is the same of many', () => {
    const one = { field: 'move', before: null, after: 'clinical' };
    expect(changeLines([one, one, one], 'zh-CN', SHANGHAI)).toEqual(['转床原因：（空） → 病情需要']);
  });
});
