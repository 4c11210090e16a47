import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { contract, isProcedureName, PROCEDURE_NAMES } from '#shared/contract/index.ts';
import { instantFromMillis, isTimeZone } from '#shared/rules/instant.ts';
import { createDemonstration, fillDemonstration } from '../demo/create-demonstration.ts';
import { wardFileOf } from '../desk/folder.ts';
import { leftOfWard } from '../desk/left-of-ward.ts';
import { Failure, isFile, wrongUse } from './output.ts';
import { type Answer, call, done, log, type Terminal, textOption, timeOption } from './terminal.ts';
import { newRecoveryKey, passphraseFor } from './unlocking.ts';

export async function init(t: Terminal): Promise<Answer> {
  const layout = textOption(t.options, 'layout') ?? 'stadium-1200';
  const timeZone = textOption(t.options, 'timeZone') ?? 'Asia/Shanghai';
  if (!isTimeZone(timeZone)) throw wrongUse(`--time-zone ${timeZone}`);
  if (/[\\/]|\.json$/.test(layout) && !isFile(layout)) throw new Failure(1, 'no-such-file', { file: layout });
  if (t.options.anew !== true) insistOnNothingLeft(t);
  const operators = t.options.operator;
  const open = t.options.open === true;
  if (open && t.options.passphraseFile !== undefined) throw wrongUse('--open, --passphrase-file');
  const passphrase = open ? undefined : t.means.passphrase;
  const sealing = passphrase === undefined ? null : await newRecoveryKey(t);
  const hospital = await call(t, 'setup.create', {
    name: textOption(t.options, 'name') ?? '方舱医院',
    timeZone,
    layout: isFile(layout) ? { json: readFileSync(layout, 'utf8') } : { id: layout },
    zones: [],
    operators: Array.isArray(operators) ? operators : [],
    protection: sealing
      ? { kind: 'sealed', ...sealing.noted, passphrase: passphrase ?? null }
      : { kind: 'open' },
  });
  const { beds } = await call(t, 'ward.census', {});
  const made = { ...hospital, beds: beds.total, folder: t.desk.folder.path };
  const { language } = t.style;
  if (sealing)
    return done({
      ...{ ...made, protection: 'sealed', recoveryKey: sealing.recoveryKey },
      mind: WRITE_DOWN[language],
    });
  // Said unless it was asked for.
  return done({ ...made, protection: 'open', ...(open ? {} : { mind: NOT_ENCRYPTED[language] }) });
}

/** Where a ward was and its file is gone, a new one is made only by whoever says so. */
function insistOnNothingLeft({ desk: { folder } }: Terminal): void {
  const file = wardFileOf(folder);
  const left = existsSync(file) ? [] : leftOfWard(file);
  if (left.length > 0) throw new Failure(1, 'ward-gone', { folder: folder.path, left: left.join(', ') });
}

const NOT_ENCRYPTED = {
  'zh-CN':
    '病区没有加密，拿到硬盘的人都能读取。只可用于培训；收治患者前请运行 ward protect。（--open：不再提示；--passphrase-file：建立时即加密）',
  en: 'This ward is not encrypted, and whoever has the disk can read it. It will do for training; before real patients run ward protect. (--open: do not say so; --passphrase-file: encrypt from the start)',
};

const WRITE_DOWN = {
  'zh-CN':
    '恢复密钥（recoveryKey）只显示这一次：请现在就抄在纸上，与电脑分开存放。忘了加密口令或换了电脑，只有它能打开病区和备份。',
  en: 'The recovery key is shown this once: write it on paper now and keep it away from this PC. If the passphrase is forgotten or the PC is lost, nothing else opens the ward and its copies.',
};

/** Encrypts an open ward. The recovery key is in the answer, this once and nowhere else. */
export async function protect(t: Terminal): Promise<Answer> {
  const passphrase = passphraseFor(t, 'protect');
  const { recoveryKey, noted } = await newRecoveryKey(t);
  await call(t, 'setup.protect', { ...noted, passphrase });
  await t.desk.backups.settled();
  const mind = OLD_BLOCKS[t.style.language];
  return done({ protection: 'sealed', recoveryKey, folder: t.desk.folder.path, mind });
}

const OLD_BLOCKS = {
  'zh-CN':
    '已加密，原来的明文文件已覆盖删除，本机上以前的备份和被替换下来的病区也已加密。固态硬盘可能仍保留旧数据块；导出的文件和带到别处的备份不会变。请把恢复密钥抄在纸上，与电脑分开存放。',
  en: 'Encrypted; the plain file was overwritten and removed, and so were earlier backups on this PC and wards that were set aside. An SSD may keep old blocks, and exports and backups that were carried away are as they were. Write the recovery key on paper and keep it away from this PC.',
};

export async function allocate(t: Terminal): Promise<Answer> {
  const { actId: _act, ...result } = await call(t, 'allocation.run', {
    ...timeOption(t, 'at'),
    dryRun: t.options.dryRun === true,
  });
  return done(result);
}

export async function callAny(t: Terminal): Promise<Answer> {
  const [name, given] = t.args;
  if (name === undefined) throw wrongUse('call <procedure> [json | -]');
  if (!isProcedureName(name)) throw new Failure(1, 'unknown-procedure', { name });
  const json = given === '-' ? t.standardInput() : (given ?? '{}');
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (error) {
    throw wrongUse(`JSON: ${error instanceof Error ? error.message : '?'}`);
  }
  return done(await call(t, name, input));
}

export function describeProcedures() {
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return PROCEDURE_NAMES.map((name) => {
    const { kind, summary, refusals, input, output } = contract[name];
    return {
      name,
      kind,
      summary,
      refusals,
      input: schemaOf(input, 'input'),
      output: schemaOf(output, 'output'),
    };
  });
}

export async function verify(t: Terminal): Promise<Answer> {
  const value = await call(t, 'ward.verify', {});
  return { value, exitCode: value.clean ? 0 : 1 };
}

/** Creates a demonstration ward where the folder has none; `--fill`: of an open ward in which nothing was done yet. */
export async function demo(t: Terminal): Promise<Answer> {
  const [patients, days, seed] = [t.options.patients, t.options.days, t.options.seed].map(Number);
  if (![patients, days, seed].every(Number.isInteger) || (patients ?? 0) < 1 || (days ?? 0) < 1) {
    throw wrongUse('--patients, --days: whole numbers from 1; --seed: a whole number');
  }
  const file = wardFileOf(t.desk.folder);
  const wanted = {
    patients: patients ?? 0,
    days: days ?? 1,
    seed: seed ?? 0,
    now: instantFromMillis(Date.now()),
    log,
  };
  insistOnNothingLeft(t);
  if (!existsSync(file)) return done(await createDemonstration(file, wanted));
  const { hospital, protection } = await call(t, 'setup.status', {});
  if (t.options.fill === true && hospital?.demo === false && protection.state === 'open')
    return done(await fillDemonstration(file, wanted));
  const code = hospital?.demo === true ? 'ward-exists' : 'demo-beside-ward';
  throw new Failure(1, code, { folder: t.desk.folder.path });
}
