import { describe, expect, it } from 'vitest';
import { cutOffText } from '#renderer/daily/cut-off.ts';
import { folderOf, type Run, reportNews } from '#renderer/frame/report-news.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';

const at = (text: string) => new Date(`${text}:00+08:00`).toISOString() as Instant;
const run = (cutOff: string, ranAt: string, more: Partial<Run> = {}): Run => ({
  ...{ cutOff: at(cutOff), ranAt: at(ranAt), late: false, problem: null },
  files: ['/media/stick/日报-2022-04-05-1200.xlsx'],
  ...more,
});
const NOON = run('2022-04-05T12:00', '2022-04-05T12:01');

describe('what the status bar says of reports that write themselves', () => {
  it('is nothing while nothing was written, and nothing once it was seen', () => {
    expect(reportNews([], null)).toBeNull();
    expect(reportNews([NOON], NOON.ranAt)).toBeNull();
  });

  it('is what was written since, and whether some of it was caught up', () => {
    expect(reportNews([NOON], null)).toMatchObject({ written: [NOON], failed: [], inTime: true });
    const late = run('2022-04-06T12:00', '2022-04-07T08:00', { late: true });
    expect(reportNews([late, NOON], NOON.ranAt)).toMatchObject({ written: [late], inTime: false });
  });

  it('is a failure until the report is there: then that it was written', () => {
    const failed = run('2022-04-05T12:00', '2022-04-05T12:01', {
      files: [],
      problem: '/media/stick: 磁盘已满',
    });
    expect(reportNews([failed], null)).toMatchObject({ failed: [failed], written: [] });
    const mended = run('2022-04-05T12:00', '2022-04-05T12:30');
    expect(reportNews([mended], failed.ranAt)).toMatchObject({ failed: [], written: [mended] });
  });

  it('counts as seen up to the last of them, in whatever order they stand', () => {
    const early = run('2022-04-06T12:00', '2022-04-06T12:01');
    const again = run('2022-04-05T12:00', '2022-04-06T12:30');
    expect(reportNews([early, again], null)?.until).toBe(again.ranAt);
  });

  it('names the folder on every system, and midnight by the day that it ends', () => {
    expect(folderOf(NOON)).toBe('/media/stick');
    expect(folderOf(run('2022-04-05T12:00', '2022-04-05T12:01', { files: ['D:\\日报\\x.xlsx'] }))).toBe(
      'D:\\日报',
    );
    expect(cutOffText(at('2022-04-06T00:00'), 'Asia/Shanghai' as TimeZone)).toBe('2022-04-05 24:00');
    expect(cutOffText(at('2022-04-05T12:00'), 'Asia/Shanghai' as TimeZone)).toBe('2022-04-05 12:00');
  });
});
