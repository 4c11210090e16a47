import { extname, resolve } from 'node:path';
import { DAILY_FORMATS, type DailyFormat } from '#shared/contract/daily-reports.ts';
import { TERMINAL_OPERATOR } from '../setup/create-ward.ts';
import { wrongUse } from './output.ts';
import { printPage } from './print-page.ts';
import {
  type Answer,
  call,
  done,
  type Terminal,
  terminalOperator,
  textOption,
  timeOption,
} from './terminal.ts';

/** `ward report <kind>`, by kind. */
const REPORTS: Record<string, (t: Terminal, out: string) => Promise<Answer>> = {
  discharges: async (t, out) =>
    done(
      await call(t, 'reports.dischargeFile', {
        ...required(t, 'from'),
        ...required(t, 'to'),
        format: tableFormat(out),
        ...(await common(t, out)),
      }),
    ),
  daily: async (t, out) => {
    const asked = { cutOff: timeOption(t, 'at').at ?? new Date().toISOString(), ...reportVersion(t) };
    if (extname(out).toLowerCase() === '.pdf') return dailyPaper(t, asked, out);
    return done(
      await call(t, 'daily.file', { ...asked, format: dailyFormat(out), ...(await common(t, out)) }),
    );
  },
  'emt-mds': async (t, out) =>
    done(
      await call(t, 'figures.exportFile', {
        kind: 'emt-mds',
        ...timeOption(t, 'at'),
        format: tableFormat(out),
        ...(await common(t, out)),
      }),
    ),
  'edxl-have': async (t, out) =>
    done(
      await call(t, 'figures.exportFile', {
        kind: 'edxl-have',
        ...timeOption(t, 'at'),
        ...(await common(t, out)),
      }),
    ),
};

export async function report(t: Terminal): Promise<Answer> {
  const kind = t.args[0] ?? '';
  const write = Object.hasOwn(REPORTS, kind) ? REPORTS[kind] : undefined;
  if (!write) throw wrongUse(`report ${Object.keys(REPORTS).join(' | ')}`);
  return write(t, textOption(t.options, 'out') ?? '');
}

function required(t: Terminal, name: string): Record<string, string> {
  const time = timeOption(t, name);
  if (time[name] === undefined) throw wrongUse(`--${name} 2022-04-05T12:00+08:00`);
  return time;
}

/** A signed version by its number, what is known now, or by itself the version that stands. */
function reportVersion(t: Terminal): { version?: number | 'standing' } {
  const text = textOption(t.options, 'version');
  if (text === undefined) return { version: 'standing' };
  if (text === 'now') return {};
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrongUse('--version 1 | now');
  return { version: Number(text) };
}

function tableFormat(out: string): 'xlsx' | 'csv' {
  const format = extname(out).slice(1).toLowerCase();
  if (format !== 'xlsx' && format !== 'csv') throw wrongUse('--out file.xlsx | file.csv');
  return format;
}

async function dailyPaper(
  t: Terminal,
  { cutOff, version }: { cutOff: string; version?: number | 'standing' },
  out: string,
): Promise<Answer> {
  const { language } = t.style;
  const { documents } = await call(t, 'papers.dailyPages', {
    ...{ cutOff, version, language },
    madeBy: TERMINAL_OPERATOR,
  });
  return done(await printPage(documents[0]?.html ?? '', resolve(out), language));
}

function dailyFormat(out: string): DailyFormat {
  const format = extname(out).slice(1).toLowerCase();
  const known = DAILY_FORMATS.find((one) => one === format);
  if (!known) throw wrongUse(`--out file.${[...DAILY_FORMATS, 'pdf'].join(' | file.')}`);
  return known;
}

const common = async (t: Terminal, out: string) => ({
  language: t.style.language,
  madeBy: await terminalOperator(t.desk),
  file: resolve(out),
});
