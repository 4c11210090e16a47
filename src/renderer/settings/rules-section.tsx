import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HospitalSettings } from '#shared/contract/hospital-settings.ts';
import { useAct } from '../act.ts';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { ChoiceRow, NumberRow, WeightRow } from './rule-rows.tsx';
import { type Rules, useRulesDraft } from './rules-draft.ts';
import { unflatten } from './setting-fields.ts';
import { changeSentence, settingTitle } from './setting-words.ts';

/** Disinfection and how beds are given out. Nothing counts before it is saved, and it says what would change. */
export function RulesSection() {
  const { t } = useTranslation();
  const rules = useRulesDraft();
  if (!rules.form)
    return rules.refused ? <RefusedNotice refused={rules.refused} /> : <p>{t('ui.loading')}</p>;
  return (
    <>
      <fieldset className="desk-rules">
        <legend>{t('settings.groups.disinfection')}</legend>
        <NumberRow rules={rules} field="disinfectionMinutes" />
      </fieldset>
      <fieldset className="desk-rules">
        <legend>{t('settings.groups.hard')}</legend>
        <ChoiceRow rules={rules} field="mixClassifications" />
        <ChoiceRow rules={rules} field="unknownSex" />
        <NumberRow rules={rules} field="childAge" />
        <NumberRow rules={rules} field="adultAge" />
        <NumberRow rules={rules} field="reservePerZone" />
      </fieldset>
      <fieldset className="desk-rules">
        <legend>{t('settings.groups.preferences')}</legend>
        <p className="desk-quiet">{t('settings.groups.preferencesHint')}</p>
        <ChoiceRow rules={rules} field="fill" />
        <NumberRow rules={rules} field="frailAge" />
        <WeightRow rules={rules} field="familyAdjacent" />
        <WeightRow rules={rules} field="nearToiletForFrail" />
        <WeightRow rules={rules} field="nearNurseForFrail" />
        <WeightRow rules={rules} field="equipment" />
        <WeightRow rules={rules} field="fillWeight" />
      </fieldset>
      <SaveBar rules={rules} />
    </>
  );
}

/** Only what was changed is sent, so that another desk's change to the rest is not undone by this one. */
function changedParts(rules: Rules): Partial<HospitalSettings> | null {
  const next = rules.form && unflatten(rules.form);
  if (!next) return null;
  const disinfection = rules.changes.some(({ field }) => field === 'disinfectionMinutes');
  const allocation = rules.changes.some(({ field }) => field !== 'disinfectionMinutes');
  return {
    ...(disinfection ? { disinfectionMinutes: next.disinfectionMinutes } : {}),
    ...(allocation ? { allocation: next.allocation } : {}),
  };
}

/** Before → after, and the way back, before and after it is saved. */
function SaveBar({ rules }: { rules: Rules }) {
  const { t } = useTranslation();
  const change = useAct('ward.changeSettings');
  const { changes, wrong } = rules;
  const ready = changes.length > 0 && wrong.length === 0;
  const save = async () => {
    const settings = ready ? changedParts(rules) : null;
    if (!settings) return;
    const said = changes;
    const answer = await change.run(
      { settings },
      {
        quiet: true,
        says: (say) => said.map((one) => changeSentence(one, say)).join(say('settings.semicolon')),
      },
    );
    if (answer.ok) rules.clear();
  };
  useKeys(t('settings.title'), [
    { keys: 'Ctrl+S', does: t('settings.save'), run: () => void save(), when: ready },
  ]);
  if (changes.length === 0) return <RefusedNotice refused={change.refused} />;
  return (
    <div className="desk-save-bar" role="status">
      <RefusedNotice refused={change.refused} />
      <ul>
        {changes.map((one) => (
          <li key={one.field}>
            {wrong.includes(one.field)
              ? t('settings.wrong', { what: settingTitle(one.field, t) })
              : changeSentence(one, t)}{' '}
            <Button type="link" size="small" onClick={() => rules.set(one.field, null)}>
              {t('settings.putBack')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="desk-save-bar-acts">
        <Button onClick={rules.clear}>{t('settings.discard')}</Button>
        <Allowed to="ward.changeSettings">
          <Button type="primary" disabled={!ready} loading={change.busy} onClick={() => void save()}>
            {t('settings.save')} <kbd>Ctrl+S</kbd>
          </Button>
        </Allowed>
      </div>
    </div>
  );
}
