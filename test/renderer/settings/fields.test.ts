import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '#main/ward/verify-ward.ts';
import { zhCN } from '#renderer/i18n/zh-CN/index.ts';
import { checkKey } from '#renderer/settings/check-words.ts';
import {
  boundsOf,
  differences,
  flatten,
  isValid,
  SETTING_FIELDS,
  unflatten,
} from '#renderer/settings/setting-fields.ts';
import { DEFAULT_SETTINGS } from '#shared/contract/hospital-settings.ts';
import { settingDifferences } from '#shared/messages/setting-words.ts';

const shipped = flatten(DEFAULT_SETTINGS);

beforeAll(async () => {
  await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zhCN } } });
});

describe('the settings of a hospital in their form', () => {
  it('are all there, and come back as they went in', () => {
    expect(Object.keys(shipped).sort()).toEqual([...SETTING_FIELDS].sort());
    const { disinfectionMinutes, allocation } = DEFAULT_SETTINGS;
    expect(unflatten(shipped)).toEqual({ disinfectionMinutes, allocation });
  });

  it('are held to the bounds of the contract', () => {
    expect(boundsOf('disinfectionMinutes')).toEqual({ min: 0, max: 1440 });
    expect(boundsOf('frailAge')).toEqual({ min: 50, max: 120 });
    expect(isValid('disinfectionMinutes', '0')).toBe(true);
    for (const wrong of ['', ' ', '1441', '-1', '30.5', 'x']) {
      expect(isValid('disinfectionMinutes', wrong), wrong).toBe(false);
      expect(unflatten({ ...shipped, disinfectionMinutes: wrong }), wrong).toBeNull();
    }
    expect(isValid('fill', 'one-by-one')).toBe(true);
    expect(isValid('fill', 'at-random')).toBe(false);
  });

  it('tell what differs', () => {
    const other = { ...shipped, reservePerZone: '5', familyAdjacent: '80' };
    expect(differences(shipped, other)).toEqual([
      { field: 'reservePerZone', before: '2', after: '5' },
      { field: 'familyAdjacent', before: '60', after: '80' },
    ]);
    expect(differences(shipped, shipped)).toEqual([]);
  });

  it('are read from the history as sentences, not as JSON', () => {
    const before = JSON.stringify(DEFAULT_SETTINGS.allocation);
    const after = JSON.stringify({ ...DEFAULT_SETTINGS.allocation, reservePerZone: 5 });
    const said = [
      { field: 'allocation', before, after },
      { field: 'disinfectionMinutes', before: '60', after: '45' },
      { field: 'name', before: null, after: '赵护士' },
      { field: 'allocation', before: '{broken', after },
    ].flatMap((change) => {
      const found = settingDifferences(change.field, change.before, change.after, 'zh-CN') ?? [];
      return found.map((one) => `${one.what.zh}：${one.before} → ${one.after}`);
    });
    expect(said).toEqual(['每区预留空床：2 床 → 5 床', '消毒作用时间：60 分钟 → 45 分钟']);
  });
});

describe('the check of the ward', () => {
  it('has words for every check that it makes', () => {
    for (const check of [...CHECKS, 'integrity_check', 'foreign_key_check'])
      expect(checkKey(check), check).not.toBeNull();
  });
});
