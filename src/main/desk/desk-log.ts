import type { RouterLog } from '../ipc/replies.ts';

/** What takes the lines: electron-log in the program. */
interface Lines {
  error(text: string): void;
  warn(text: string): void;
}

const LEAST_DIGITS = 5;

/**
 * Takes out of a line whatever could be about a person: Chinese words, long rows of digits (documents, phones, stay
 * numbers of five digits), and what stands in quotes, as a JSON parser quotes the text it did not understand. Our own
 * errors name no input; this is for those of others, and of tomorrow.
 */
export const withoutPeople = (text: string): string =>
  text
    .replace(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|“[^”\n]*”/g, '"…"')
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(new RegExp(`\\d{${LEAST_DIGITS},}[0-9Xx]?`, 'g'), '#');

/** A defect with its stack and causes, a slow call with its time: never what was asked or answered. */
export const deskLog = (lines: Lines): RouterLog => ({
  defect: (id, procedure, error) =>
    lines.error(`defect ${id} in ${procedure}: ${withoutPeople(traceOf(error))}`),
  slow: (procedure, millis) => lines.warn(`${procedure} took ${millis.toFixed(0)} ms`),
});

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  const trace = `${error.stack ?? error.message}${code}`;
  return error.cause === undefined ? trace : `${trace}\ncaused by ${traceOf(error.cause)}`;
}
