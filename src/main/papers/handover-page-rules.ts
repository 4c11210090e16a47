import type { HandoverBody } from '#shared/contract/handover-body.ts';
import type { Language, Sentence } from '#shared/messages/fill.ts';
import { HANDOVER_LISTS, type HandoverList } from '#shared/messages/handover-words.ts';
import { type HandoverLine, handoverLines, moreWords } from '#shared/rules/handover-lines.ts';
import type { TimeZone } from '#shared/rules/instant.ts';

/** Lines between the letterhead and the signatures of one page of A4. */
const PAGE_LINES = 47;
/** What a line holds at this size, in halves of a Chinese sign; a Latin one is a little wider than a half. */
const LINE_WIDTH = 118;
const LATIN = 1.1;

/**
 * The lists of a page in the order of what cannot wait, each with the lines it gets before any other gets more.
 * Notes are told in full; of the others a line is a row, or (`inline`) as many entries as it holds.
 */
const PLAN: readonly { list: HandoverList; least: number; inline: boolean }[] = [
  { list: 'notes', least: 5, inline: false },
  { list: 'worse', least: 3, inline: false },
  { list: 'alerts', least: 3, inline: false },
  { list: 'tasks', least: 2, inline: false },
  { list: 'left', least: 2, inline: true },
  { list: 'arrived', least: 2, inline: true },
  { list: 'movedIn', least: 2, inline: true },
  { list: 'movedOut', least: 2, inline: true },
  { list: 'within', least: 2, inline: true },
  { list: 'tests', least: 2, inline: true },
  { list: 'better', least: 2, inline: false },
  { list: 'leaving', least: 2, inline: true },
  { list: 'awaiting', least: 2, inline: true },
  { list: 'outOfService', least: 2, inline: true },
];

export interface PageSection {
  list: HandoverList;
  title: Sentence;
  count: string;
  rows: { head: string; rest: string; grave: boolean }[];
  /** Entries one after another rather than a row each. */
  inline: boolean;
  /** How much stands on the screen only; null where all of it is here. */
  more: string | null;
}

/**
 * What one page says of a handover: every list with its number, shortened so that all of it is on one page, together
 * with free text `above` the lists.
 */
export function pageSections(
  body: HandoverBody,
  language: Language,
  zone: TimeZone,
  above = '',
): PageSection[] {
  const all = handoverLines(body, { language, zone });
  const wanted = PLAN.filter(({ list }) => all[list].length > 0).map((plan) => {
    const lines = all[plan.list].map((one) => (plan.list === 'notes' ? one : shortened(one)));
    return { ...plan, lines, needs: 1 + linesOf(lines, plan.inline), gets: 0 };
  });
  let free = PAGE_LINES - Math.ceil(widthOf(above) / LINE_WIDTH);
  for (const one of wanted) {
    one.gets = Math.min(one.needs, 1 + one.least, free);
    free -= one.gets;
  }
  for (const one of wanted) {
    const extra = Math.min(one.needs - one.gets, free);
    one.gets += extra;
    free -= extra;
  }
  return wanted.map(({ list, inline, lines, gets, needs }) => {
    const shown = gets >= needs ? lines : fitting(lines, inline, gets - 2);
    const left = lines.length - shown.length;
    return {
      ...{ list, inline, title: HANDOVER_LISTS[list], count: String(lines.length) },
      rows: shown.map(({ head, rest, grave }) => ({ head, rest, grave })),
      more: left > 0 ? moreWords(left, language) : null,
    };
  });
}

/** As many as these lines hold; the heading and the line that says how many are missing are counted before. */
function fitting(lines: readonly HandoverLine[], inline: boolean, room: number): HandoverLine[] {
  let n = 0;
  while (n < lines.length && linesOf(lines.slice(0, n + 1), inline) <= room) n += 1;
  return lines.slice(0, n);
}

function linesOf(lines: readonly HandoverLine[], inline: boolean): number {
  const widths = lines.map(({ head, rest }) => widthOf(head) + widthOf(rest) + 3);
  if (!inline) return widths.reduce((sum, width) => sum + Math.ceil(width / LINE_WIDTH), 0);
  // An entry is not broken, so a line may end early by less than an entry.
  let [count, used] = [lines.length === 0 ? 0 : 1, 0];
  for (const width of widths) {
    if (used + width > LINE_WIDTH && used > 0) [count, used] = [count + 1, 0];
    used += width;
  }
  return count;
}

/** A row is one line: what does not fit ends in … where it can be seen. */
function shortened(line: HandoverLine): HandoverLine {
  const room = LINE_WIDTH - widthOf(line.head) - 3;
  return widthOf(line.rest) <= room ? line : { ...line, rest: `${cut(line.rest, room - 2)}…` };
}

function cut(text: string, width: number): string {
  let kept = '';
  for (const sign of text) {
    if (widthOf(kept + sign) > width) break;
    kept += sign;
  }
  return kept;
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? LATIN : 2), 0);
