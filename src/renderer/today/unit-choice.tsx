import { AutoComplete } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Unit {
  unit: string;
  due: number;
  overdue: number;
  missed: number;
}

interface Props {
  id: string;
  units: readonly Unit[];
  /** Null: all of them. */
  chosen: string | null;
  onChoose(unit: string | null): void;
}

const tidy = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** `a3`, `A-03`, `a-03`: the unit whose code that can only be; null where it is none or several. */
export function unitOf(typed: string, units: readonly { unit: string }[]): string | null {
  const wanted = tidy(typed);
  if (wanted === '') return null;
  const named = units.filter(({ unit }) => unit !== '');
  const exact = named.find(({ unit }) => tidy(unit) === wanted || short(unit) === wanted);
  if (exact) return exact.unit;
  const begun = named.filter(({ unit }) => tidy(unit).startsWith(wanted));
  return begun.length === 1 ? (begun[0]?.unit ?? null) : null;
}

/** A-03 as people type it: a3. */
const short = (unit: string): string =>
  unit
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('');

/** The care unit, by its code: typed and Enter, or picked. Emptied: all of them. */
export function UnitChoice({ id, units, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(chosen ?? '');
  const [open, setOpen] = useState(false);
  useEffect(() => setTyped(chosen ?? ''), [chosen]);
  const settle = (text: string) => {
    setOpen(false);
    const unit = text.trim() === '' ? null : unitOf(text, units);
    if (unit !== null || text.trim() === '') onChoose(unit);
    else setTyped(chosen ?? '');
  };
  return (
    <label htmlFor={id} className="desk-unit-choice">
      <span>{t('today.unit')}</span>
      <AutoComplete
        id={id}
        allowClear
        open={open}
        onOpenChange={setOpen}
        style={{ width: 170 }}
        value={typed}
        placeholder={t('today.allUnits')}
        options={units
          .filter(({ unit }) => unit !== '')
          .map(({ unit, due, overdue, missed }) => ({
            value: unit,
            label: t(missed > 0 ? 'today.unitOptionMissed' : 'today.unitOption', {
              ...{ unit, open: due + overdue, missed },
            }),
          }))}
        showSearch={{
          filterOption: (text, option) => tidy(String(option?.value ?? '')).includes(tidy(text)),
        }}
        onChange={(text: string) => {
          setOpen(true);
          setTyped(text ?? '');
        }}
        onSelect={(unit: string) => {
          setOpen(false);
          onChoose(unit);
        }}
        onClear={() => onChoose(null)}
        onBlur={() => settle(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle(typed);
        }}
      />
    </label>
  );
}
