import type { DistrictPaper } from '#shared/contract/release-list.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readListPaper } from '../releases/list-for-paper.ts';
import { render } from './templates.ts';
import { letterhead } from './views/letterhead.ts';
import { dayWords, sampleWords, timeOf } from './views/words.ts';
import { watermarked } from './watermark.ts';

/** The list of those who leave, as districts get it: one document for each, its pages numbered. */
export const showListPages: QueryHandler<'papers.listPages'> = async (db, input, context) => {
  const { now, zone, exportFolder } = context;
  const list = await readListPaper(db, input.listId, now, zone);
  const districts = list.districts.filter(({ district }) => district === (input.district ?? district));
  refuseUnless(districts.length > 0, 'list-empty');
  const head = letterhead(
    { name: list.hospital, demo: list.demo ? 1 : 0 },
    { printedBy: input.madeBy, printedAt: now },
    zone,
  );
  const signer = (role: 'doctor' | 'nurse') => list.signatures.find((one) => one.role === role)?.who ?? '';
  const documents = [];
  for (const district of districts) {
    const view = {
      ...head,
      day: dayWords(list.day),
      doctor: signer('doctor'),
      nurse: signer('nurse'),
      unsigned: list.state !== 'signed',
      ...districtFields(district, zone),
    };
    const plain = await render('district-list', view, exportFolder);
    const html = await watermarked(db, 'district-list', plain, context);
    documents.push({ html, papers: 1, numbered: true });
  }
  return { documents };
};

const districtFields = ({ district, people, rows }: DistrictPaper, zone: TimeZone) => ({
  district: district || null,
  people: String(people),
  rows: rows.map((row) => ({
    place: String(row.place),
    name: row.name,
    sex: VOCABULARY.sex[row.sex],
    age: row.age === null ? null : String(row.age),
    documentNumber: row.documentNumber || null,
    phone: row.phone || null,
    street: row.street,
    address: row.address,
    bed: row.bed,
    days: String(row.daysInHouse),
    bus: row.bus && {
      plate: row.bus.plate,
      departs: timeOf(row.bus.departsAt, zone),
      meetingPoint: row.bus.meetingPoint,
    },
    samples: row.samples.map((sample) => sampleWords(sample, zone)),
  })),
});
