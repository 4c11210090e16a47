import { DatabaseSync } from 'node:sqlite';

type Row = Record<string, string | number | null>;

export interface IndependentFigures {
  inHouse: number;
  waiting: number;
  occupied: number;
  reserved: number;
  awaitingDisinfection: number;
  outOfService: number;
  available: number;
  occupiedByZone: Record<string, number>;
  bySex: Record<string, number>;
  byClassification: Record<string, number>;
}

/**
 * The ward's figures at an instant by another way than the program's: its file opened by Node's own SQLite, every
 * fact that stands read whole, and all counting done here, person by person and bed by bed.
 */
export function independentFigures(file: string, at: string): IndependentFigures {
  const database = new DatabaseSync(file, { readOnly: true });
  const all = (sql: string): Row[] => database.prepare(sql).all() as Row[];
  const standing = (table: string): Row[] => all(`SELECT * FROM ${table} WHERE superseded_by IS NULL`);
  const goingOn = (row: Row): boolean =>
    String(row.from_at) <= at && (row.to_at === null || String(row.to_at) > at);
  try {
    const zoneOfUnit = new Map(
      all(
        'SELECT care_unit.id AS unit, zone.id AS zone, zone.code AS code FROM care_unit JOIN zone ON zone.id = care_unit.zone_id',
      ).map((row) => [row.unit, row]),
    );
    const people = new Map(
      all(
        'SELECT stay.id AS stay, person.sex AS sex FROM stay JOIN person ON person.id = stay.person_id',
      ).map((row) => [row.stay, String(row.sex)]),
    );
    const staying = new Set(
      standing('stay_period')
        .filter(goingOn)
        .map((row) => row.stay_id),
    );
    const lying = new Map(
      standing('bed_assignment')
        .filter(goingOn)
        .map((row) => [row.bed_id, row.stay_id]),
    );
    const dirty = new Set(
      standing('disinfection')
        .filter(goingOn)
        .map((row) => row.bed_id),
    );
    const kept = new Set(
      standing('reservation')
        .filter(goingOn)
        .map((row) => row.bed_id),
    );
    const closures = standing('closure').filter(goingOn);
    const closed = (bed: Row): boolean => {
      const place = zoneOfUnit.get(bed.care_unit_id ?? null);
      return closures.some(
        (one) =>
          one.bed_id === bed.id ||
          one.care_unit_id === bed.care_unit_id ||
          one.zone_id === (place?.zone ?? ''),
      );
    };
    const figures: IndependentFigures = {
      inHouse: staying.size,
      waiting: staying.size - lying.size,
      occupied: 0,
      reserved: 0,
      awaitingDisinfection: 0,
      outOfService: 0,
      available: 0,
      occupiedByZone: {},
      bySex: {},
      byClassification: {},
    };
    for (const bed of all('SELECT * FROM bed')) {
      if (lying.has(bed.id ?? null)) {
        const zone = String(zoneOfUnit.get(bed.care_unit_id ?? null)?.code);
        figures.occupied += 1;
        figures.occupiedByZone[zone] = (figures.occupiedByZone[zone] ?? 0) + 1;
      } else if (closed(bed)) figures.outOfService += 1;
      else if (dirty.has(bed.id ?? null)) figures.awaitingDisinfection += 1;
      else if (kept.has(bed.id ?? null)) figures.reserved += 1;
      else figures.available += 1;
    }
    const latest = new Map<string | number | null, Row>();
    for (const row of standing('stay_classification')) {
      const stay = row.stay_id ?? null;
      const before = latest.get(stay);
      if (String(row.from_at) <= at && (!before || String(row.from_at) > String(before.from_at)))
        latest.set(stay, row);
    }
    for (const stay of staying) {
      const sex = people.get(stay ?? null) ?? 'unknown';
      const word = String(latest.get(stay ?? null)?.classification ?? 'unknown');
      figures.bySex[sex] = (figures.bySex[sex] ?? 0) + 1;
      figures.byClassification[word] = (figures.byClassification[word] ?? 0) + 1;
    }
    return figures;
  } finally {
    database.close();
  }
}
