import { type ResidentId, readIdCard } from '#shared/rules/id-card.ts';
import type { LocalDate } from '#shared/rules/instant.ts';

/** A resident ID that was scanned while the cursor stood in another field, and what stood there before it. */
export interface StrayScan {
  id: ResidentId;
  rest: string;
}

/** Only a number whose check character is right is taken for a scan: nobody types one into a name by chance. */
export function readStrayScan(text: string, today: LocalDate): StrayScan | null {
  const match = /\d{17}[\dXx]$/.exec(text.trim());
  const reading = match ? readIdCard(match[0], today) : null;
  return match && reading?.ok ? { id: reading.id, rest: text.trim().slice(0, match.index).trim() } : null;
}
