import type { Protocol } from '#shared/contract/protocol.ts';
import type { ListedSample } from '#shared/contract/release-list.ts';
import type { StayId } from '#shared/contract/values.ts';
import { daysBetween, type Instant, type TimeZone } from '#shared/rules/instant.ts';
import { inChunks } from '../../db/chunks.ts';
import type { Reads } from '../../ipc/context.ts';
import { findProtocol } from '../../protocols/protocol-repository.ts';
import { readLastSamples } from '../../releases/last-samples.ts';
import { qrCode } from '../barcodes.ts';
import { codeOf, fieldsOf } from '../certificate-payload.ts';
import { readSignedLists, type SignedList } from '../release-checks.ts';
import { copyWords } from './letterhead.ts';
import { both, dayWords, personWords, sampleWords } from './words.ts';

interface Print {
  stayId: StayId;
  /** The certificate's number. */
  subject: string;
  copy: number;
}

/**
 * What stands on certificates, for a portion of a print. Everything about the person comes from what was signed,
 * so that the paper and its code can never say two things; samples and signers stand beside it.
 */
export async function certificateViews(
  db: Reads,
  prints: readonly Print[],
  { printedAt, zone, tell }: { printedAt: Instant; zone: TimeZone; tell: (done: number) => void },
) {
  const stayIds = prints.map(({ stayId }) => stayId);
  const rows = await readIssued(db, prints);
  const samples = await readLastSamples(db, stayIds, printedAt);
  const lists = await readSignedLists(db, stayIds);
  const protocols = new Map<string, Protocol | undefined>();
  const views = [];
  for (const [i, { stayId, subject, copy }] of prints.entries()) {
    tell(i);
    const row = rows.get(subject);
    const fields = row && fieldsOf(row.payload);
    if (!row || !fields) throw new Error('a certificate without its record');
    if (!protocols.has(fields.protocol)) {
      const [key = '', version = ''] = fields.protocol.split('@');
      protocols.set(fields.protocol, await findProtocol(db, key, Number(version)));
    }
    views.push({
      ...personWords(fields),
      number: fields.number,
      from: dayWords(fields.from),
      to: dayWords(fields.to),
      days: String(daysBetween(fields.from, fields.to)),
      protocol: protocols.get(fields.protocol)?.name ?? both(fields.protocol, fields.protocol),
      protocolVersion: fields.protocol.split('@')[1] ?? '',
      issuedOn: dayWords(fields.issuedOn),
      ...sampleFields(samples.get(stayId) ?? [], zone),
      ...signers(lists.get(stayId), fields.to),
      qr: await qrCode(codeOf(row.payload, row.signature)),
      ...copyWords(copy),
    });
  }
  return views;
}

/** Oldest first, as they are read aloud. */
const sampleFields = (samples: readonly ListedSample[], zone: TimeZone) => ({
  samples: samples.toReversed().map((sample) => sampleWords(sample, zone)),
  hasSamples: samples.length > 0,
});

/** Who signed the list of that day; empty lines for pens where nobody left by a list. */
function signers(lists: readonly SignedList[] | undefined, day: string): { doctor: string; nurse: string } {
  const list = lists?.find((one) => one.day === day);
  return { doctor: list?.doctor ?? '', nurse: list?.nurse ?? '' };
}

async function readIssued(db: Reads, prints: readonly Print[]) {
  const rows = [];
  const numbers = prints.map(({ subject }) => subject);
  for (const some of inChunks(numbers, 1000)) {
    rows.push(
      ...(await db
        .selectFrom('certificate')
        .select(['number', 'payload', 'signature'])
        .where('number', 'in', some)
        .orderBy('id')
        .execute()),
    );
  }
  return new Map(rows.map((row) => [row.number, row]));
}
