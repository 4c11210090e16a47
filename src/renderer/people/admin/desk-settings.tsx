import { Button, Checkbox, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HospitalSettings } from '#shared/contract/hospital-settings.ts';
import { MOST_LOCK_AFTER_MINUTES } from '#shared/rules/people-limits.ts';
import { useAct } from '../../act.ts';
import { useWard } from '../../client.ts';
import { RefusedNotice } from '../../ui/notices.tsx';
import './admin.css';

/** After how long a desk locks itself, and whether screens and papers carry a name. */
export function DeskSettings() {
  const { t } = useTranslation();
  const id = useId();
  const { data, refused } = useWard('ward.settings', {});
  const change = useAct('ward.changeSettings');
  const [draft, setDraft] = useState<Partial<HospitalSettings['signIn']>>({});
  if (!data) return <RefusedNotice refused={refused} />;
  const now = { ...data.signIn, ...draft };
  const save = async () => {
    const answer = await change.run({ settings: { signIn: now } }, { quiet: true });
    if (answer.ok) setDraft({});
  };
  return (
    <section aria-label={t('people.admin.desk')} className="desk-sign-in-settings">
      <h3>{t('people.admin.desk')}</h3>
      <div>
        <label htmlFor={id}>{t('people.admin.lockAfter')}</label>{' '}
        <InputNumber
          id={id}
          min={0}
          max={MOST_LOCK_AFTER_MINUTES}
          precision={0}
          value={now.lockAfterMinutes}
          onChange={(value) => setDraft({ ...draft, lockAfterMinutes: value ?? 0 })}
        />
      </div>
      <Checkbox
        checked={now.watermark}
        onChange={(event) => setDraft({ ...draft, watermark: event.target.checked })}
      >
        {t('people.admin.watermark')}
      </Checkbox>
      <RefusedNotice refused={change.refused} />
      <Button
        type="primary"
        disabled={Object.keys(draft).length === 0}
        loading={change.busy}
        onClick={() => void save()}
      >
        {t('people.admin.saveDesk')}
      </Button>
    </section>
  );
}
