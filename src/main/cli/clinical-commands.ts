import type { InputOf, QueryName } from '#shared/contract/index.ts';
import { parseInstant, parseLocalDate } from '#shared/rules/instant.ts';
import { listTomorrow } from './list-tomorrow.ts';
import { wrongUse } from './output.ts';
import { type Answer, call, done, type Terminal, textOption, timeOption } from './terminal.ts';
import { checkCode } from './verify-certificate.ts';

/** Who may leave at a time, and why the others may not. */
export async function eligibility(t: Terminal): Promise<Answer> {
  const stay = textOption(t.options, 'stay');
  return done(
    await call(t, 'eligibility.list', {
      ...timeOption(t, 'at'),
      ...(stay === undefined ? {} : { stayId: stay }),
      language: t.style.language,
    }),
  );
}

export async function listDay(t: Terminal): Promise<Answer> {
  const text = textOption(t.options, 'day');
  const day = text === undefined ? null : parseLocalDate(text);
  if (t.args[0] !== 'tomorrow' || (text !== undefined && day === null))
    throw wrongUse('list tomorrow --day 2022-04-08');
  const at = parseInstant(timeOption(t, 'at').at ?? '');
  const ask = <N extends QueryName>(name: N, input: InputOf<N>) => call(t, name, input);
  return done(await listTomorrow(ask, { day, at, language: t.style.language }));
}

export function verifyCertificate(t: Terminal): Promise<Answer> {
  const code = t.args[0] === '-' ? t.standardInput() : (t.args[0] ?? '');
  return checkCode({ code, key: textOption(t.options, 'key') }, (payload) =>
    call(t, 'papers.checkCertificate', { payload }),
  );
}
