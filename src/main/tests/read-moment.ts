import {
  type Instant,
  instantOfLocal,
  type LocalDate,
  parseInstant,
  type TimeZone,
} from '#shared/rules/instant.ts';
import { readWrittenDate } from '#shared/rules/written-date.ts';
import { type Cell, cellText, localOfSerial } from '../spreadsheets/cell.ts';

/** Day counts of 2019 to 2079: any other number is no day of this epidemic. */
const FIRST_DAY_COUNT = 43_500;
const LAST_DAY_COUNT = 65_746;

/** Reads moments on the hospital's clocks. A day without an hour is none: intervals run from sample to sample. */
export class MomentReader {
  private readonly known = new Map<string, Instant | null>();
  private readonly today: LocalDate;
  private readonly zone: TimeZone;
  private readonly date1904: boolean;

  constructor(today: LocalDate, zone: TimeZone, date1904: boolean) {
    this.today = today;
    this.zone = zone;
    this.date1904 = date1904;
  }

  read(cell: Cell | undefined): Instant | null {
    if (cell === undefined || cell.kind === 'blank') return null;
    const text = cellText(cell).trim().slice(0, 60);
    const exact = parseInstant(text);
    if (exact) return exact;
    const local = this.local(cell, text);
    return local === null ? null : this.instant(local);
  }

  private local(cell: Cell, text: string): string | null {
    if (cell.kind === 'date') return cell.local.endsWith('T00:00:00') ? null : cell.local;
    const serial = cell.kind === 'number' ? cell.value : /^\d{5}\.\d+$/.test(text) ? Number(text) : null;
    if (serial !== null && serial >= FIRST_DAY_COUNT && serial < LAST_DAY_COUNT && !Number.isInteger(serial))
      return localOfSerial(serial, this.date1904);
    const digits = /^(20\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/.exec(text);
    if (digits)
      return `${digits[1]}-${digits[2]}-${digits[3]}T${digits[4]}:${digits[5]}:${digits[6] ?? '00'}`;
    const written = readWrittenDate(text, this.today);
    return written?.time ? `${written.date}T${written.time}` : null;
  }

  private instant(local: string): Instant | null {
    const known = this.known.get(local);
    if (known !== undefined) return known;
    const instant = local.slice(0, 4) < '2019' ? null : instantOfLocal(local, this.zone);
    this.known.set(local, instant);
    return instant;
  }
}
