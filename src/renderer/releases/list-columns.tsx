import {
  CheckCircleFilled,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  LogoutOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Candidate, Member } from '#shared/contract/release-list.ts';
import { fill } from '#shared/messages/fill.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { language } from '../i18n/index.ts';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';
import { timeOf } from '../ui/time.ts';
import { ctOf } from './sample-text.ts';
import type { MemberRow } from './use-release-list.ts';

/** What both the list and the proposal show of somebody. */
type Person = Omit<Candidate, 'verdict' | 'earliest' | 'next' | 'busId'>;

/** Somebody who could be added, with the plate that the rules would give. */
export interface CandidateRow extends Candidate {
  plate: string;
}

type Sign = 'on' | 'dropped' | 'left' | 'back' | 'eligible' | 'expected';

const SIGNS = {
  on: <CheckCircleFilled aria-hidden />,
  eligible: <CheckCircleFilled aria-hidden />,
  dropped: <ExclamationCircleFilled aria-hidden />,
  left: <LogoutOutlined aria-hidden />,
  back: <RollbackOutlined aria-hidden />,
  expected: <ClockCircleOutlined aria-hidden />,
};

const signOf = ({ state, reason }: Member): Sign => (state === 'on' && reason !== null ? 'back' : state);

/** A mark and its word; never the colour alone. */
function Mark({ sign, word }: { sign: Sign; word: string }) {
  return (
    <span className="desk-release-mark" data-sign={sign}>
      {SIGNS[sign]} {word}
    </span>
  );
}

function MemberMark({ data }: ICellRendererParams<Member>) {
  const { t } = useTranslation();
  return data ? <Mark sign={signOf(data)} word={t(`releases.members.${memberWord(data)}`)} /> : null;
}

const memberWord = (member: Member): 'on' | 'dropped' | 'left' | 'back' => {
  const sign = signOf(member);
  return sign === 'back' || sign === 'dropped' || sign === 'left' ? sign : 'on';
};

type CandidateCell = ICellRendererParams<Candidate> & { zone: TimeZone };

function CandidateMark({ data, zone }: CandidateCell) {
  const { t } = useTranslation();
  if (!data) return null;
  const sign = data.verdict === 'eligible' ? 'eligible' : 'expected';
  return <Mark sign={sign} word={candidateWord(data, t, zone)} />;
}

const candidateWord = ({ verdict, earliest }: Candidate, t: TFunction, zone: TimeZone): string =>
  verdict === 'eligible'
    ? t('releases.eligible')
    : t('releases.expected', { at: earliest === null ? '—' : timeOf(earliest, zone).slice(5) });

export function memberColumns(t: TFunction, zone: TimeZone): ColDef<MemberRow>[] {
  return [
    {
      ...textColumn<MemberRow>({ id: 'state', title: t('releases.columns.state'), width: 128 }, (row) =>
        t(`releases.members.${memberWord(row)}`),
      ),
      cellRenderer: MemberMark,
      pinned: 'left',
    },
    ...personColumns<MemberRow>(t, zone, ({ plate }) => plate || t('releases.noBus')),
    textColumn<MemberRow>({ id: 'why', title: t('releases.columns.why'), width: 320 }, ({ reason }) =>
      reason ? fill(reason, language()) : '',
    ),
    textColumn<MemberRow>({ id: 'note', title: t('releases.columns.note'), width: 140 }, (row) => row.note),
  ];
}

export function candidateColumns(t: TFunction, zone: TimeZone): ColDef<CandidateRow>[] {
  return [
    {
      ...textColumn<CandidateRow>({ id: 'verdict', title: t('releases.columns.state'), width: 190 }, (row) =>
        candidateWord(row, t, zone),
      ),
      cellRenderer: CandidateMark,
      cellRendererParams: { zone },
      pinned: 'left',
    },
    ...personColumns<CandidateRow>(t, zone, ({ plate }) => plate),
    textColumn<CandidateRow>({ id: 'why', title: t('releases.columns.why'), width: 320 }, ({ next }) =>
      fill(next, language()),
    ),
  ];
}

function personColumns<Row extends Person>(
  t: TFunction,
  zone: TimeZone,
  busOf: (row: Row) => string,
): ColDef<Row>[] {
  return [
    {
      ...textColumn<Row>({ id: 'name', title: t('fields.name'), width: 96 }, (row) => row.name),
      pinned: 'left',
    },
    textColumn<Row>({ id: 'bed', title: t('reports.columns.bed'), width: 96 }, (row) => row.bed),
    textColumn<Row>(
      { id: 'district', title: t('reports.columns.district'), width: 100 },
      (row) => row.district,
    ),
    textColumn<Row>({ id: 'street', title: t('reports.columns.street'), width: 110 }, (row) => row.street),
    textColumn<Row>({ id: 'bus', title: t('releases.columns.bus'), width: 110 }, busOf),
    textColumn<Row>({ id: 'sex', title: t('reports.columns.sex'), width: 70 }, (row) =>
      t(`vocabulary.sexes.${row.sex}`),
    ),
    numberColumn<Row>({ id: 'age', title: t('reports.columns.age'), width: 76 }, (row) => row.age),
    timeColumn<Row>(
      { id: 'lastSample', title: t('releases.columns.lastSample') },
      zone,
      (row) => row.samples[0]?.sampledAt ?? null,
    ),
    textColumn<Row>({ id: 'lastCt', title: t('releases.columns.lastCt'), width: 190 }, (row) =>
      ctOf(row.samples[0], t),
    ),
    timeColumn<Row>(
      { id: 'sampleBefore', title: t('releases.columns.sampleBefore') },
      zone,
      (row) => row.samples[1]?.sampledAt ?? null,
    ),
    textColumn<Row>({ id: 'ctBefore', title: t('releases.columns.ctBefore'), width: 190 }, (row) =>
      ctOf(row.samples[1], t),
    ),
    textColumn<Row>({ id: 'phone', title: t('reports.columns.phone'), width: 130 }, (row) => row.phone),
    numberColumn<Row>({ id: 'days', title: t('releases.columns.days'), width: 96 }, (row) => row.daysInHouse),
  ];
}
