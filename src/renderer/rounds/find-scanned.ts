import type { RoundRow } from '#shared/contract/rounds.ts';
import { readWristband } from '#shared/rules/wristband.ts';
import { call } from '../client.ts';

/** Whom a scan means, if they are in house: a wristband (`W57`, or the number alone), a bed, a document. */
export async function findScanned(scan: string, rows: readonly RoundRow[]): Promise<RoundRow | null> {
  const text = scan.normalize('NFKC').trim().toUpperCase();
  const bed = rows.find((row) => row.bed.toUpperCase() === text);
  if (bed) return bed;
  const number = readWristband(text);
  const wrist = number === null ? undefined : rows.find((row) => row.number === number);
  if (wrist) return wrist;
  const found = await call('tests.resolveScan', { text });
  if (!found.ok || found.value.kind !== 'person') return null;
  const { stayId } = found.value.person;
  const here = rows.find((row) => row.stayId === stayId);
  if (here) return here;
  const all = await call('rounds.list', { of: 'all' });
  return (all.ok && all.value.rows.find((row) => row.stayId === stayId)) || null;
}
