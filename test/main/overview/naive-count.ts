import { sql } from 'kysely';
import type { WardDb } from '#main/db/open.ts';
import { ageOn } from '#shared/rules/age.ts';
import { type Instant, localDateOf, localOf } from '#shared/rules/instant.ts';
import { keyGroupsOf } from '#shared/rules/key-groups.ts';
import { NOW, ZONE } from './demonstration.ts';

type Fact = Record<string, string | number | null>;

/** The dashboard counted again by reading every table whole and going through it; shares no query with it. */
export async function naiveCount(ward: WardDb) {
  const all = async (table: string) =>
    (await sql<Fact>`select * from ${sql.table(table)}`.execute(ward.read)).rows;
  const known = async (table: string) => (await all(table)).filter((fact) => fact.superseded_by === null);
  const open = async (table: string) => (await known(table)).filter((fact) => fact.to_at === null);
  const beds = await all('bed');
  const units = await all('care_unit');
  const zones = await all('zone');
  const stays = new Map((await all('stay')).map((stay) => [stay.id, stay]));
  const people = new Map((await all('person')).map((person) => [person.id, person]));
  const periods = await known('stay_period');
  const beddings = await known('bed_assignment');
  const assigned = await open('bed_assignment');
  const dirty = new Set((await open('disinfection')).map(({ bed_id }) => bed_id));
  const held = new Set((await open('reservation')).map(({ bed_id }) => bed_id));
  const closed = new Set(
    (await open('closure')).map((fact) => fact.bed_id ?? fact.care_unit_id ?? fact.zone_id),
  );
  const marks = await open('patient_mark');
  const classes = await known('stay_classification');

  const zoneOf = (bed: Fact) => units.find(({ id }) => id === bed.care_unit_id)?.zone_id;
  const states = beds.map((bed) => {
    const full = assigned.some(({ bed_id }) => bed_id === bed.id);
    const shut = [bed.id, bed.care_unit_id, zoneOf(bed)].some((place) => closed.has(place ?? ''));
    if (full) return 'occupied';
    if (shut) return 'outOfService';
    if (dirty.has(bed.id ?? '')) return 'awaitingDisinfection';
    return held.has(bed.id ?? '') ? 'reserved' : 'available';
  });
  const stateCounts = (of: (bed: Fact) => boolean) =>
    Object.fromEntries(
      ['occupied', 'outOfService', 'awaitingDisinfection', 'reserved', 'available'].map((state) => [
        state,
        beds.filter((bed, i) => of(bed) && states[i] === state).length,
      ]),
    );

  // Whoever was taken out of a bed waits since then, not since arriving.
  const inNoBedSince = (period: Fact): string =>
    beddings
      .filter(({ stay_id, to_at }) => stay_id === period.stay_id && to_at !== null)
      .map(({ to_at }) => String(to_at))
      .concat(String(period.from_at))
      .sort()
      .at(-1) ?? '';
  const inHouse = periods
    .filter(({ to_at }) => to_at === null)
    .map((period) => {
      const stay = stays.get(period.stay_id) as Fact;
      const person = people.get(stay.person_id) as Fact;
      const age =
        person.birth_date === null ? null : ageOn(person.birth_date as never, localDateOf(NOW, ZONE));
      const needs = stay.needs === '' ? [] : String(stay.needs).split(',');
      const groups = keyGroupsOf({ conditions: String(stay.conditions), needs: needs as never }, age);
      const marked = marks.some(
        ({ stay_id, mark }) => stay_id === stay.id && mark !== 'anxious' && mark !== 'spo2-scale-2',
      );
      const own = classes.filter(({ stay_id }) => stay_id === stay.id);
      own.sort((a, b) => String(b.from_at).localeCompare(String(a.from_at)));
      const bed = beds.find(({ id }) => assigned.some((a) => a.stay_id === stay.id && a.bed_id === id));
      return {
        ...{ age, bed, stayId: stay.id, inNoBedSince: inNoBedSince(period) },
        sex: String(person.sex),
        classification: String(own[0]?.classification ?? 'unknown'),
        groups,
        marked,
      };
    });
  const today = localDateOf(NOW, ZONE);
  const hours = (column: 'from_at' | 'to_at', of: (way: string) => boolean) => {
    const counts = new Array<number>(24).fill(0);
    for (const period of periods) {
      const at = period[column];
      if (at === null || String(at) > NOW || localDateOf(at as Instant, ZONE) !== today) continue;
      if (column === 'to_at' && !of(String(period.way))) continue;
      const hour = Number(localOf(at as Instant, ZONE).slice(11, 13));
      counts[hour] = (counts[hour] ?? 0) + 1;
    }
    return counts;
  };
  return {
    ...{ zones, units, inHouse, stateCounts, zoneOf },
    hours: {
      admitted: hours('from_at', () => true),
      discharged: hours('to_at', (way) => way === 'on-order' || way === 'to-community'),
      otherwise: hours('to_at', (way) => way === 'against-advice' || way === 'other'),
      referred: hours('to_at', (way) => way === 'to-hospital'),
      died: hours('to_at', (way) => way === 'died'),
    },
  };
}
