import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { anySex, fromAbroad, resident, type Setting, withoutPapers, withPermit } from './made-up-person.ts';
import { type District, madeUpDistrict, madeUpHome } from './made-up-places.ts';
import type { Random } from './random.ts';

export interface MadeUpPerson {
  /** As written down when they arrive. */
  details: AdmissionDetails;
  /** The same number for everybody of a household, who come together; the adults come first. */
  household: number;
  /** Who somebody without papers turns out to be; null where that is known from the start. */
  turnsOutToBe: AdmissionDetails | null;
}

/** Shares of the people, 0 to 1: what the zones of a ward have room for. */
export interface Mix {
  /** Of all people: those who come as a family that needs a family zone. */
  families: number;
  /** Of the others. */
  men: number;
}

const USUAL_MIX: Mix = { families: 0.12, men: 0.52 };

/** Makes people up, one household after the other. Nobody gets a document that somebody else has. */
export interface Population {
  /** `n` people who arrive on `today`, from one district or from all over the city. */
  people(n: number, today: LocalDate, district?: District): MadeUpPerson[];
}

export function population(random: Random, mix: Mix = USUAL_MIX): Population {
  const issued = new Set<string>();
  let household = 0;
  return {
    people(n, today, district) {
      const found: MadeUpPerson[] = [];
      while (found.length < n) {
        household += 1;
        const home = madeUpHome(random, district ?? madeUpDistrict(random));
        const setting = { random, issued, today, home, mix };
        const members = madeUpHousehold(setting, n - found.length);
        found.push(...members.map((one) => ({ ...one, household })));
      }
      return found;
    },
  };
}

/** `n` people who belong to nobody: fit for tests and measurements of any size. `today`: when they arrive. */
export const madeUpPeople = (random: Random, n: number, today: LocalDate): MadeUpPerson[] =>
  population(random).people(n, today);

type Member = Omit<MadeUpPerson, 'household'>;
type Place = Setting & { mix: Mix };

/** Mean size of a family that needs a family zone: the share of families counts people, not households. */
const MEAN_FAMILY = 3;

function madeUpHousehold(setting: Place, room: number): Member[] {
  const { random, mix } = setting;
  const single = 1 - mix.families;
  const families = mix.families / MEAN_FAMILY;
  const kind = random.weighted([
    ['single', single * 0.88],
    ['couple', single * 0.06],
    ['parents and children', families * 0.85],
    ['couple with somebody to care for', families * 0.15],
  ]);
  const members = kind === 'single' ? [] : togetherAs(kind, setting);
  if (members.length > 0 && members.length <= room)
    return members.map((details) => ({ details, turnsOutToBe: null }));
  return [madeUpSingle(setting)];
}

function togetherAs(
  kind: 'couple' | 'parents and children' | 'couple with somebody to care for',
  setting: Setting,
): AdmissionDetails[] {
  switch (kind) {
    case 'parents and children':
      return withCompanions(parentsWithChildren(setting));
    case 'couple':
      return withCompanions(couple(setting, setting.random.int(28, 66)));
    case 'couple with somebody to care for': {
      const [one, other] = couple(setting, setting.random.int(68, 84));
      if (one === undefined || other === undefined) return [];
      return withCompanions([one, { ...other, mobility: 'wheelchair', needs: ['wheelchair'] }]);
    }
  }
}

function parentsWithChildren(setting: Setting): AdmissionDetails[] {
  const { random } = setting;
  const age = random.int(26, 43);
  const [father, mother] = couple(setting, age);
  if (father === undefined || mother === undefined) return [];
  const parents = random.chance(0.45) ? [father, mother] : [random.chance(0.75) ? mother : father];
  const surname = father.name.slice(0, -2);
  const youngest = random.int(0, Math.min(14, age - 22));
  const ages = random.chance(0.35) ? [Math.min(youngest + random.int(2, 4), 14), youngest] : [youngest];
  const children = ages.map((years) => resident(setting, { age: years, sex: anySex(random), surname }));
  if (!random.chance(0.1)) return [...parents, ...children];
  return [...parents, resident(setting, { age: age + random.int(23, 30), sex: 'female' }), ...children];
}

const couple = (setting: Setting, age: number): AdmissionDetails[] => [
  resident(setting, { age: age + setting.random.int(-1, 4), sex: 'male' }),
  resident(setting, { age, sex: 'female' }),
];

function madeUpSingle(setting: Place): Member {
  const { random, mix } = setting;
  const sex = random.chance(mix.men) ? 'male' : 'female';
  const known = (details: AdmissionDetails): Member => ({ details, turnsOutToBe: null });
  if (random.chance(0.015)) return known(fromAbroad(setting, sex));
  if (random.chance(0.004)) return known(withPermit(setting, sex));
  const details = resident(setting, { age: singleAge(random), sex });
  return random.chance(0.01)
    ? { details: withoutPapers(random, details), turnsOutToBe: details }
    : known(details);
}

const singleAge = (random: Random): number =>
  random.weighted([
    [random.int(15, 17), 3],
    [random.int(18, 29), 21],
    [random.int(30, 44), 29],
    [random.int(45, 59), 27],
    [random.int(60, 69), 13],
    [random.int(70, 84), 6],
    [random.int(85, 96), 1],
  ]);

/** Each of a household is told to be with the others. */
const withCompanions = (members: readonly AdmissionDetails[]): AdmissionDetails[] =>
  members.map((one) => ({
    ...one,
    companions: members
      .filter((other) => other !== one)
      .map(({ name }) => name)
      .join('、'),
  }));
