import { statSync } from 'node:fs';
import type { BackupState } from '#shared/contract/backups.ts';
import { fill, type Sentence } from '#shared/messages/fill.ts';
import type { Terminal } from './terminal.ts';

/** Why the copy that was just made does not lie safe on a second disk; none where it does, or where none was chosen. */
export function targetWarnings({ desk, style }: Terminal, { folder, state, problem }: BackupState['target']) {
  if (folder === null) return [];
  const params = { folder, problem: problem ?? '?' };
  const warn = (code: keyof typeof WARNINGS) => [
    { code, message: fill(WARNINGS[code], style.language, params) },
  ];
  if (state === 'missing') return warn('target-missing');
  if (state === 'failed') return warn('target-failed');
  return onOneDisk(folder, desk.folder.path) ? warn('target-same-disk') : [];
}

/** By the number that the system gives each file system; two partitions of one disk cannot be told apart from two disks. */
function onOneDisk(one: string, other: string): boolean {
  const [first, second] = [one, other].map((folder) => statSync(folder, { throwIfNoEntry: false })?.dev);
  return first !== undefined && first === second;
}

const WARNINGS = {
  'target-missing': {
    zh: '本机的备份已做好，但第二个备份位置 {{folder}} 不在（磁盘没有接上？），没有复制过去。请接好磁盘再做一次，或用 --target 另选文件夹。',
    en: 'The copy on this disk was made, but the second target {{folder}} is not there (is its disk connected?) and got none. Connect it and take another copy, or name a folder with --target.',
  },
  'target-failed': {
    zh: '本机的备份已做好，但没有复制到第二个备份位置 {{folder}}（{{problem}}）。请检查那块磁盘再做一次。',
    en: 'The copy on this disk was made, but it did not get to the second target {{folder}} ({{problem}}). Check that disk and take another copy.',
  },
  'target-same-disk': {
    zh: '第二个备份位置 {{folder}} 和病区在同一块磁盘上：这块磁盘坏了，两份都没有了。请用 --target 选另一块磁盘（如 U 盘）上的文件夹。',
    en: 'The second target {{folder}} is on the same disk as the ward: if that disk fails both are gone. Name a folder on another disk, a USB disk for instance, with --target.',
  },
} as const satisfies Record<string, Sentence>;
