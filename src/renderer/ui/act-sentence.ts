import type { TFunction } from 'i18next';
import { type CommandName, contract, isProcedureName } from '#shared/contract/index.ts';
import { SESSION_ACTS } from '#shared/contract/sessions.ts';
import type { HistoryEntry } from '#shared/contract/stays.ts';
import { CLOSURE_REASONS, MOVE_REASONS, WAYS_OF_LEAVING } from '#shared/contract/vocabulary.ts';

const isAct = (name: string): name is CommandName | (typeof SESSION_ACTS)[number] =>
  SESSION_ACTS.some((one) => one === name) || (isProcedureName(name) && contract[name].kind === 'command');

/** What an act is called: 转床, Moved. */
export const actTitle = (procedure: string, t: TFunction): string =>
  isAct(procedure) ? t(`acts.${procedure}`) : procedure;

function wayWord(way: string, t: TFunction): string {
  const known = WAYS_OF_LEAVING.find((one) => one === way);
  return known ? t(`vocabulary.waysOfLeaving.${known}`) : way;
}

function becauseWord(because: string, t: TFunction): string {
  const move = MOVE_REASONS.find((one) => one === because);
  if (move) return t(`vocabulary.moveReasons.${move}`);
  const closure = CLOSURE_REASONS.find((one) => one === because);
  return closure ? t(`vocabulary.closureReasons.${closure}`) : because;
}

type Words = HistoryEntry['params'];

function whereTo({ fromBed, bed }: Words): string | undefined {
  return fromBed && bed ? `${fromBed} → ${bed}` : (bed ?? fromBed);
}

function howMany(entry: HistoryEntry, t: TFunction): string | undefined {
  if (entry.stays > 1) return t('ui.people', { count: entry.stays });
  return entry.stays === 0 && entry.beds > 1 ? t('ui.beds', { count: entry.beds }) : undefined;
}

/** What an act did, after its name: who, which bed, where to, why. */
export function actDetail(entry: HistoryEntry, t: TFunction): string {
  const { params: p } = entry;
  const words = [
    entry.stays > 1 ? undefined : p.name,
    howMany(entry, t),
    entry.stays > 1 ? undefined : whereTo(p),
    // The place of an act with a patient is mostly the bed that stands there already; not for a reservation.
    p.bed || p.fromBed || (entry.stays > 0 && (entry.stays > 1 || entry.beds !== 1)) ? undefined : p.place,
    p.plate,
    p.file,
    p.way === undefined ? undefined : wayWord(p.way, t),
    p.destination,
    p.because === undefined ? undefined : becauseWord(p.because, t),
    p.note,
  ];
  return words.filter((word) => word !== undefined && word !== '').join(' · ');
}

/** An undo says what it took back: 撤销 · 转床. */
export function fullTitle(
  { procedure, params }: Pick<HistoryEntry, 'procedure' | 'params'>,
  t: TFunction,
): string {
  const title = actTitle(procedure, t);
  return params.undone ? `${title} · ${actTitle(params.undone, t)}` : title;
}

/** One line for the status bar and for histories: `转床 · 张三 · A-01-02 → B-03-04`. */
export function actSentence(entry: HistoryEntry, t: TFunction): string {
  const detail = actDetail(entry, t);
  const title = fullTitle(entry, t);
  return detail === '' ? title : `${title} · ${detail}`;
}
