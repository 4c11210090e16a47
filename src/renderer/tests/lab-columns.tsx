import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LAB_FIELDS, type LabField } from '#shared/contract/lab-row.ts';
import type { LabColumn } from '#shared/contract/tests.ts';
import { withColumn } from './lab-column-rules.ts';

const UNUSED = 'unused';

interface Props {
  columns: readonly LabColumn[];
  busy: boolean;
  onChange(columns: { position: number; field: LabField | null }[]): void;
}

/** What each column of the file means, as guessed, with examples; what is corrected is remembered. */
export function LabColumns({ columns, busy, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <table className="desk-headings">
      <thead>
        <tr>
          <th scope="col">{t('tests.import.heading')}</th>
          <th scope="col">{t('tests.import.examples')}</th>
          <th scope="col">{t('tests.import.field')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <Column
            key={column.position}
            column={column}
            busy={busy}
            onChange={(field) => onChange(withColumn(columns, column.position, field))}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ColumnProps {
  column: LabColumn;
  busy: boolean;
  onChange(field: LabField | null): void;
}

function Column({ column, busy, onChange }: ColumnProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <tr data-source={column.source}>
      <th scope="row">
        <label htmlFor={id}>{column.heading || t('tests.import.unnamed')}</label>
      </th>
      <td className="desk-heading-examples">
        {column.examples.map((example, index) => (
          // Examples are shown once, and two may be alike.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <bdi key={index}>{example}</bdi>
        ))}
      </td>
      <td>
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={busy}
          value={column.field ?? UNUSED}
          options={[
            { value: UNUSED, label: t('tests.import.unused') },
            ...LAB_FIELDS.map((value) => ({ value, label: t(`tests.fields.${value}`) })),
          ]}
          onChange={(value) =>
            onChange(value === UNUSED ? null : (LAB_FIELDS.find((one) => one === value) ?? null))
          }
        />
      </td>
    </tr>
  );
}
