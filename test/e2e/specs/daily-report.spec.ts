import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takenByLibreOffice, textsOf } from '../../main/reports/spreadsheet.ts';
import { call, pickOperator, pressUntil, tabTo } from '../clinical/hands.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { eventually, ward } from '../fixtures/terminal.ts';
import { flat, infoOfPdf, shownReport, wordsOfPdf } from '../leads/read-files.ts';
import { seriousOn } from '../screens/axe.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

const LEAD = '周组长';
const PATIENCE_MS = 300_000;

const data = mkdtempSync(path.join(tmpdir(), 'fangcang-daily-'));
const stick = path.join(data, 'stick');
let desk: Desk;
let nurse: Nurse;

beforeAll(async () => {
  await ward(data, 'init', '--layout', 'hall-200', '--name', '长春市体育场方舱医院', '--operator', LEAD);
  await ward(data, 'demo', '--fill', '--patients', '60', '--days', '2');
  desk = await launchDesk({ data });
  nurse = nurseAt(desk.window);
  await nurse.sees('.desk-census');
  await pickOperator(nurse, LEAD);
  await openDaily();
}, PATIENCE_MS);
afterAll(async () => {
  await desk.close();
  rmSync(data, { recursive: true, force: true });
});

async function openDaily(): Promise<void> {
  await desk.window.evaluate(() => {
    window.location.hash = '#/reports?view=daily';
  });
  await nurse.sees('.desk-daily-cards strong');
}

const filesIn = (folder: string, ending: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];

/** Presses the key and answers the one file that comes of it. */
async function fileByKey(keys: string, ending: string): Promise<string> {
  const exports = path.join(data, 'exports');
  const before = filesIn(exports, ending);
  await nurse.press(keys);
  const [name = ''] = await eventually(
    `${keys} writes a ${ending}`,
    async () => filesIn(exports, ending).filter((one) => !before.includes(one)),
    (names) => names.length === 1,
  );
  return path.join(exports, name);
}

/** Where the paper has another word for a card than the screen has room for. */
const ON_PAPER: Readonly<Record<string, string>> = {
  治愈出院占累计收治: '累计治愈出院',
  出舱连续多于入舱: '出舱连续多于入舱（天）',
};
/** Cards whose numbers stand in the tables of beds and of ways of leaving. */
const IN_TABLES = ['床位', '累计转定点医院', '累计死亡'];

describe('the daily report as files', () => {
  it('says on paper, by one key, what the screen says: A4, pages numbered, not signed by anybody', async () => {
    const shown = await shownReport(desk.window);
    const file = await fileByKey('Control+p', '.pdf');
    await nurse.sees('.desk-daily-side .desk-printed');
    if (process.env.KEEP_SCREENS)
      await desk.window.screenshot({ path: path.join(process.env.KEEP_SCREENS, 'report-printed.png') });
    expect(infoOfPdf(file)).toMatch(/Page size:\s+59\d(\.\d+)? x 84\d/);
    const pages = Number(/Pages:\s+(\d+)/.exec(infoOfPdf(file))?.[1]);
    const words = wordsOfPdf(file);
    for (let page = 1; page <= pages; page += 1) expect(words).toContain(`${page} / ${pages}`);
    expect(words).toContain('未签发');
    expect(flat(words)).toContain(`打印${LEAD}`);
    for (const [word, n] of shown.cards)
      if (!IN_TABLES.includes(word)) expect(words).toContain(`${ON_PAPER[word] ?? word} ${n} `);
    expect(words).toContain(`床位 ${shown.cards.find(([word]) => word === '床位')?.[1]} `);
    for (const [name, numbers] of shown.rows) expect(words).toContain(`${name} ${numbers.join(' ')} `);
    for (const line of shown.readOut.split('\n')) expect(flat(words)).toContain(flat(line));
  });

  it('says in a workbook, to LibreOffice, what the screen says', { timeout: PATIENCE_MS }, async () => {
    const shown = await shownReport(desk.window);
    const rows = textsOf(await takenByLibreOffice(await fileByKey('Control+s', '.xlsx')));
    const numberOf = (figure: string, part = '') =>
      Number(rows.find((row) => row[0] === figure && (row[1] ?? '') === part)?.[2]);
    for (const [word, n] of shown.cards)
      if (!IN_TABLES.slice(1).includes(word)) {
        const figure = rows
          .map(([first = '']) => first)
          .find((first) => first.startsWith(ON_PAPER[word] ?? word));
        if (figure !== undefined) expect([word, numberOf(figure)]).toEqual([word, n]);
      }
    for (const [name, numbers] of shown.rows) {
      const closing = numberOf(`分区 ${name}`, '期末');
      const inHouse = numberOf(`来源区县 ${name}`, '现有在舱');
      if (name !== '合计') expect([closing, inHouse]).toContain(numbers.at(-1));
    }
  });

  it('names on paper who signed it', async () => {
    await pressUntil(nurse, 's', '.desk-daily-signed li', LEAD);
    const words = flat(wordsOfPdf(await fileByKey('Control+p', '-v1.pdf')));
    expect(words).toMatch(new RegExp(`第1版签发人${LEAD}签发时间\\d{4}-\\d{2}-\\d{2}`));
    expect(words).not.toContain('未签发');
  });

  it('comes from a terminal with the same words, beside the open window', {
    timeout: PATIENCE_MS,
  }, async () => {
    const { reports } = await ward<{ reports: { cutOff: string }[] }>(data, 'call', 'daily.list', '{}');
    const out = path.join(data, 'from-terminal.pdf');
    await ward(data, 'report', 'daily', '--at', reports[0]?.cutOff ?? '', '--out', out);
    const signed = filesIn(path.join(data, 'exports'), '-v1.pdf')[0] ?? '';
    const figures = (file: string) => flat(wordsOfPdf(file).replace(/打印.*?\d{2}:\d{2}/g, ''));
    expect(figures(out)).toBe(figures(path.join(data, 'exports', signed)));
  });
});

/** The folder dialog is the operating system’s: it answers as somebody who picks this folder, or nobody, would. */
const dialogAnswers = (folder: string | null): Promise<void> =>
  desk.app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = async () => ({
      canceled: picked === null,
      filePaths: picked === null ? [] : [picked],
    });
  }, folder);

const CHOOSE = '.desk-daily-side section:last-child p .ant-btn';
/** From the ticks of the schedule the Tab key leads on. */
async function walkToChoose(): Promise<void> {
  await desk.window.locator('.desk-daily-side section:last-child input[type=checkbox]').first().focus();
  await tabTo(nurse, CHOOSE);
}
const folderShown = () => nurse.reads('.desk-daily-side section:last-child p:has(.ant-btn)');
const folderKept = async () =>
  (await call<{ schedule: { folder: string | null } | null }>(data, 'daily.schedule')).schedule?.folder;

describe('the folder for reports that write themselves', () => {
  it('is chosen by keyboard in the system’s own dialog', async () => {
    const ticks = desk.window.locator('.desk-daily-side section:last-child .ant-checkbox-wrapper');
    expect(await ticks.allInnerTexts()).toEqual(['每天 12:00', '每天 24:00']);
    mkdirSync(stick);
    await dialogAnswers(stick);
    await walkToChoose();
    await nurse.press('Enter');
    await nurse.sees('.desk-daily-side', stick);
    expect(await folderKept()).toBe(stick);
  });

  it('stays as it was when the dialog is cancelled', async () => {
    await dialogAnswers(null);
    const before = await folderShown();
    await walkToChoose();
    await nurse.press('Enter');
    // The next act is told after whatever the dialog would have told.
    await call(data, 'daily.setSchedule', { cutOffs: [nextMinute()], language: 'zh-CN', formats: ['txt'] });
    expect(await folderShown()).toBe(before);
    expect(await folderKept()).toBe(stick);
  });
});

/** A minute of Shanghai that begins in 20 to 80 seconds, as a clock shows it: time enough to put it on the schedule. */
const nextMinute = (): string => new Date(Date.now() + 80_000 + 8 * 3_600_000).toISOString().slice(11, 16);

describe('the notice of reports that write themselves', () => {
  const NOTICE = '.desk-report-notice[data-bad]';

  it('says that one could not be written and what to do, and then that it is', {
    timeout: PATIENCE_MS,
  }, async () => {
    rmSync(stick, { recursive: true });
    writeFileSync(stick, 'a file where the folder was');
    await desk.window.locator(`${NOTICE}[data-bad=true]`).waitFor({ state: 'visible', timeout: 150_000 });
    if (process.env.KEEP_SCREENS)
      await desk.window.screenshot({ path: path.join(process.env.KEEP_SCREENS, 'report-failed.png') });
    expect(await nurse.reads(`${NOTICE} [role=alert]`)).toMatch(/没有写成.*stick.*更换文件夹/s);
    rmSync(stick);
    mkdirSync(stick);
    await desk.window.locator(`${NOTICE}[data-bad=false] button`).first().waitFor({ timeout: 150_000 });
    expect(await nurse.reads(`${NOTICE} [role=status]`)).toContain(stick);
    expect(filesIn(stick, '.txt')).toHaveLength(1);
  });

  it('stays until it was seen; one key opens the report that it tells of', async () => {
    await desk.window.evaluate(() => {
      window.location.hash = '#/overview';
    });
    await nurse.sees('.desk-overview-number');
    await nurse.sees(`${NOTICE} button`);
    if (process.env.KEEP_SCREENS)
      await desk.window.screenshot({ path: path.join(process.env.KEEP_SCREENS, 'report-notice.png') });
    expect(await seriousOn(desk.window)).toEqual([]);
    await nurse.press('Control+Shift+D');
    await nurse.sees('.desk-daily-cards strong');
    await nurse.seesNoMore(`${NOTICE} button`);
    const { runs } = await call<{ runs: [{ cutOff: string }] }>(data, 'daily.schedule');
    expect(await desk.window.evaluate(() => decodeURIComponent(window.location.hash))).toContain(
      runs[0].cutOff,
    );
  });
});
