import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { wristbandCode } from '#shared/rules/wristband.ts';
import { code128 } from '../barcodes.ts';
import type { Subject } from '../subjects.ts';
import { copyWords } from './letterhead.ts';
import { dayOf, personWords, timeOf } from './words.ts';

interface Bedside {
  subject: Subject;
  copy: number;
  zone: TimeZone;
}

const placeWords = ({ subject, zone }: Bedside) => ({
  ...personWords(subject),
  number: String(subject.number),
  bed: subject.bed?.code ?? null,
  zone: subject.bed?.zone ?? '',
  unit: subject.unit,
  arrivedOn: dayOf(subject.arrivedAt, zone),
});

/** The stay number is what rounds and sampling scan from the wrist. */
export const wristbandView = async (of: Bedside) => ({
  ...placeWords(of),
  bars: await code128(wristbandCode(of.subject.number)),
  ...copyWords(of.copy),
});

/** A key patient is seen from the aisle by a sign, without the reason: others read the card too. */
export const bedCardView = (of: Bedside & { marked: boolean }) => ({
  ...placeWords(of),
  key: of.marked || of.subject.keyGroups.length > 0,
  mobility: of.subject.mobility === 'walks' ? null : VOCABULARY.mobility[of.subject.mobility],
  provisional: of.subject.provisional,
  ...copyWords(of.copy),
});

/** `due`: when the next sample may be taken by the protocol, null where that is now or nobody can say. */
export const sampleLabelView = async (of: Bedside & { barcode: string; due: Instant | null }) => ({
  ...placeWords(of),
  barcode: of.barcode,
  bars: await code128(of.barcode),
  due: of.due === null ? null : timeOf(of.due, of.zone),
  ...copyWords(of.copy),
});
