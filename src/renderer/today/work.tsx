import { Button, Segmented } from 'antd';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TEAMS, type Team } from '#shared/contract/clinical-vocabulary.ts';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { OnlyWith } from '../people/only-with.tsx';
import { narrow, useRoute } from '../route.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { LateEntryControl, useLateEntry } from '../ui/late-entry.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { timeOf } from '../ui/time.ts';
import { openPatient } from '../ways.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { StandingOrders } from './standing-orders.tsx';
import { TeamChoice } from './team-choice.tsx';
import { turnColumns } from './turn-columns.tsx';
import { isOpen, rowsOf, type Shown, type TurnRow } from './turn-rows.ts';
import { UnitChoice } from './unit-choice.tsx';
import { useWorkHand, useWorkKeys } from './use-work-hand.ts';

/** One group’s list of today, bed by bed, ticked by keyboard. */
export function Work() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { query } = useRoute();
  const team: Team = TEAMS.find((one) => one === query.get('team')) ?? 'nursing';
  const unit = query.get('unit');
  const shown: Shown = query.get('show') === 'all' ? 'all' : 'open';
  const { data, refused } = useWard('care.today', { team }, { keep: true });
  const late = useLateEntry();
  const grid = useRef<WardGridHandle<TurnRow>>(null);
  const hand = useWorkHand(data, grid, late.read);
  const unitField = useId();
  const [ordering, setOrdering] = useState(false);
  const { answer, asked, setAsked, all, setAll, ticking } = hand;
  const { visited, saving } = ticking;
  const turns = useMemo(
    () => data?.turns.filter((turn) => unit === null || turn.unit === unit),
    [data, unit],
  );
  const rows = useMemo(() => turns && rowsOf(turns, shown, visited, saving), [turns, shown, visited, saving]);
  const columns = useMemo(() => turnColumns(t, timeZone, data?.day ?? ''), [t, timeZone, data?.day]);

  const onTeam = (one: Team) => {
    narrow({ team: one });
    grid.current?.focus();
  };
  const onUnit = (one: string | null) => {
    narrow({ unit: one ?? undefined });
    grid.current?.focus();
  };

  useWorkKeys({ hand, unitField, shown, onTeam, onOrder: () => setOrdering(true) });

  return (
    <div className="desk-today">
      <div className="desk-today-head">
        <TeamChoice chosen={team} counts={data?.teams} onChoose={onTeam} />
        <UnitChoice id={unitField} units={data?.units ?? []} chosen={unit} onChoose={onUnit} />
        <span className="desk-spread" />
        <LateEntryControl value={late.late} onChange={late.setLate} />
      </div>
      <div className="desk-today-says">
        <Summary turns={turns} day={data?.day} />
        <Elsewhere team={team} />
      </div>
      <RefusedNotice refused={refused} />
      <WardGrid<TurnRow>
        name="today"
        label={t('today.title')}
        ref={grid}
        rows={rows}
        total={turns?.length ?? 0}
        columns={columns}
        rowId={(row) => row.key}
        onOpen={(row) => openPatient(row.stayId)}
        plain
        rowClassRules={ROW_CLASSES}
        tools={
          <>
            <Segmented<Shown>
              aria-label={t('today.show.label')}
              value={shown}
              onChange={(one) => narrow({ show: one === 'all' ? 'all' : undefined })}
              options={(['open', 'all'] as const).map((one) => ({
                value: one,
                label: t(`today.show.${one}`),
              }))}
            />
            <Button onClick={() => setOrdering(true)}>
              {t('today.standing')} <kbd>O</kbd>
            </Button>
          </>
        }
        empty={
          <EmptyState
            title={turns?.length === 0 ? t('today.nothingOrdered') : t('today.empty')}
            hint={t('today.emptyHint')}
          >
            <Allowed to="care.order">
              <Button type="primary" onClick={() => setOrdering(true)}>
                {t('today.keys.order')} <kbd>O</kbd>
              </Button>
            </Allowed>
          </EmptyState>
        }
      />
      <div className="desk-key-line">
        <OnlyWith to="care.tick">
          <KeyLine />
        </OnlyWith>
      </div>
      <AnswerDialog
        row={asked}
        busy={ticking.busy}
        onAnswer={(row, given) => void answer([row], given)}
        onClose={() => setAsked(null)}
      />
      <ConfirmConsequences
        open={all !== null}
        danger={false}
        title={t('today.tick.allTitle', { what: all?.[0]?.what ?? '', count: all?.length ?? 0 })}
        verb={t('today.tick.allGo', { count: all?.length ?? 0 })}
        consequences={(all ?? []).map((row) =>
          t('today.tick.allLine', {
            bed: row.bed,
            name: row.name,
            due: timeOf(row.dueAt, timeZone).slice(5),
          }),
        )}
        busy={ticking.busy}
        onGo={() => all && void answer(all, { outcome: 'done', note: '', againInHours: null })}
        onCancel={() => setAll(null)}
      />
      <StandingOrders open={ordering} onClose={() => setOrdering(false)} team={team} />
    </div>
  );
}

const ROW_CLASSES = {
  'desk-turn-answered': ({ data }: { data: TurnRow | undefined }) =>
    data !== undefined && (data.answer !== null || data.saving !== null),
  'desk-turn-overdue': ({ data }: { data: TurnRow | undefined }) =>
    data !== undefined && data.state === 'overdue' && isOpen(data),
};

function Summary({
  turns,
  day,
}: {
  turns: readonly { state: string }[] | undefined;
  day: string | undefined;
}) {
  const { t } = useTranslation();
  if (!turns || day === undefined) return <span className="desk-quiet">{t('ui.loading')}</span>;
  const count = (state: string) => turns.filter((turn) => turn.state === state).length;
  const words = {
    day,
    due: count('due'),
    overdue: count('overdue'),
    missed: count('missed'),
    done: count('answered'),
    total: turns.length,
  };
  return <strong>{t('today.summary', words)}</strong>;
}

/** The keys of the hand that ticks, always in sight: this page is used without a mouse. */
function KeyLine() {
  const { t } = useTranslation();
  return (
    <p aria-hidden>
      <kbd>Space</kbd> {t('today.outcome.done')} <kbd>R</kbd> {t('today.outcome.refused')} <kbd>N</kbd>{' '}
      {t('today.outcome.not-needed')} <kbd>X</kbd> {t('today.outcome.absent')} <kbd>E</kbd>{' '}
      {t('today.tick.answer')} <kbd>A</kbd> {t('today.tick.all')} <kbd>U</kbd> {t('today.unit')}
    </p>
  );
}
