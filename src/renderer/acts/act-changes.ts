import type { HistoryEntry } from '#shared/contract/stays.ts';
import { changeLines } from '#shared/messages/change-words.ts';
import type { Language } from '#shared/messages/fill.ts';
import type { TimeZone } from '#shared/rules/instant.ts';

/** What the name of an act and its detail tell already: how somebody left, why a bed was changed or closed. */
const TOLD = ['way', 'move', 'closed', 'state', 'readiness'];

/** What an act changed, field by field, in words. */
export const changesOf = ({ changes }: HistoryEntry, language: Language, zone: TimeZone): string[] =>
  changeLines(
    changes.filter(({ field }) => !TOLD.includes(field)),
    language,
    zone,
  );
