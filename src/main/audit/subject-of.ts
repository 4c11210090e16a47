/** What an input can be about, the nearest first: ids of the ward, then the period or the kind of a file. */
const SUBJECTS = [
  'stayId',
  'bedId',
  'zoneId',
  'careUnitId',
  'listId',
  'rosterId',
  'referralId',
  'rollCallId',
  'handoverIds',
  'labFileId',
  'actId',
  'person',
  'cutOff',
  'list',
  'kind',
  'day',
  'from',
];

/** Whom or what an input is about, as `stayId:…`; of an act the rest stands with its subjects. */
export function subjectOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return '';
  for (const key of SUBJECTS) {
    const given = Object.hasOwn(input, key) ? (input as Record<string, unknown>)[key] : undefined;
    const value = Array.isArray(given) ? given[0] : given;
    // Half of a sign would come back from the file as another one, and the row's link would not hold.
    if (typeof value === 'string') return `${key}:${value.slice(0, 80)}`.toWellFormed();
  }
  return '';
}
