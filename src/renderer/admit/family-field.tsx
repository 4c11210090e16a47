import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import { call } from '../client.ts';
import { Field } from './field.tsx';
import type { Admitted } from './just-admitted.ts';
import type { AdmitForm } from './use-admit-form.ts';

interface Relative {
  stayId: StayId;
  name: string;
  age: number | null;
  bed: string;
  number: number | null;
}

interface Props {
  form: AdmitForm;
  latest: readonly Admitted[];
}

const PAUSE_MS = 120;

/** Whose family: somebody in house, found by name, or somebody just admitted. */
export function FamilyField({ form, latest }: Props) {
  const { t } = useTranslation();
  const { family } = form.draft;
  const [text, setText] = useState('');
  const [found, setFound] = useState<Relative[] | null>(null);
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === '') return setFound(null);
    let asking = true;
    const timer = setTimeout(async () => {
      const answer = await call('stays.search', { text: wanted, limit: 20 });
      if (!asking || !answer.ok) return;
      setFound(
        answer.value.flatMap(({ stayId, name, bed, age, number, status }) =>
          stayId && status !== 'left' ? [{ stayId, name, age, bed, number }] : [],
        ),
      );
    }, PAUSE_MS);
    return () => {
      asking = false;
      clearTimeout(timer);
    };
  }, [wanted]);

  const recent = latest.map(
    ({ stayId, name, bed, number }): Relative => ({ stayId, name, age: null, bed: bed ?? '', number }),
  );
  const offered = found ?? recent;
  const options = offered.map(({ stayId, name, age, bed, number }) => ({
    value: stayId,
    label: [name, age !== null && t('ui.years', { age }), bed || t('admit.bed.waiting'), number]
      .filter(Boolean)
      .join(' · '),
  }));
  const isOffered = options.some(({ value }) => value === family?.stayId);
  const chosen = family && !isOffered ? [{ value: family.stayId, label: family.name }] : [];
  return (
    <Field name="family" label={t('admit.family.label')} span={6} aside={<kbd>Alt+F</kbd>}>
      {({ input }) => (
        <Select<StayId>
          id={input}
          allowClear
          showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
          style={{ width: '100%' }}
          value={family?.stayId ?? null}
          options={[...options, ...chosen]}
          placeholder={t('admit.family.placeholder')}
          notFoundContent={t(wanted === '' ? 'admit.family.nobodyYet' : 'admit.family.nobody')}
          onChange={(value) => {
            const one = offered.find(({ stayId }) => stayId === value);
            form.change({ family: one ? { stayId: one.stayId, name: one.name } : null });
            setText('');
          }}
        />
      )}
    </Field>
  );
}
