import type { OutputOf } from '#shared/contract/index.ts';
import type { Instant } from '#shared/rules/instant.ts';

export type Run = OutputOf<'daily.schedule'>['runs'][number];

/** What the schedule did since somebody here said that they had seen it, the latest cut-off first. */
export interface ReportNews {
  failed: Run[];
  written: Run[];
  /** All of it was written in time; else some of it was caught up. */
  inTime: boolean;
  /** Seen up to here, nothing of this is news. */
  until: Instant;
}

/**
 * The runs that nobody at this desk has seen yet; null where there are none. A run that failed and was made good
 * is one run, written then: its failure is no news any more.
 */
export function reportNews(runs: readonly Run[], seen: Instant | null): ReportNews | null {
  const news = runs.filter(({ ranAt }) => seen === null || ranAt > seen);
  const [until] = news
    .map(({ ranAt }) => ranAt)
    .toSorted()
    .reverse();
  if (until === undefined) return null;
  const written = news.filter(({ problem }) => problem === null);
  return {
    failed: news.filter(({ problem }) => problem !== null),
    written,
    inTime: written.every(({ late }) => !late),
    until,
  };
}

/** The folder of what was written; the same for all files of a run. */
export function folderOf(run: Run): string {
  const [file = ''] = run.files;
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'), 0));
}
