import type { DailyBody } from '#shared/contract/daily-body.ts';
import type { SignedReport } from '#shared/contract/daily-reports.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { shownTime } from '../releases/sample-words.ts';
import { DAILY_WORDS } from './daily-words.ts';
import { readOutOf } from './read-out.ts';

type Signature = Pick<SignedReport, 'version' | 'who' | 'signedAt'>;

/** Which version, signed by whom and when; null: that nobody signed these figures. */
export const standingWords = (signature: Signature | null, language: Language, zone: TimeZone): string =>
  signature === null
    ? fill(DAILY_WORDS.unsigned, language)
    : fill(DAILY_WORDS.signed, language, {
        version: String(signature.version),
        who: signature.who,
        at: shownTime(signature.signedAt, zone),
      });

/** The text to be read out under a line that tells how it stands, so that no copy passes for the signed one. */
export const markedReadOut = (
  body: DailyBody,
  standing: string,
  language: Language,
  zone: TimeZone,
): string => `${fill(DAILY_WORDS.standing, language, { standing })}\n${readOutOf(body, language, zone)}`;
