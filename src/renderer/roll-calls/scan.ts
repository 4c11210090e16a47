import type { OutputOf } from '#shared/contract/index.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import { readWristband } from '#shared/rules/wristband.ts';
import { call, type Refused } from '../client.ts';

export type WalkedBed = OutputOf<'rollCalls.show'>['walk'][number];

export type Scanned =
  | { kind: 'bed'; bedId: BedId }
  | { kind: 'person'; stayId: StayId; name: string; registered: WalkedBed | null; elsewhere: string }
  | { kind: 'nobody' }
  /** The ward was asked and gave no answer: nothing is known of who wears this. */
  | { kind: 'unanswered'; refused: Refused }
  | { kind: 'unknown' };

/**
 * What a scan means in a walk. A bed's label is its code, a wristband begins with W: a bare number is neither here,
 * for it could be read off anything.
 */
export async function readScan(text: string, walk: readonly WalkedBed[]): Promise<Scanned> {
  const code = text.normalize('NFKC').trim().toUpperCase();
  const bed = walk.find((one) => one.code.toUpperCase() === code);
  if (bed) return { kind: 'bed', bedId: bed.bedId };
  const number = code.startsWith('W') ? readWristband(code) : null;
  if (number === null) return { kind: 'unknown' };
  const answer = await call('stays.search', { text: String(number), limit: 50 });
  if (!answer.ok) return { kind: 'unanswered', refused: answer };
  const hit = answer.value.find(
    (one) => one.number === number && one.stayId !== null && one.status !== 'left',
  );
  if (!hit?.stayId) return { kind: 'nobody' };
  const { stayId, name, bed: elsewhere } = hit;
  const registered = walk.find((one) => one.expected?.stayId === stayId) ?? null;
  return { kind: 'person', stayId, name, registered, elsewhere };
}
