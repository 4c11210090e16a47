import { useMemo } from 'react';
import { useWard } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import {
  differences,
  type FlatSettings,
  flatten,
  isValid,
  SETTING_FIELDS,
  type SettingField,
} from './setting-fields.ts';

type RulesDraft = Record<SettingField, string | null>;

const UNCHANGED: RulesDraft = {
  ...{ disinfectionMinutes: null, childAge: null, adultAge: null, frailAge: null, reservePerZone: null },
  ...{ familyAdjacent: null, nearToiletForFrail: null, nearNurseForFrail: null, equipment: null },
  ...{ fillWeight: null, mixClassifications: null, unknownSex: null, fill: null },
};

/** The settings as they are, with what was changed in the form on top; only what was touched is kept. */
export function useRulesDraft() {
  const { data: settings, refused } = useWard('ward.settings', {});
  const [draft, change, clear] = useDraft<RulesDraft>('settings', UNCHANGED);
  const current = useMemo(() => (settings ? flatten(settings) : null), [settings]);
  const form = useMemo((): FlatSettings | null => {
    if (!current) return null;
    const typed = Object.entries(draft).filter(([, text]) => text !== null);
    return { ...current, ...Object.fromEntries(typed) };
  }, [current, draft]);
  const changes = current && form ? differences(current, form) : [];
  return {
    ...{ settings, refused, form, changes, clear },
    wrong: form ? SETTING_FIELDS.filter((field) => !isValid(field, form[field])) : [],
    set: (field: SettingField, text: string | null) => change({ [field]: text }),
  };
}

export type Rules = ReturnType<typeof useRulesDraft>;
