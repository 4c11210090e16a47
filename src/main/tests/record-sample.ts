import type { StayId } from '#shared/contract/values.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { readWristband } from '#shared/rules/wristband.ts';
import type { CommandHandler, QueryHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { findScanned } from './find-person.ts';
import { readKnownStays } from './lab-knowledge.ts';
import type { KnownStay, Tube } from './lab-types.ts';
import { readPeople } from './people.ts';
import { insertSamples, readTubes } from './sample-repository.ts';
import { bedOf } from './solve-row.ts';

const tidyBarcode = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
const BARCODE = /^[0-9A-Z][0-9A-Z._/-]{2,39}$/;
/** A bed of any floor, such as A-03-12; also one that does not exist, or where nobody lies. */
const BED = /^[A-Z]{1,2}-\d{2}-\d{2,3}$/;

/** A wristband or a bed is never a tube, whoever it is of: a slip of the scanner must not become a sample. */
const isNoTube = (code: string): boolean => readWristband(code) !== null || BED.test(code);

/** What was scanned: somebody comes before a tube, since a wristband's number is short. */
export const resolveScan: QueryHandler<'tests.resolveScan'> = async (db, input) => {
  const barcode = tidyBarcode(input.text);
  const tube = (await readTubes(db, [barcode])).get(barcode);
  const stayId = tube ? null : await findScanned(db, input.text);
  if (stayId !== null) {
    const person = (await readPeople(db, [stayId])).get(stayId);
    if (person) return { kind: 'person', person };
  }
  if (!BARCODE.test(barcode) || (!tube && isNoTube(barcode))) return { kind: 'unknown' };
  const label = tube?.label?.stayId;
  const labelOf = label ? ((await readPeople(db, [label])).get(label) ?? null) : null;
  return { kind: 'barcode', barcode, labelOf };
};

/**
 * A sample as it is taken at the bedside. Refused: a tube that was used, or labelled for somebody else (named); a
 * person who is not in house, or had not arrived by then. Several people make a pool; a tube with somebody's
 * own label is none.
 */
export const recordSample: CommandHandler<'tests.recordSample'> = async (tx, input, act, { zone }) => {
  const barcode = tidyBarcode(input.barcode);
  refuseUnless(!isNoTube(barcode), 'not-a-tube', () => ({ text: barcode }));
  const ids: StayId[] = [];
  for (const text of input.people) {
    const stayId = await findScanned(tx, text);
    if (stayId === null) throw new Refusal('no-such-patient', { text });
    ids.push(stayId);
  }
  const stays = await readKnownStays(tx, ids);
  const sampled: KnownStay[] = [];
  for (const id of ids) {
    const stay = stays.get(id);
    refuseUnless(stay !== undefined, 'no-such-patient', () => ({ text: id }));
    refuseUnless(!sampled.includes(stay), 'same-stay-twice', () => ({ name: stay.name }));
    sampled.push(stay);
  }
  await requireFreeTube(tx, barcode, sampled, zone);
  for (const stay of sampled) requireInHouse(stay, act.happenedAt, zone);
  const pooled = sampled.length > 1;
  await insertSamples(
    tx,
    sampled.map(({ stayId }) => ({ barcode, stayId, at: act.happenedAt, pooled, replaces: null })),
    act,
  );
  const people = await readPeople(tx, ids);
  return { actId: act.id, barcode, people: ids.flatMap((id) => people.get(id) ?? []) };
};

async function requireFreeTube(
  tx: Tx,
  barcode: string,
  sampled: readonly KnownStay[],
  zone: TimeZone,
): Promise<void> {
  const tube: Tube | undefined = (await readTubes(tx, [barcode])).get(barcode);
  const used = tube?.members[0];
  if (used) {
    const bed = await bedOf(tx, used.stayId);
    throw new Refusal('barcode-used', { barcode, name: used.name, bed, at: localOf(used.sampledAt, zone) });
  }
  const label = tube?.label;
  if (!label) return;
  if (sampled.length > 1) throw new Refusal('pool-with-label', { barcode, name: label.name });
  if (sampled[0]?.stayId === label.stayId) return;
  throw new Refusal('barcode-of-another', { barcode, name: label.name, bed: await bedOf(tx, label.stayId) });
}

function requireInHouse({ name, from, to }: KnownStay, at: Instant, zone: TimeZone): void {
  if (at < from)
    throw new Refusal('before-arrival', { name, at: localOf(at, zone), arrived: localOf(from, zone) });
  if (to !== null && at > to) throw new Refusal('not-in-house', { name });
}
