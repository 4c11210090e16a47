import type { Database } from 'better-sqlite3';
import { v7 as uuid } from 'uuid';
import type { LayoutFile } from '#shared/contract/layout.ts';
import type { Hospital } from '#shared/contract/setup.ts';
import { BED_ATTRIBUTES, type SexPolicy } from '#shared/contract/vocabulary.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { expandLayout } from '#shared/rules/layout.ts';
import { setAsideStrays } from '../backups/swap-ward.ts';
import { createWardFile } from '../db/open.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import { Refusal } from '../ipc/refusal.ts';
import { newOpenKeys, type WardKeys } from '../keys/ward-keys.ts';

export interface Opening {
  name: string;
  timeZone: TimeZone;
  demo: boolean;
  layout: LayoutFile;
  /** Names and policies that differ from the layout's, by zone code. */
  zones: readonly { code: string; name: string; sexPolicy: SexPolicy }[];
  operators: readonly string[];
  now: Instant;
}

/** The operator of acts that come from a terminal or a script. */
export const TERMINAL_OPERATOR = '命令行 Terminal';

/**
 * Creates a ward file with its hospital, floor and operators, and its key file: `keys` say whether it is encrypted;
 * left out it is open. Refuses a folder that has one.
 */
export function createWard(
  file: string,
  folder: string,
  opening: Opening,
  keys: WardKeys = newOpenKeys(uuid()),
): Hospital {
  const { wardId } = keys.file;
  try {
    setAsideStrays(file, opening.now);
    createWardFile(file, keys, (database) => fill(database, wardId, opening));
  } catch (error) {
    if (error instanceof WardFileError && error.fault === 'exists')
      throw new Refusal('ward-exists', { folder });
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code !== null && /^(E[A-Z]+|SQLITE_(CANTOPEN|IOERR|READONLY|FULL).*)$/.test(code)) {
      throw new Refusal('cannot-write-file', { file: folder, problem: code });
    }
    throw error;
  }
  const { name, timeZone, demo, now } = opening;
  return { wardId, name, timeZone, demo, createdAt: now };
}

/** Plain statements, not Kysely: the file is not open to anybody yet, and 5,000 beds go in at once. */
function fill(database: Database, wardId: string, opening: Opening): void {
  const { layout, now } = opening;
  const insert = (table: string, columns: readonly string[]) =>
    database.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
  insert('hospital', HOSPITAL).run(
    ...[1, wardId, opening.name, opening.timeZone, opening.demo ? 1 : 0, layout.id],
    ...[layout.floor.width, layout.floor.height, now, now],
  );
  const operator = insert('operator', ['id', 'name', 'kind']);
  operator.run(uuid(), TERMINAL_OPERATOR, 'system');
  for (const name of new Set(opening.operators)) operator.run(uuid(), name, 'person');

  const plan = expandLayout(layout);
  const chosen = new Map(opening.zones.map((zone) => [zone.code, zone]));
  const zone = insert('zone', ['id', 'code', 'name', 'sex_policy', ...RECTANGLE]);
  const unit = insert('care_unit', ['id', 'zone_id', 'code', ...RECTANGLE]);
  const bed = insert('bed', ['id', 'care_unit_id', 'code', 'x', 'y', ...BED_COLUMNS]);
  const ids = new Map<string, string>();
  for (const one of plan.zones) {
    const { name, sexPolicy } = chosen.get(one.code) ?? { name: one.name.zh, sexPolicy: one.sexPolicy };
    zone.run(
      remember(ids, `zone ${one.code}`),
      one.code,
      name,
      sexPolicy,
      one.x,
      one.y,
      one.width,
      one.height,
    );
  }
  for (const one of plan.units) {
    const at = [one.x, one.y, one.width, one.height];
    unit.run(remember(ids, `unit ${one.code}`), ids.get(`zone ${one.zoneCode}`), one.code, ...at);
  }
  for (const one of plan.beds) {
    const has = BED_ATTRIBUTES.map((attribute) => (one.attributes.includes(attribute) ? 1 : 0));
    bed.run(uuid(), ids.get(`unit ${one.unitCode}`), one.code, one.x, one.y, ...has);
  }
  const landmark = insert('landmark', ['kind', 'label', ...RECTANGLE]);
  for (const one of layout.landmarks) {
    landmark.run(one.kind, one.label?.zh ?? '', one.x, one.y, one.width, one.height);
  }
}

const HOSPITAL = [
  'id',
  'ward_id',
  'name',
  'time_zone',
  'demo',
  'layout_id',
  'floor_width',
  'floor_height',
  'created_at',
  'opened_at',
] as const;
const RECTANGLE = ['x', 'y', 'width', 'height'] as const;
/** In the order of BED_ATTRIBUTES. */
const BED_COLUMNS = ['near_nurse', 'near_toilet', 'socket', 'oxygen', 'quiet', 'cot'] as const;

function remember(ids: Map<string, string>, key: string): string {
  const id = uuid();
  ids.set(key, id);
  return id;
}
