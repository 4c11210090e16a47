import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Instant,
  instantFromMillis,
  instantOfLocal,
  type LocalDate,
  localOf,
  millisOf,
  parseLocalDate,
  type TimeZone,
} from '#shared/rules/instant.ts';

/** `2022-04-05 12:00` on the hospital's clocks. */
export const timeOf = (instant: Instant, zone: TimeZone): string =>
  localOf(instant, zone).slice(0, 16).replace('T', ' ');

type Part = 'minutes' | 'hours' | 'days';

function parts(ms: number): { part: Part; d: number; h: number; m: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const d = Math.floor(minutes / 1440);
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  if (minutes < 60) return { part: 'minutes', d, h, m };
  return d < 2 ? { part: 'hours', d, h, m } : { part: 'days', d, h: h % 24, m };
}

/** How long: 35 分钟, 3 小时 20 分, 4 天 6 小时. */
export function spanText(ms: number, t: TFunction): string {
  const { part, d, h, m } = parts(ms);
  if (part === 'minutes') return t('ui.span.minutes', { m });
  return part === 'hours' ? t('ui.span.hours', { h, m }) : t('ui.span.days', { d, h });
}

export function agoText(ms: number, t: TFunction): string {
  const { part, d, h, m } = parts(ms);
  if (part === 'minutes') return m === 0 ? t('ui.ago.now') : t('ui.ago.minutes', { m });
  return part === 'hours' ? t('ui.ago.hours', { h, m }) : t('ui.ago.days', { d, h });
}

export const nowInstant = (): Instant => instantFromMillis(Date.now());

/** The clock, ticking often enough for what is shown (30 seconds). */
export function useNow(everyMs = 30_000): Instant {
  const [now, setNow] = useState(nowInstant);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowInstant()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** Asks again where only the clock changes the answer: midnight, the next shift, a sample that falls due. */
export function useEveryMinute(ask: () => void): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const timer = setInterval(() => latest.current(), 60_000);
    return () => clearInterval(timer);
  }, []);
}

/** `2022-04-05 12:00`, `1130`, `11:30`, `4-5 11:30`: what a nurse types with two pairs of gloves. */
export function readTime(text: string, now: Instant, zone: TimeZone): Instant | null {
  const tidy = text.normalize('NFKC').trim();
  const match = /^(?:(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})[ T]+)?(\d{1,2}):?(\d{2})$/.exec(tidy);
  if (!match) return null;
  const [, year, month, day, hour = '', minute = ''] = match;
  const clock = `${hour.padStart(2, '0')}:${minute}`;
  const today = localOf(now, zone).slice(0, 10);
  if (month === undefined || day === undefined) return latestPast(`${today}T${clock}`, 86_400_000, now, zone);
  const date = (y: string) => `${y}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${clock}`;
  if (year !== undefined) return instantOfLocal(date(year), zone);
  const thisYear = instantOfLocal(date(today.slice(0, 4)), zone);
  const lastYear = String(Number(today.slice(0, 4)) - 1);
  return thisYear !== null && thisYear > now ? instantOfLocal(date(lastYear), zone) : thisYear;
}

/** A clock time without a day is the last one that has passed: 23:50 typed at 00:10 was yesterday. */
function latestPast(local: string, step: number, now: Instant, zone: TimeZone): Instant | null {
  const instant = instantOfLocal(local, zone);
  return instant !== null && instant > now ? instantFromMillis(millisOf(instant) - step) : instant;
}

/** `19800101`, `1980-1-1`, `1980/01/01`, `1980年1月1日`. */
export function readDate(text: string): LocalDate | null {
  const tidy = text.normalize('NFKC').trim();
  const match = /^(\d{4})(?:[-/.年 ](\d{1,2})[-/.月 ](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(tidy);
  if (!match) return null;
  const [, year, m1, d1, m2, d2] = match;
  const month = (m1 ?? m2 ?? '').padStart(2, '0');
  return parseLocalDate(`${year}-${month}-${(d1 ?? d2 ?? '').padStart(2, '0')}`);
}

/** How to say spans and moments, in the language of the screen. */
export function useSpans() {
  const { t } = useTranslation();
  return { span: (ms: number) => spanText(ms, t), ago: (ms: number) => agoText(ms, t) };
}
