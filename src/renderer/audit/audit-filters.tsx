import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIT_OUTCOMES } from '#shared/contract/audit.ts';
import { type Instant, instantOfLocal, type LocalDate, type TimeZone } from '#shared/rules/instant.ts';
import { addDays } from '#shared/rules/shift-rules.ts';
import { useWard } from '../client.ts';
import { DateField } from '../ui/date-field.tsx';
import { useHospital } from '../ui/hospital.tsx';
import type { AuditFilter } from './use-audit.ts';

export interface Days {
  from: LocalDate | null;
  to: LocalDate | null;
}

interface Props {
  filter: AuditFilter;
  days: Days;
  onChange(filter: AuditFilter, days: Days): void;
}

const beginOf = (day: LocalDate | null, zone: TimeZone): Instant | undefined =>
  (day && instantOfLocal(`${day}T00:00`, zone)) ?? undefined;

/** Who, what became of it, about whom, on which days. */
export function AuditFilters({ filter, days, onChange }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { data: operators } = useWard('ward.operators', {});
  const id = useId();
  const set = (next: AuditFilter) => onChange({ ...filter, ...next }, days);
  const setDays = (next: Days) =>
    onChange(
      {
        ...filter,
        from: beginOf(next.from, timeZone),
        to: beginOf(next.to && addDays(next.to, 1), timeZone),
      },
      next,
    );
  return (
    <div className="desk-audit-filters">
      <Input.Search
        allowClear
        aria-label={t('audit.filters.about')}
        placeholder={t('audit.filters.about')}
        defaultValue={filter.about}
        onSearch={(about) => set({ about: about.trim() || undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('audit.filters.who')}
        placeholder={t('audit.filters.who')}
        value={filter.who}
        options={(operators ?? []).map((one) => ({ value: one.id, label: one.name }))}
        onChange={(who) => set({ who: who ?? undefined })}
      />
      <Select
        allowClear
        aria-label={t('audit.filters.outcome')}
        placeholder={t('audit.filters.outcome')}
        value={filter.outcome}
        options={AUDIT_OUTCOMES.map((one) => ({ value: one, label: t(`audit.outcomes.${one}`) }))}
        onChange={(outcome) => set({ outcome: outcome ?? undefined })}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} htmlFor={`${id}-${end}`}>
          <span>{t(`audit.filters.${end}`)}</span>
          <DateField
            id={`${id}-${end}`}
            value={days[end]}
            placeholder={t('audit.filters.day')}
            onChange={(day) => setDays({ ...days, [end]: day })}
          />
        </label>
      ))}
    </div>
  );
}
