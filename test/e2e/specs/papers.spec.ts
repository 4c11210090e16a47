import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { wristbandCode } from '#shared/rules/wristband.ts';
import { builtProcess } from '../../fixtures/built-process.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { makeSafe } from '../fixtures/safe-ward.ts';
import { accountOf, eventually, SECRET, ward, wardAs } from '../fixtures/terminal.ts';
import { OPERATOR } from '../main-job.ts';
import { nurseAt } from '../screens/keyboard.ts';

/** Otherwise it looks for its own half on the network. */
prepareZXingModule({
  overrides: { wasmBinary: wasmOf(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')) },
});

function wasmOf(url: string): ArrayBuffer {
  return new Uint8Array(readFileSync(fileURLToPath(url))).buffer;
}

const WARD = builtProcess('ward');
const NAME = '岩温·玉香罕<b>';

let data: string;
let desk: Desk;
/** Somebody who left, with everything on their certificate, and somebody in bed A-01-01. */
let left: { stayId: string; number: number };
let here: { stayId: string; number: number };
let batch: string[] = [];

beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'fangcang-papers-'));
  await ward(data, 'init', '--name', '长春市体育场方舱医院', '--layout', 'small-20', '--operator', OPERATOR);
  const beds = (await call<{ beds: { id: string; code: string }[] }>('beds.plan', {})).beds;
  const bed = (code: string) => beds.find((one) => one.code === code)?.id ?? null;
  const id = await idOf(OPERATOR);
  left = await call('stays.admit', {
    ...admission({ name: NAME, documentNumber: '11010519491231002X', sex: 'female' }, bed('B-01-01')),
    act: { key: randomUUID(), operatorId: id, happenedAt: hoursAgo(72) },
  });
  here = await admit({ name: '张三' }, bed('A-01-01'));
  await call('ward.addOperator', { name: DOCTOR });
  for (const hours of [30, 2]) {
    const act = { key: randomUUID(), operatorId: id, happenedAt: hoursAgo(hours) };
    await call('tests.recordSample', { barcode: `P-${hours}`, people: [String(left.number)], act });
    await call('tests.enterResult', { barcode: `P-${hours}`, ...GOOD });
  }
  await leaveByList([left.stayId]);
  await makeSafe(data, OPERATOR, { [DOCTOR]: ['doctor'] });
  desk = await launchDesk({ data });
  await nurseAt(desk.window).sees('.desk-census');
});
afterAll(async () => {
  await desk.close();
  rmSync(data, { recursive: true, force: true });
});

const call = <T = unknown>(name: string, input: object): Promise<T> =>
  ward<T>(data, 'call', name, JSON.stringify(input));

const DOCTOR = '王医生';

async function idOf(name: string): Promise<string> {
  const operators = await call<{ id: string; name: string }[]>('ward.operators', {});
  return operators.find((one) => one.name === name)?.id ?? '';
}

const GOOD = { orf: '38', n: '未检出', result: '' };
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Puts people on today's list, lets two people sign it, and discharges them by it. */
async function leaveByList(stayIds: readonly string[]): Promise<void> {
  const [first, second] = [await idOf(OPERATOR), await idOf(DOCTOR)];
  const as = (operatorId: string) => ({ key: randomUUID(), operatorId, reason: '加人' });
  const { day } = await call<{ day: string }>('care.today', { team: 'nursing' });
  const list = await call<{ listId: string | null; signatures: { role: string }[] }>('releases.list', {
    day,
  });
  const listId = list.listId ?? (await call<{ listId: string }>('releases.open', { day })).listId;
  for (const { role } of list.signatures)
    await call('releases.withdrawSignature', { listId, role, act: as(first) });
  await call('releases.setMembers', { listId, add: stayIds });
  await call('releases.sign', { listId, role: 'nurse', act: as(first) });
  const signature = JSON.stringify({ listId, role: 'doctor', act: as(second) });
  await wardAs(data, DOCTOR, SECRET, 'call', 'releases.sign', signature);
  const leaving = { way: 'on-order', destination: '', companion: '', note: '' };
  await call('discharges.commit', { stays: stayIds.map((stayId) => ({ stayId })), leaving, listId });
}

const admission = (details: Record<string, unknown>, bedId: string | null) => ({
  details: {
    ...{ sex: 'male', birthDate: null, documentType: 'resident-id', documentNumber: null, phone: '' },
    ...{ address: '', district: '南关区', street: '', classification: 'mild', firstPositiveDate: null },
    ...{ conditions: '', vaccineDoses: null, mobility: 'walks', needs: [], companions: '' },
    ...{ emergencyContact: '', emergencyPhone: '', remarks: '', provisional: false },
    ...details,
  },
  ...{ bedId, familyOf: null, convoyId: null },
});

const admit = (details: Record<string, unknown>, bedId: string | null) =>
  call<{ stayId: string; number: number }>('stays.admit', admission(details, bedId));

/** Many at once with two good samples each, without a terminal for each. */
async function admitFromWindow(names: readonly string[]): Promise<string[]> {
  const id = await idOf(OPERATOR);
  return desk.window.evaluate(
    async ([inputs, operatorId, good, arrived, sampled]) => {
      const send = async (name: string, what: object, happenedAt?: string) => {
        const act = { key: crypto.randomUUID(), operatorId, ...(happenedAt ? { happenedAt } : {}) };
        const reply = await window.desk?.call({ callId: crypto.randomUUID(), name, input: { ...what, act } });
        if (!reply?.ok) throw new Error(JSON.stringify(reply));
        return reply.value as { stayId: string; number: number };
      };
      const stays: string[] = [];
      for (const input of inputs as object[]) {
        const { stayId, number } = await send('stays.admit', input, arrived);
        for (const [i, at] of sampled.entries()) {
          const barcode = `Q-${number}-${i}`;
          await send('tests.recordSample', { barcode, people: [String(number)] }, at);
          await send('tests.enterResult', { barcode, ...good });
        }
        stays.push(stayId);
      }
      return stays;
    },
    [
      names.map((name) => admission({ name }, null)),
      ...([id, GOOD, hoursAgo(72), [hoursAgo(30), hoursAgo(2)]] as const),
    ] as const,
  );
}

const exports = (): string[] => {
  try {
    return readdirSync(path.join(data, 'exports')).filter((name) => name.endsWith('.pdf'));
  } catch {
    return [];
  }
};

/** Opens the patient's papers, presses the key, and answers the file that comes. */
async function printByKey(stayId: string, keys: string): Promise<string> {
  const before = new Set(exports());
  await desk.window.evaluate((id) => {
    location.hash = `#/patients/${id}?view=papers`;
  }, stayId);
  const nurse = nurseAt(desk.window);
  // What a desk beside this one has just done (a tube's label) shows within half a second; the key works then.
  await nurse.sees('.desk-paper-list .ant-btn:not([disabled])', keys);
  await nurse.press(keys);
  const files = await eventually(
    'a PDF is there',
    async () => exports().filter((name) => !before.has(name)),
    (names) => names.length === 1,
  );
  await nurse.sees('.desk-printed');
  return path.join(data, 'exports', files[0] ?? '');
}

/** The whole way of a print as a page goes it, for kinds and numbers that no page asks for yet. */
async function printFromWindow(
  input: object,
): Promise<{ file: string; papers: number; pages: number; ms: number }> {
  const id = await idOf(OPERATOR);
  return desk.window.evaluate(
    async ([given, operatorId]) => {
      const send = async (name: string, what: object) => {
        const reply = await window.desk?.call({ callId: crypto.randomUUID(), name, input: what });
        if (!reply?.ok) throw new Error(JSON.stringify(reply));
        return reply.value as never;
      };
      const act = { key: crypto.randomUUID(), operatorId };
      const { actId } = await send('papers.prepare', { ...(given as object), act });
      const begun = performance.now();
      const of = { what: 'print', actId };
      const done = (await send('papers.print', { of, language: 'zh-CN' })) as { file: string };
      return {
        ...(done as never as { file: string; papers: number; pages: number }),
        ms: performance.now() - begun,
      };
    },
    [input, id] as const,
  );
}

const textOf = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
const flat = (text: string): string => text.replace(/\s+/g, '');
const infoOf = (file: string): string => execFileSync('pdfinfo', [file], { encoding: 'utf8' });

/** Width and height of the first page in millimetres, and how many pages there are. */
function sizeOf(file: string) {
  const info = infoOf(file);
  const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [];
  const mm = (points: string) => Math.round((Number(points) * 25.4) / 72);
  return { pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]), width: mm(width), height: mm(height) };
}

/** Every code on a page as a scanner sees it. */
async function codesOn(file: string, page = 1): Promise<string[]> {
  const stem = path.join(data, `page-${page}`);
  execFileSync('pdftoppm', [
    '-png',
    '-r',
    '200',
    '-f',
    `${page}`,
    '-l',
    `${page}`,
    '-singlefile',
    file,
    stem,
  ]);
  const found = await readBarcodes(new Uint8Array(readFileSync(`${stem}.png`)), {
    formats: ['QRCode', 'Code128'],
  });
  return found.map(({ text }) => text);
}

function verify(code: string, ...args: string[]): { status: number | null; verdict: string } {
  // By the public key alone nobody has to be anybody.
  const signing = args.includes('--key') ? [] : ['--as', accountOf(data) ?? ''];
  const run = spawnSync(process.execPath, [WARD, 'verify-certificate', code, ...args, ...signing, '--json'], {
    ...{ encoding: 'utf8', env: { ...process.env, FANGCANG_PIN: SECRET } },
  });
  if (run.stdout === '') throw new Error(run.stderr);
  return { status: run.status, ...(JSON.parse(run.stdout) as { verdict: string }) };
}

/** Another letter in the middle of the signature, whatever stood there. */
function altered(code: string): string {
  const at = code.length - 20;
  return `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`;
}

describe('papers out of the real window', () => {
  it('prints a certificate by one key: A4, one page, the record’s words, a code that can be checked', async () => {
    const file = await printByKey(left.stayId, 'Alt+1');
    expect(sizeOf(file)).toEqual({ pages: 1, width: 210, height: 297 });
    const text = flat(textOf(file));
    for (const part of ['长春市体育场方舱医院', '解除隔离证明', NAME, '11010519491231002X', OPERATOR])
      expect(text).toContain(flat(part));
    const number = /FC\d{4}-\d{6}/.exec(text)?.[0];
    const { certificate } = await call<{ certificate: { number: string } }>('papers.of', {
      stayId: left.stayId,
    });
    expect(number).toBe(certificate.number);
    expect(path.basename(file)).not.toContain('岩温');

    const [code = ''] = await codesOn(file);
    expect(code).toMatch(/^FCD1\./);
    expect(verify(code, '--data', data)).toMatchObject({ status: 0, verdict: 'valid' });
    const { keys } = await call<{ keys: { publicKey: string }[] }>('papers.publicKey', {});
    const pem = path.join(data, 'public.pem');
    writeFileSync(pem, keys[0]?.publicKey ?? '');
    const nowhere = path.join(data, 'no-ward-here');
    expect(verify(code, '--key', pem, '--data', nowhere)).toMatchObject({ status: 0, verdict: 'valid' });
    expect(verify(altered(code), '--key', pem, '--data', nowhere)).toMatchObject({ status: 1 });
  });

  it('prints it again as copy 2', async () => {
    const file = await printByKey(left.stayId, 'Alt+1');
    expect(flat(textOf(file))).toContain('补打第2份');
  });

  it('prints a discharge summary with its pages numbered', async () => {
    const file = await printByKey(left.stayId, 'Alt+2');
    const { pages, width } = sizeOf(file);
    expect(width).toBe(210);
    expect(flat(textOf(file))).toContain(`1/${pages}`);
  });

  it('prints a wristband whose bars are W and the stay number, and a bed card with the bed in large', async () => {
    const band = await printByKey(here.stayId, 'Alt+5');
    expect(sizeOf(band)).toEqual({ pages: 1, width: 280, height: 25 });
    expect(await codesOn(band)).toEqual([wristbandCode(here.number)]);
    const card = await printByKey(here.stayId, 'Alt+6');
    expect(sizeOf(card)).toEqual({ pages: 1, width: 148, height: 105 });
    expect(textOf(card)).toContain('A-01-01');
    expect(textOf(card)).toContain('张三');
  });

  it('prints a sampling label whose bars are the barcode', async () => {
    const { labels } = await call<{ labels: [{ barcode: string }] }>('tests.assignLabels', {
      stayIds: [here.stayId],
    });
    const file = await printByKey(here.stayId, 'Alt+4');
    expect(sizeOf(file)).toEqual({ pages: 1, width: 50, height: 30 });
    expect(await codesOn(file)).toEqual([labels[0].barcode]);
    expect(textOf(file)).toContain('A-01-01');
  });

  it('prints a wristband from the bed by the plan, and says where it is', async () => {
    const before = exports().length;
    const { stay } = await call<{ stay: { bed: { id: string } } }>('stays.record', { stayId: here.stayId });
    await desk.window.evaluate((id) => {
      location.hash = `#/beds?bed=${id}`;
    }, stay.bed.id);
    const nurse = nurseAt(desk.window);
    await nurse.sees('.desk-beds-person');
    const buttons = desk.window.locator('.desk-beds-person .desk-print-row button');
    await buttons.nth(1).focus();
    await nurse.press('Enter');
    await nurse.sees('.desk-beds-person .desk-printed');
    expect(exports()).toHaveLength(before + 1);
  });

  it('prints the list of a roll call: every bed of the zone and who is registered there, in walking order', async () => {
    const { beds, zones } = await call<{
      beds: { id: string; code: string }[];
      zones: { id: string; name: string }[];
    }>('beds.plan', {});
    for (const [name, code] of [
      ['点名甲', 'A-01-03'],
      ['点名乙', 'A-01-04'],
    ])
      await admit({ name }, beds.find((one) => one.code === code)?.id ?? null);
    const zoneId = zones.find(({ name }) => name.startsWith('A'))?.id;
    const { rollCallId } = await call<{ rollCallId: string }>('rollCalls.begin', {
      ...{ zoneId, careUnitId: null },
    });
    const { walk } = await call<{
      walk: { code: string; zone: string; unit: string; expected: { name: string; number: number } | null }[];
    }>('rollCalls.show', { rollCallId });
    await desk.window.evaluate((id) => {
      location.hash = `#/rollCall/${id}`;
    }, rollCallId);
    const nurse = nurseAt(desk.window);
    await nurse.sees('.desk-roll');
    const before = exports();
    await nurse.press('Control+p');
    await nurse.sees('.desk-printed');
    const [name = ''] = exports().filter((one) => !before.includes(one));
    expect(name).toMatch(/^点名单-/);
    const file = path.join(data, 'exports', name);
    const { pages, width, height } = sizeOf(file);
    expect([width, height]).toEqual([210, 297]);
    const text = flat(textOf(file));
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`${page}/${pages}`);
    expect(text).toContain(flat(`打印 printed by ${OPERATOR}`));
    // Each bed with whoever is expected there, one after the other as one walks.
    let at = 0;
    for (const { code, expected } of walk) {
      const line = expected
        ? `${code}${expected.name}${wristbandCode(expected.number)}`
        : `${code}（空empty）`;
      const found = text.indexOf(flat(line), at);
      expect([line, found >= at]).toEqual([line, true]);
      at = found + 1;
    }
    expect(walk.filter(({ expected }) => expected !== null).map(({ expected }) => expected?.name)).toEqual([
      '张三',
      '点名甲',
      '点名乙',
    ]);
  });

  it('prints a batch in the order asked for, each with a code of its own', async () => {
    const people = Array.from({ length: 60 }, (_, i) => `患者${String(i).padStart(3, '0')}`);
    const stays = await admitFromWindow(people);
    batch = stays;
    await leaveByList(stays);
    const { file, papers, pages } = await printFromWindow({
      kind: 'certificate',
      stayIds: stays,
    });
    expect([papers, pages, sizeOf(file).pages]).toEqual([60, 60, 60]);
    expect([...new Set(textOf(file).match(/患者\d{3}/g))]).toEqual(people);
    for (const page of [1, 51, 60]) {
      const [code = ''] = await codesOn(file, page);
      const checked = verify(code, '--data', data) as { verdict: string; fields?: { name: string } };
      expect(checked).toMatchObject({
        verdict: 'valid',
        fields: { name: people[page - 1] },
      });
    }
  });

  it('numbers the pages of each paper by itself where papers have several', async () => {
    const done = await printFromWindow({
      kind: 'discharge-summary',
      stayIds: [left.stayId, batch[0], batch[1]],
    });
    const text = textOf(done.file);
    const { pages } = sizeOf(done.file);
    expect([done.papers, done.pages]).toEqual([3, pages]);
    expect(text.match(/1 ?\/ ?\d+\s*\n/g)).toHaveLength(3);
    const order = [NAME, '患者000', '患者001'].map((name) => flat(text).indexOf(flat(name)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('leaves no window, no page of a patient and no defect behind', async () => {
    const windows = await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(windows).toBe(1);
    // A busy machine is slow, and one without a file manager cannot show a folder: no fault of the desk.
    expect(desk.problems.filter((line) => !/LaunchProcess|xdg-open|took \d+ ms/.test(line))).toEqual([]);
  });
});
