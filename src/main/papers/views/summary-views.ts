import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import { daysBetween, type Instant, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Reads } from '../../ipc/context.ts';
import { findProtocol, protocolInForce } from '../../protocols/protocol-repository.ts';
import {
  readClassifications,
  readExaminations,
  readObservationsOf,
  readReferral,
  readSamples,
  readTreatments,
} from '../clinical-reads.ts';
import { readBases } from '../issue-certificates.ts';
import type { Subject } from '../subjects.ts';
import { copyWords } from './letterhead.ts';
import { signWords, symptomWords } from './signs.ts';
import { type Both, both, dayOf, dayWords, personWords, sampleWords, timeOf } from './words.ts';

interface Summary {
  subject: Subject;
  copy: number;
  printedAt: Instant;
  zone: TimeZone;
}

/** What both summaries tell of the stay: who, illnesses, classification over time, tests, signs, treatment. */
async function clinicalFields(db: Reads, { subject, printedAt, zone }: Summary) {
  const { stayId } = subject;
  const observations = await readObservationsOf(db, stayId);
  const classifications = await readClassifications(db, stayId);
  const samples = await readSamples(db, stayId);
  const treatments = await readTreatments(db, stayId);
  const examinations = await readExaminations(db, stayId);
  const until = subject.leftAt ?? printedAt;
  const signs = signWords(observations, zone);
  return {
    ...personWords(subject),
    number: String(subject.number),
    phone: subject.phone || null,
    address: [subject.district, subject.street, subject.address].filter(Boolean).join(' ') || null,
    bed: subject.bed?.code ?? null,
    arrivedAt: timeOf(subject.arrivedAt, zone),
    leftAt: subject.leftAt === null ? null : timeOf(subject.leftAt, zone),
    days: String(Math.max(0, daysBetween(localDateOf(subject.arrivedAt, zone), localDateOf(until, zone)))),
    firstPositive: subject.firstPositiveDate === null ? null : dayWords(subject.firstPositiveDate),
    conditions: subject.conditions || null,
    vaccineDoses: subject.vaccineDoses === null ? null : String(subject.vaccineDoses),
    keyGroups: joined(subject.keyGroups.map((group) => VOCABULARY.keyGroup[group])),
    classifications: classifications.map(({ at, to }) => ({
      at: timeOf(at, zone),
      word: VOCABULARY.classification[to],
    })),
    samples: samples.map((sample) => ({ ...sampleWords(sample, zone), barcode: sample.barcode })),
    hasSamples: samples.length > 0,
    signs,
    hasSigns: signs.length > 0,
    symptoms: symptomWords(observations),
    treatments: treatments.map(({ kind, what, times, from_at }) => ({
      kind: VOCABULARY.careKind[kind],
      what,
      times: String(times),
      since: dayOf(from_at, zone),
    })),
    hasTreatments: treatments.length > 0,
    examinations: examinations.map(({ kind, at, finding }) => ({
      kind: VOCABULARY.examinationKind[kind],
      at: timeOf(at, zone),
      finding: finding || null,
    })),
    hasExaminations: examinations.length > 0,
  };
}

const joined = (words: readonly Both[]): Both | null =>
  words.length === 0
    ? null
    : both(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '));

export async function dischargeSummaryView(db: Reads, summary: Summary) {
  const { subject, printedAt, copy } = summary;
  const base = (await readBases(db, [subject.stayId])).get(subject.stayId);
  const [key = '', version = ''] = base?.split('@') ?? [];
  const judgedBy = base === undefined ? undefined : await findProtocol(db, key, Number(version));
  const protocol = judgedBy ?? (await protocolInForce(db, subject.leftAt ?? printedAt));
  return {
    ...(await clinicalFields(db, summary)),
    way: subject.way === null ? null : VOCABULARY.wayOfLeaving[subject.way],
    destination: subject.destination || null,
    protocol: protocol.name,
    protocolVersion: String(protocol.version),
    monitoringDays: String(protocol.homeMonitoringDays),
    ...copyWords(copy),
  };
}

export async function referralSummaryView(db: Reads, referralId: string, summary: Summary) {
  const { subject, zone, copy } = summary;
  const referral = await readReferral(db, subject.stayId, referralId as never);
  if (!referral) throw new Error('a referral that was printed and is not there');
  return {
    ...(await clinicalFields(db, summary)),
    to: referral.hospital,
    reason: referral.reason,
    urgent: referral.urgent === 1,
    plate: referral.plate || null,
    contact: referral.contact || null,
    note: referral.note || null,
    requestedAt: timeOf(referral.requested_at, zone),
    mobility: VOCABULARY.mobility[subject.mobility],
    needs: joined(subject.needs.map((need) => VOCABULARY.need[need])),
    companions: subject.companions || null,
    emergencyContact: [subject.emergencyContact, subject.emergencyPhone].filter(Boolean).join(' ') || null,
    remarks: subject.remarks || null,
    ...copyWords(copy),
  };
}
