import { Button, Input, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROSTER_FIELDS, type RosterField } from '#shared/contract/roster-row.ts';
import type { RosterView } from '#shared/contract/rosters.ts';
import { type ActInput, useAct } from '../act.ts';
import { go } from '../route.ts';
import { takeKeyboard } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';

type Column = RosterView['columns'][number];
type Change = Omit<ActInput<'rosters.setHeadings'>, 'rosterId'>;

/** Second step: what each column is, as guessed, with examples; what is corrected is remembered. */
export function HeadingsStep({ view }: { view: RosterView }) {
  const { t } = useTranslation();
  const { rosterId } = view.summary;
  const set = useAct('rosters.setHeadings');
  const on = useRef<HTMLButtonElement>(null);
  useEffect(() => takeKeyboard(on.current), []);
  const change = (what: Change) => void set.run({ rosterId, ...what }, { quiet: true });
  const goOn = () => go('roster', rosterId, { step: 'rows' });
  const meant = new Set(view.columns.map(({ field }) => field));
  const missing = (['name', 'documentNumber'] as const).filter((field) => !meant.has(field));
  useKeys(t('roster.title'), [{ keys: 'Ctrl+Enter', does: t('roster.headings.go'), run: goOn }]);

  return (
    <>
      <div className="desk-roster-bar">
        <Sheet view={view} busy={set.busy} onChange={change} />
        <span className="desk-spread" />
        {set.busy && <LongProgress progress={set.progress} fallback={t('progress.matching')} />}
        <Button ref={on} type="primary" size="large" disabled={set.busy} onClick={goOn}>
          {t('roster.headings.go')} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
      <div className="desk-page-body">
        <RefusedNotice refused={set.refused} />
        {missing.length > 0 && (
          <Notice tone="warn">
            {t('roster.headings.missing', {
              fields: missing.map((field) => t(`roster.fields.${field}`)).join(t('ui.listComma')),
            })}
          </Notice>
        )}
        <table className="desk-headings">
          <thead>
            <tr>
              <th scope="col">{t('roster.headings.heading')}</th>
              <th scope="col">{t('roster.headings.examples')}</th>
              <th scope="col">{t('roster.headings.field')}</th>
              <th scope="col">{t('roster.headings.source')}</th>
            </tr>
          </thead>
          <tbody>
            {view.columns.map((column) => (
              <Heading
                key={column.position}
                column={column}
                busy={set.busy}
                onChange={(field) => change({ columns: given(view.columns, column, field) })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A field belongs to one column: whichever had it before is not used any more. */
function given(columns: readonly Column[], to: Column, field: RosterField | null): Change['columns'] {
  const former = columns.filter(
    (one) => one.position !== to.position && one.field === field && field !== null && field !== 'ignored',
  );
  return [{ position: to.position, field }, ...former.map(({ position }) => ({ position, field: null }))];
}

const UNUSED = 'unused';

interface HeadingProps {
  column: Column;
  busy: boolean;
  onChange(field: RosterField | null): void;
}

function Heading({ column, busy, onChange }: HeadingProps) {
  const { t } = useTranslation();
  const id = useId();
  const { heading, examples, field, source } = column;
  const options = [
    { value: UNUSED, label: t('roster.headings.unused') },
    ...ROSTER_FIELDS.map((value) => ({ value, label: t(`roster.fields.${value}`) })),
  ];
  return (
    <tr data-source={source}>
      <th scope="row">
        <label htmlFor={id}>{heading === '' ? t('roster.headings.unnamed') : heading}</label>
      </th>
      <td className="desk-heading-examples">
        {examples.map((example, index) => (
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
          value={field ?? UNUSED}
          options={options}
          onChange={(value) =>
            onChange(value === UNUSED ? null : (ROSTER_FIELDS.find((one) => one === value) ?? null))
          }
        />
      </td>
      <td className="desk-heading-source">{t(`roster.headings.sources.${source}`)}</td>
    </tr>
  );
}

interface SheetProps {
  view: RosterView;
  busy: boolean;
  onChange(change: Change): void;
}

/** Which sheet, and in which row of it the headings stand. */
function Sheet({ view, busy, onChange }: SheetProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const row = Number(typed ?? view.headingRow);
  const isRow = Number.isInteger(row) && row >= 1;
  const settle = () => {
    setTyped(null);
    if (isRow && row !== view.headingRow) onChange({ headingRow: row });
  };
  return (
    <>
      {view.sheets.length > 1 && (
        <>
          <label htmlFor={`${id}-sheet`}>{t('roster.headings.sheet')}</label>
          <Select
            id={`${id}-sheet`}
            disabled={busy}
            style={{ minWidth: 180 }}
            value={view.sheet}
            options={view.sheets.map((name) => ({ value: name, label: name }))}
            onChange={(sheet) => onChange({ sheet })}
          />
        </>
      )}
      <label htmlFor={`${id}-row`}>{t('roster.headings.row')}</label>
      <Input
        id={`${id}-row`}
        disabled={busy}
        inputMode="numeric"
        style={{ width: 72 }}
        value={typed ?? view.headingRow}
        status={isRow ? '' : 'error'}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onPressEnter={settle}
      />
      <span className="desk-quiet">
        {t('roster.headings.people', { people: t('ui.people', { count: view.rows.length }) })}
      </span>
    </>
  );
}
