import { createHash, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { v7 as uuid } from 'uuid';
import { randomFrom } from '#main/demo/random.ts';
import { stayColumns } from '#main/stays/admit-patient.ts';
import { personColumns } from '#main/stays/person-repository.ts';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { SexPolicy } from '#shared/contract/vocabulary.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { plainInserts } from './plain-inserts.ts';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const PRESENT = 900;
/** Somebody new in each bed every five days. */
export const TURN = 5 * DAY;
export const NOW = Date.parse('2022-06-28T00:00:00Z') + 3 * DAY;

/** How long a hospital of 1,200 beds has been open, and whom it has had. */
export interface History {
  stays: number;
  /** Of these, how many are there in the end. */
  present: number;
  turns: number;
  opening: number;
  /** How many acts and stays there were before. */
  after: { acts: number; stays: number };
}

/** As many as the makeshift hospitals of one city took in. */
export const CITY: History = {
  stays: 26_462,
  present: PRESENT,
  turns: 22,
  opening: NOW - 3 * DAY - 22 * TURN,
  after: { acts: 0, stays: 0 },
};

interface Stay {
  details: AdmissionDetails;
  bed: string;
  from: number;
  /** Null for those who are here. */
  to: number | null;
  id: string;
  period: number | bigint;
  assignment: number | bigint;
  disinfection: number | bigint;
}

type Happening = 'admitted' | 'left' | 'disinfected';

/**
 * Writes the stays of a history with all their acts, as the program itself would have written them, by plain
 * statements in one transaction. Every trigger of the schema looks at every row. Answers how many are in house.
 */
export function writeHistory(
  database: Database,
  people: readonly AdmissionDetails[],
  operator: string,
  history: History = CITY,
): number {
  const stays = plan(database, people, history);
  const happenings = stays
    .flatMap((stay): [number, Happening, Stay][] => [
      [stay.from, 'admitted', stay],
      ...(stay.to === null
        ? []
        : ([
            [stay.to, 'left', stay],
            [stay.to + 2 * HOUR, 'disinfected', stay],
          ] as [number, Happening, Stay][])),
    ])
    .sort(([a], [b]) => a - b);
  const write = writer(database, operator, history.after);
  database.transaction(() => {
    for (const [at, happening, stay] of happenings) write[happening](stay, at);
  })();
  return stays.filter(({ to }) => to === null).length;
}

/** Who lies where and when: bed after bed, each zone with those whom it is for, as far as there are any. */
function plan(database: Database, people: readonly AdmissionDetails[], history: History): Stay[] {
  const beds = randomFrom(1).shuffled(
    database
      .prepare(
        `select bed.id, z.sex_policy as policy from bed join care_unit u on u.id = bed.care_unit_id
         join zone z on z.id = u.zone_id order by bed.code`,
      )
      .all() as { id: string; policy: SexPolicy }[],
  );
  const waiting: Record<SexPolicy, AdmissionDetails[]> = { male: [], female: [], family: [] };
  for (const details of people)
    waiting[details.companions !== '' || details.sex === 'unknown' ? 'family' : details.sex].push(details);
  const next = (policy: SexPolicy) =>
    waiting[policy].pop() ?? waiting.family.pop() ?? waiting.male.pop() ?? waiting.female.pop();

  const stays: Stay[] = [];
  const leavers = history.stays - history.present;
  for (let turn = 0; turn <= history.turns; turn++) {
    for (const [i, { id, policy }] of beds.entries()) {
      const last = turn === history.turns;
      if (last ? i >= history.present : stays.length >= leavers) break;
      const details = next(policy);
      if (!details) throw new Error('too few people');
      const from = history.opening + turn * TURN + i * 60_000;
      const to = last ? null : from + 4.5 * DAY;
      stays.push({ details, bed: id, from, to, id: uuid(), period: 0, assignment: 0, disinfection: 0 });
    }
  }
  return stays;
}

function writer(
  database: Database,
  operator: string,
  after: History['after'],
): Record<Happening, (stay: Stay, at: number) => void> {
  const insert = plainInserts(database);
  const superseded = (table: string) =>
    database.prepare(`update ${table} set superseded_by = ? where id = ?`);
  const over = {
    period: superseded('stay_period'),
    assignment: superseded('bed_assignment'),
    disinfection: superseded('disinfection'),
  };
  const version = {
    stay: database.prepare('update stay set version = ? where id = ?'),
    bed: database.prepare('update bed set version = ? where id = ?'),
  };
  let seq = after.acts;
  let number = after.stays;

  function act(procedure: string, at: number, subjects: Record<string, string>): number {
    seq += 1;
    const time = instantFromMillis(at);
    const [id, key] = [uuid(), randomUUID()];
    const act = { seq, id, procedure, operator_id: operator, happened_at: time, recorded_at: time };
    insert('act', { ...act, late: 0, reason: '', key });
    for (const [kind, subject_id] of Object.entries(subjects)) {
      insert('act_subject', { act_seq: seq, kind, subject_id });
      if (kind === 'stay' || kind === 'bed') version[kind].run(seq, subject_id);
    }
    const input_hash = createHash('sha256').update(key).digest('base64url');
    insert('act_reply', { act_seq: seq, input_hash, body: JSON.stringify({ actId: id, ...subjects }) });
    return seq;
  }

  return {
    admitted(stay, at) {
      const { details, id } = stay;
      const [person, from_at] = [uuid(), instantFromMillis(at)];
      number += 1;
      insert('person', { id: person, ...personColumns(details) });
      insert('stay', { id, number, person_id: person, ...stayColumns(details) });
      const recorded_by = act('stays.admit', at, { stay: id, person, bed: stay.bed });
      const { classification } = details;
      stay.period = insert('stay_period', { stay_id: id, from_at, recorded_by });
      insert('stay_classification', { stay_id: id, from_at, classification, recorded_by });
      stay.assignment = insert('bed_assignment', { stay_id: id, bed_id: stay.bed, from_at, recorded_by });
    },
    left(stay, at) {
      const { id, bed } = stay;
      const recorded_by = act('discharges.commit', at, { stay: id, bed });
      const [from_at, to_at] = [instantFromMillis(stay.from), instantFromMillis(at)];
      insert('act_change', {
        act_seq: recorded_by,
        kind: 'stay',
        subject_id: id,
        field: 'way',
        after: 'on-order',
      });
      over.assignment.run(recorded_by, stay.assignment);
      over.period.run(recorded_by, stay.period);
      const way = { way: 'on-order', destination: '', companion: '', note: '' };
      insert('stay_period', { stay_id: id, from_at, to_at, ...way, recorded_by });
      insert('bed_assignment', { stay_id: id, bed_id: bed, from_at, to_at, recorded_by });
      const ready_at = instantFromMillis(at + HOUR);
      stay.disinfection = insert('disinfection', { bed_id: bed, from_at: to_at, ready_at, recorded_by });
    },
    disinfected({ bed, to, disinfection }, at) {
      const recorded_by = act('beds.signOffDisinfection', at, { bed });
      const [from_at, to_at] = [instantFromMillis(to ?? at), instantFromMillis(at)];
      over.disinfection.run(recorded_by, disinfection);
      const ready_at = instantFromMillis((to ?? at) + HOUR);
      insert('disinfection', { bed_id: bed, from_at, to_at, ready_at, recorded_by });
    },
  };
}
