import type { Sentence } from './fill.ts';

/** Refusals of the daily report. */
export const DAILY_REPORT_REFUSALS = {
  'before-opening': {
    zh: '本院从 {{at}} 起才有记录，更早的时点没有日报。',
    en: 'There is nothing on record here before {{at}}, so there is no report of an earlier cut-off.',
  },
  'daily-signed': {
    zh: '这份日报已由 {{who}} 于 {{at}} 签发，数字没有变化，不需要再签。',
    en: '{{who}} signed this report at {{at}}, and no figure has changed: it need not be signed again.',
  },
  'daily-changed': {
    zh: '您看过之后数字有变化，未签发。请看过现在的数字再签。',
    en: 'The figures have changed since you looked at them; nothing was signed. Look at them as they are now, then sign.',
  },
  'no-such-report': {
    zh: '没有这一版已签发的日报，或签名已经撤回。',
    en: 'There is no signed report of that version, or its signature was withdrawn.',
  },
} as const satisfies Record<string, Sentence>;
