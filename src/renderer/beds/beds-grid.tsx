import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedState } from '#shared/contract/vocabulary.ts';
import { type Instant, minutesBetween, type TimeZone } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';
import { useHospital } from '../ui/hospital.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { AlertMark, StateMark } from '../ui/state-mark.tsx';
import { useNow } from '../ui/time.ts';
import { type BedRow, bedRows, stateSince } from './bed-rows.ts';

interface Props {
  /** Only beds in this state; null for all. */
  state: BedState | null;
  onOpen(bed: BedRow): void;
  onChosen?(beds: BedRow[]): void;
  /** For the page's keys: the bed where the keyboard stands, the beds ticked. */
  ref?: Ref<WardGridHandle<BedRow>>;
}

/** Every bed as a row: the same facts as the board, to be sorted, filtered, ticked and exported. */
export function BedsGrid({ state, onOpen, onChosen, ref }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const now = useNow();
  const plan = useWard('beds.plan', {});
  const board = useWard('beds.board', {});
  const all = useMemo(
    () => (plan.data && board.data ? bedRows(plan.data, board.data.beds) : undefined),
    [plan.data, board.data],
  );
  const rows = useMemo(
    () => (state === null ? all : all?.filter((bed) => bed.state === state)),
    [all, state],
  );
  const columns = useMemo(() => bedColumns(t, timeZone, now), [t, timeZone, now]);
  const counts = board.data?.counts;
  const hint =
    state === 'available' && counts
      ? t('bedsGrid.fullHint', {
          dirty: counts.awaitingDisinfection,
          reserved: counts.reserved,
          closed: counts.outOfService,
        })
      : t('bedsGrid.emptyHint');
  return (
    <>
      <RefusedNotice refused={plan.refused ?? board.refused} />
      <WardGrid<BedRow>
        {...(ref ? { ref } : {})}
        name="beds"
        label={t('bedsGrid.label')}
        rows={rows}
        total={all?.length ?? 0}
        columns={columns}
        rowId={(bed) => bed.id}
        onOpen={onOpen}
        {...(onChosen ? { onChosen } : {})}
        empty={<EmptyState title={t('bedsGrid.empty')} hint={hint} />}
      />
    </>
  );
}

/** What else is to be said of a bed: for whom it is held, why it is closed, how long it still has to wait. */
function noteOf(bed: BedRow, now: Instant, t: TFunction): string {
  const { reservation, disinfection, closure } = bed;
  const minutes = disinfection ? Math.ceil(minutesBetween(now, disinfection.readyAt)) : 0;
  const notes = [
    disinfection && (minutes > 0 ? t('bedsGrid.ready', { minutes }) : t('bedsGrid.readyNow')),
    reservation && [reservation.name, reservation.note].filter((text) => text !== '').join(' '),
    closure && t(`vocabulary.closureReasons.${closure.reason}`),
    closure?.note,
  ];
  return notes.filter((note) => note).join(' · ');
}

function bedColumns(t: TFunction, zone: TimeZone, now: Instant): ColDef<BedRow>[] {
  return [
    textColumn({ id: 'code', title: t('bedsGrid.code'), width: 112, pinned: 'left' }, (bed) => bed.code),
    textColumn({ id: 'state', title: t('bedsGrid.state'), width: 200, cellRenderer: State }, (bed) =>
      t(`vocabulary.bedStates.${bed.state}`),
    ),
    textColumn(
      { id: 'occupant', title: t('bedsGrid.occupant'), width: 150, cellRenderer: Occupant },
      (bed) => bed.occupant?.name ?? null,
    ),
    textColumn(
      { id: 'sex', title: t('fields.sex'), width: 74 },
      ({ occupant }) => occupant && t(`vocabulary.sexes.${occupant.sex}`),
    ),
    numberColumn({ id: 'age', title: t('ui.age'), width: 76 }, (bed) => bed.occupant?.age ?? null),
    textColumn(
      { id: 'classification', title: t('fields.classification'), width: 136 },
      ({ occupant }) => occupant && t(`vocabulary.classifications.${occupant.classification}`),
    ),
    timeColumn<BedRow>({ id: 'since', title: t('bedsGrid.since') }, zone, stateSince),
    textColumn({ id: 'note', title: t('bedsGrid.note'), width: 190 }, (bed) => noteOf(bed, now, t)),
    textColumn({ id: 'zone', title: t('bedsGrid.zone'), width: 84 }, (bed) => bed.zone),
    textColumn(
      { id: 'zoneName', title: t('bedsGrid.zoneName'), width: 140, hide: true },
      (bed) => bed.zoneName,
    ),
    textColumn({ id: 'unit', title: t('bedsGrid.unit'), width: 110 }, (bed) => bed.unit),
    textColumn({ id: 'policy', title: t('bedsGrid.policy'), width: 90 }, (bed) =>
      t(`vocabulary.sexPolicies.${bed.sexPolicy}`),
    ),
    textColumn({ id: 'attributes', title: t('bedsGrid.attributes'), width: 220 }, (bed) =>
      bed.attributes.map((one) => t(`vocabulary.bedAttributes.${one}`)).join(t('ui.listComma')),
    ),
    numberColumn({ id: 'number', title: t('ui.number'), width: 94 }, (bed) => bed.occupant?.number ?? null),
  ];
}

function State({ data }: ICellRendererParams<BedRow>) {
  return data ? <StateMark state={data.state} /> : null;
}

function Occupant({ data }: ICellRendererParams<BedRow>) {
  const { t } = useTranslation();
  if (!data?.occupant) return null;
  const { name, alert, provisional } = data.occupant;
  return (
    <span className="desk-name">
      {alert && <AlertMark label={t('patients.columns.keyGroups')} />}
      <bdi className="desk-name-text">{name}</bdi>
      {provisional && <span className="desk-late-mark">{t('fields.provisional')}</span>}
    </span>
  );
}
