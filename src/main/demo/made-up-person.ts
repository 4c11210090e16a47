import { type AdmissionDetails, BLANK_DETAILS } from '#shared/contract/admission-details.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { DAY, daysBefore } from './calendar.ts';
import {
  type Issued,
  madeUpPassport,
  madeUpPermit,
  madeUpPhone,
  madeUpResidentId,
} from './made-up-documents.ts';
import { madeUpHealth } from './made-up-health.ts';
import { madeUpGivenName, madeUpNameFromAbroad, madeUpSurname } from './made-up-names.ts';
import type { Home } from './made-up-places.ts';
import type { Random } from './random.ts';

export type KnownSex = 'male' | 'female';

/** What everybody of one household has in common. */
export interface Setting {
  random: Random;
  issued: Issued;
  /** The day they arrive. */
  today: LocalDate;
  home: Home;
}

export const anySex = (random: Random): KnownSex => (random.chance(0.51) ? 'male' : 'female');

interface Wanted {
  /** Full years. */
  age: number;
  sex: KnownSex;
  surname?: string;
}

export function resident(setting: Setting, { age, sex, surname }: Wanted): AdmissionDetails {
  const { random, issued, today, home } = setting;
  const birthDate = bornFor(random, age, today);
  const name =
    (surname ?? madeUpSurname(random)) + madeUpGivenName(random, sex, Number(birthDate.slice(0, 4)));
  const relative = age >= 60 || age < 18 || random.chance(0.35);
  return {
    ...BLANK_DETAILS,
    ...home,
    ...madeUpHealth(random, { age, sex, today }),
    name,
    sex,
    birthDate,
    documentType: age < 6 && random.chance(0.5) ? 'household-register' : 'resident-id',
    documentNumber: madeUpResidentId(random, birthDate, sex, issued),
    phone: age < 12 ? '' : madeUpPhone(random),
    emergencyContact: relative ? madeUpSurname(random) + madeUpGivenName(random, anySex(random), 1980) : '',
    emergencyPhone: relative ? madeUpPhone(random) : '',
    remarks: age >= 15 && random.chance(0.05) ? random.pick(REMARKS) : '',
  };
}

const REMARKS = [
  '青霉素过敏',
  '素食',
  '听力差，请靠近说话',
  '只会朝鲜语，需人翻译',
  '睡眠浅，请尽量不打扰',
  '情绪低落，请多关注',
  '自带降压药3日量',
] as const;

/** A day of birth for whom `age` full years have passed on `today`. */
function bornFor(random: Random, age: number, today: LocalDate): LocalDate {
  const lastBirthday = new Date(Date.parse(today));
  lastBirthday.setUTCFullYear(lastBirthday.getUTCFullYear() - age);
  const latest = new Date(lastBirthday.getTime() - DAY).toISOString().slice(0, 10) as LocalDate;
  return daysBefore(latest, random.int(0, 360));
}

export function fromAbroad(setting: Setting, sex: KnownSex): AdmissionDetails {
  const { random, issued, today } = setting;
  const age = random.int(19, 38);
  const { name, country } = madeUpNameFromAbroad(random, sex);
  const details = resident(setting, { age, sex });
  return {
    ...details,
    ...madeUpHealth(random, { age, sex, today }),
    name,
    documentType: 'passport',
    documentNumber: madeUpPassport(random, issued),
    needs: random.chance(0.7) ? ['interpreter'] : [],
    remarks: age < 27 ? `${country}留学生` : `${country}籍`,
  };
}

export function withPermit(setting: Setting, sex: KnownSex): AdmissionDetails {
  const { type, number } = madeUpPermit(setting.random, setting.issued);
  return {
    ...resident(setting, { age: setting.random.int(19, 60), sex }),
    documentType: type,
    documentNumber: number,
  };
}

/** Nothing but a seat in a bus at first; completed at the bedside. */
export function withoutPapers(random: Random, whole: AdmissionDetails): AdmissionDetails {
  return {
    ...BLANK_DETAILS,
    name: `不详，${random.int(1, 9)}号车${random.int(1, 45)}座`,
    sex: random.chance(0.75) ? whole.sex : 'unknown',
    classification: 'unknown',
    mobility: whole.mobility,
    needs: whole.needs,
    provisional: true,
    remarks: random.pick(['意识清，未带证件', '手机没电，身份待核', '交流困难，待家属确认'] as const),
  };
}
