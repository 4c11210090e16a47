import type { FigurePlace, FigureRow, FlowFigure } from '#shared/contract/figures.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Classification } from '#shared/contract/vocabulary.ts';
import { ageOn } from '#shared/rules/age.ts';
import { localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { classificationOf } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { type Share, sharesOf } from './flow-rules.ts';
import { readJourneys } from './journey-repository.ts';
import { type Interval, type Journey, type Stretch, stretchAt } from './journey-rules.ts';
import { cutOf, requirePastPeriod } from './knowledge.ts';

/** Who is behind one number of the flow. */
export const listFigureRows: QueryHandler<'figures.rows'> = async (db, input, context) => {
  const { from, to, place, figure, knownAt } = input;
  requirePastPeriod({ from, to }, context);
  const knownBy = await cutOf(db, knownAt, context);
  return { rows: await readFigureRows(db, { place, figure, interval: { from, to }, knownBy }, context.zone) };
};

interface Question {
  place: FigurePlace;
  figure: FlowFigure;
  interval: Interval;
  knownBy: number | null;
}

/**
 * The people whom {@link readFlow} counted in this figure, in the order of time; those who were there at one
 * moment in the order of beds. Stays and their beds are as known then; names and districts are as they are now.
 */
export async function readFigureRows(db: Reads, question: Question, zone: TimeZone): Promise<FigureRow[]> {
  const { place, figure, interval, knownBy } = question;
  const found: { journey: Journey; share: Share }[] = [];
  for await (const journey of readJourneys(db, interval, knownBy)) {
    for (const share of sharesOf(journey, interval)) {
      if (share.figure === figure && (place === 'all' || place === (share.place ?? 'no-bed')))
        found.push({ journey, share });
    }
  }
  const ids = [...new Set(found.map(({ journey }) => journey.stayId))];
  const people = await readPeople(db, ids, question);
  const day = localDateOf(interval.to, zone);
  return found
    .map(({ journey, share }): FigureRow => {
      const person = people.get(journey.stayId);
      if (!person) throw new Error('a period without its stay');
      return {
        stayId: journey.stayId,
        number: person.number,
        name: person.name,
        sex: person.sex,
        age: person.birth_date === null ? null : Math.max(0, ageOn(person.birth_date, day)),
        classification: (person.classification ?? 'unknown') as Classification,
        district: person.district,
        arrivedAt: journey.arrivedAt,
        leftAt: journey.leftAt,
        way: journey.way,
        ...placesOf(journey, share, interval),
      };
    })
    .sort(figure === 'opening' || figure === 'closing' ? byBed : byTime);
}

function placesOf(
  journey: Journey,
  { figure, movement }: Share,
  { from, to }: Interval,
): Pick<FigureRow, 'at' | 'before' | 'after'> {
  if (movement === null) {
    const at = figure === 'opening' ? from : to;
    const spot = spotOf(stretchAt(journey, at));
    return { at, before: spot, after: spot };
  }
  return {
    at: movement.at,
    before: movement.kind === 'arrived' ? null : spotOf(movement.from),
    after: movement.kind === 'left' ? null : spotOf(movement.to),
  };
}

const spotOf = (stretch: Stretch | null): FigureRow['after'] =>
  stretch && { zone: stretch.zone, bed: stretch.bed };

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byTime = (a: FigureRow, b: FigureRow): number => order(a.at, b.at) || a.number - b.number;
const byBed = (a: FigureRow, b: FigureRow): number =>
  Number(a.after === null) - Number(b.after === null) ||
  order(a.after?.bed ?? '', b.after?.bed ?? '') ||
  a.number - b.number;

const selectPeople = (db: Reads, { interval, knownBy }: Question) =>
  db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['stay.id', 'stay.number', 'stay.district', 'person.name', 'person.sex', 'person.birth_date'])
    .select(classificationOf('stay.id', interval.to, knownBy).as('classification'));

async function readPeople(db: Reads, ids: readonly StayId[], question: Question) {
  const people = new Map<StayId, Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number]>();
  for (const some of inChunks(ids, 1000))
    for (const row of await selectPeople(db, question).where('stay.id', 'in', some).execute())
      people.set(row.id, row);
  return people;
}
