import type { StayId } from '#shared/contract/values.ts';
import { numbersToLookUp } from '#shared/rules/identity-document.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import type { AlertSource, RaisedAlert } from '../alerts/alert-types.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readQuarantineAt, type WaitingRow } from './lab-file-repository.ts';
import { readLabKnowledge } from './lab-knowledge.ts';
import type { KnownStay, LabKnowledge } from './lab-types.ts';
import { readsPositive } from './read-result.ts';

/**
 * A row in quarantine is matched with nobody, so a positive in it holds nobody back. Whoever its document or its
 * barcode points to, in house or gone within the days of monitoring at home, is an alert until somebody has decided
 * on the row. Since when: the moment it came, or came back into quarantine.
 */
export const quarantinedPositives: AlertSource = async (db, at, zone, which) => {
  const { release, homeMonitoringDays: days } = await protocolInForce(db, at);
  const threshold = release.tests?.ctThreshold ?? null;
  const rows = (await readQuarantineAt(db, at)).filter((row) => readsPositive(row, threshold));
  if (rows.length === 0) return [];
  const known = await readLabKnowledge(db, rows, { now: at, zone });
  const leftSince = addMinutes(at, -days * 24 * 60);
  const of = new Map<string, { stayId: StayId; since: Instant; rows: WaitingRow[] }>();
  for (const row of rows) {
    for (const stayId of mayBe(row, known, leftSince)) {
      if (which !== 'present' && !which.includes(stayId)) continue;
      const key = `${stayId} ${row.recorded_at}`;
      const one = of.get(key) ?? { stayId, since: row.recorded_at, rows: [] };
      one.rows.push(row);
      of.set(key, one);
    }
  }
  return [...of.values()].map(({ stayId, since, rows: own }): RaisedAlert => {
    const kind = 'positive-in-quarantine';
    return {
      stayId,
      kind,
      since,
      sentence: { zh: own.map(inChinese).join('；'), en: own.map(inEnglish).join('; ') },
    };
  });
};

/** Of several stays of one person the last; the barcode’s person too, where that is somebody else. */
function mayBe(row: WaitingRow, known: LabKnowledge, leftSince: Instant): Set<StayId> {
  const tube = known.tubes.get(row.barcode);
  const byBarcode = [...(tube?.members ?? []), ...(tube?.label ? [tube.label] : [])];
  const byDocument = numbersToLookUp(row.document).flatMap((number) => known.byDocument.get(number) ?? []);
  const last = byDocument.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
  const concerned = ({ to }: KnownStay) => to === null || to >= leftSince;
  return new Set([...byBarcode, ...(last ? [last] : [])].filter(concerned).map(({ stayId }) => stayId));
}

const cells = ({ orf, n, result }: WaitingRow): string =>
  [`ORF1ab ${orf || '—'}`, `N ${n || '—'}`, result].filter((text) => text !== '').join(' ');

const inChinese = (row: WaitingRow): string =>
  `待核结果未计入出舱判定：${row.file_name} 第 ${row.row} 行，条码 ${row.barcode || '—'}，${cells(row)}`;

const inEnglish = (row: WaitingRow): string =>
  `in quarantine, not counted for release: ${row.file_name} row ${row.row}, barcode ${row.barcode || '—'}, ${cells(row)}`;
