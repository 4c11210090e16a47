import { z } from 'zod';
import {
  type Instant,
  isInstant,
  isTimeZone,
  type LocalDate,
  parseInstant,
  parseLocalDate,
  type TimeZone,
} from '../rules/instant.ts';

/** A moment with its offset, on the wire always answered as UTC: `2022-04-05T04:00:00.000Z`. */
export const instant = z
  .string()
  .max(40)
  .refine((text) => parseInstant(text) !== null, 'a time with its offset, e.g. 2022-04-05T12:00+08:00')
  .overwrite((text) => parseInstant(text) ?? text)
  .transform((text) => text as Instant)
  .meta({ description: 'A moment with its offset, e.g. 2022-04-05T12:00+08:00' });

/** A moment as answered: UTC of fixed width. */
export const utcInstant = z
  .custom<Instant>((v) => typeof v === 'string' && isInstant(v))
  .meta({
    type: 'string',
    description: 'A moment in UTC, 2022-04-05T04:00:00.000Z',
  });

/** A day of the calendar, `2022-04-05`. */
export const localDate = z
  .custom<LocalDate>((v) => typeof v === 'string' && parseLocalDate(v) !== null, 'a day such as 2022-04-05')
  .meta({ type: 'string', format: 'date' });

export const timeZone = z
  .custom<TimeZone>((v) => typeof v === 'string' && isTimeZone(v), 'an IANA time zone such as Asia/Shanghai')
  .meta({ type: 'string', description: 'An IANA time zone such as Asia/Shanghai' });

const id = <Brand extends string>(kind: Brand) => z.uuid().max(36).brand(kind);

export const stayId = id('StayId');
export const personId = id('PersonId');
export const bedId = id('BedId');
export const careUnitId = id('CareUnitId');
export const zoneId = id('ZoneId');
export const actId = id('ActId');
export const operatorId = id('OperatorId');
export const convoyId = id('ConvoyId');
export const familyId = id('FamilyId');
export const rosterId = id('RosterId');
export const labFileId = id('LabFileId');
export const protocolVersionId = id('ProtocolVersionId');
export const examinationId = id('ExaminationId');
export const referralId = id('ReferralId');
export const careOrderId = id('CareOrderId');
export const releaseListId = id('ReleaseListId');
export const releaseBusId = id('ReleaseBusId');
export const reliefTeamId = id('ReliefTeamId');
export const dutyId = id('DutyId');
export const rollCallId = id('RollCallId');
export const handoverId = id('HandoverId');
export const handoverNoteId = id('HandoverNoteId');

export type StayId = z.infer<typeof stayId>;
export type PersonId = z.infer<typeof personId>;
export type BedId = z.infer<typeof bedId>;
export type CareUnitId = z.infer<typeof careUnitId>;
export type ZoneId = z.infer<typeof zoneId>;
export type ActId = z.infer<typeof actId>;
export type OperatorId = z.infer<typeof operatorId>;
export type ConvoyId = z.infer<typeof convoyId>;
export type FamilyId = z.infer<typeof familyId>;
export type RosterId = z.infer<typeof rosterId>;
export type LabFileId = z.infer<typeof labFileId>;
export type ProtocolVersionId = z.infer<typeof protocolVersionId>;
export type ExaminationId = z.infer<typeof examinationId>;
export type ReferralId = z.infer<typeof referralId>;
export type CareOrderId = z.infer<typeof careOrderId>;
export type ReleaseListId = z.infer<typeof releaseListId>;
export type ReleaseBusId = z.infer<typeof releaseBusId>;
export type ReliefTeamId = z.infer<typeof reliefTeamId>;
export type DutyId = z.infer<typeof dutyId>;
export type RollCallId = z.infer<typeof rollCallId>;
export type HandoverId = z.infer<typeof handoverId>;
export type HandoverNoteId = z.infer<typeof handoverNoteId>;

/**
 * Free text as typed, up to `max` characters; control characters other than line breaks are refused. Half a character,
 * which cutting an emoji leaves behind, becomes the sign for an unknown one: SQLite would store that, and what is sealed
 * by the audit trail must be what is stored.
 */
export const text = (max: number) =>
  z
    .string()
    .overwrite((typed) => typed.toWellFormed())
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'no control characters');
