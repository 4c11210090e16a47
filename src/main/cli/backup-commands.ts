import { resolve } from 'node:path';
import type { BackupCopy } from '#shared/contract/backups.ts';
import { Failure, isFile, wrongUse } from './output.ts';
import { targetWarnings } from './target-warnings.ts';
import { type Answer, call, done, type Terminal, textOption } from './terminal.ts';

export async function backup(t: Terminal): Promise<Answer> {
  const target = textOption(t.options, 'target');
  if (target !== undefined) await call(t, 'backups.setTarget', { folder: resolve(target) });
  const copy = await call(t, 'backups.take', {});
  const { target: second } = await call(t, 'backups.state', {});
  return {
    ...done({ ...shown(copy), target: second.folder === null ? null : second }),
    warnings: targetWarnings(t, second),
  };
}

export async function listBackups(t: Terminal): Promise<Answer> {
  return done((await call(t, 'backups.list', {})).map(shown));
}

export async function restore(t: Terminal): Promise<Answer> {
  const input = { ...fileAndKey(t), otherWard: t.options.otherWard === true };
  const restored = await call(t, 'backups.restore', input);
  const { protection } = await call(t, 'setup.status', {});
  if (protection.state !== 'sealed') return done(restored);
  const opensBy = protection.ways;
  if (opensBy.includes('passphrase')) return done({ ...restored, opensBy });
  return done({ ...restored, opensBy, mind: PAPER_ONLY[t.style.language] });
}

const PAPER_ONLY = {
  'zh-CN':
    '这里还没有加密口令，只有纸上的恢复密钥能打开这个病区。请现在就设置：ward passphrase --recovery-key-file <文件> --new-passphrase-file <文件>。',
  en: 'There is no passphrase here yet: only the recovery key on the paper opens this ward. Set one now: ward passphrase --recovery-key-file <file> --new-passphrase-file <file>.',
};

/** Without a file the newest copy is tried. */
export async function drill(t: Terminal): Promise<Answer> {
  if (t.args[0] !== undefined) return done(await call(t, 'backups.drill', fileAndKey(t)));
  const newest = (await call(t, 'backups.list', {})).find(({ info, damaged }) => info !== null && !damaged);
  if (!newest) throw new Failure(1, 'no-copies', { folder: t.desk.folder.path });
  return done(await call(t, 'backups.drill', { file: newest.file, recoveryKey: t.recoveryKey }));
}

function fileAndKey(t: Terminal): { file: string; recoveryKey: string | null } {
  const [path] = t.args;
  if (path === undefined) throw wrongUse('restore <file>');
  if (!isFile(path)) throw new Failure(1, 'no-such-file', { file: path });
  return { file: resolve(path), recoveryKey: t.recoveryKey };
}

function shown({ file, place, bytes, takenAt, info, encrypted, damaged }: BackupCopy) {
  const { because, acts, inHouse, checked, schemaVersion, number } = info ?? {};
  return {
    file,
    place,
    takenAt,
    number,
    because,
    acts,
    inHouse,
    bytes,
    encrypted,
    schemaVersion,
    whole: checked === true && !damaged,
  };
}
