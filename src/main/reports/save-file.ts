import type { Buffer } from 'node:buffer';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import { temporaryIn } from '../db/durable.ts';
import { Refusal } from '../ipc/refusal.ts';

/** A name of its own in a folder; where it is taken, the next one with a number. */
export interface FreeName {
  folder: string;
  stem: string;
  extension: string;
}

/** Where a file goes: under its own name among the exports, or exactly where a terminal says. */
export type Place =
  | FreeName
  /** Replaces a file that is there, as shells do. */
  | { exactly: string };

/**
 * Writes a whole file or none: under another name first, then renamed. Among the exports nothing is ever
 * replaced: `list.xlsx`, `list-2.xlsx` … Refuses with `cannot-write-file`, the problem in the reader's words.
 */
export async function saveFile(bytes: Buffer, place: Place, language: Language): Promise<string> {
  const wanted =
    'exactly' in place ? path.resolve(place.exactly) : path.join(place.folder, place.stem + place.extension);
  const draft = temporaryIn(path.dirname(wanted), 'part');
  try {
    if ('folder' in place) await mkdir(place.folder, { recursive: true });
    else await refuseOddFile(wanted, language);
    await writeThrough(draft, bytes);
    if ('exactly' in place) {
      await rename(draft, wanted);
      return wanted;
    }
    return await renameToFree(draft, place);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error instanceof Refusal ? error : cannotWrite(wanted, error, language);
  }
}

/** Of a text that somebody chose, a file's name can only have letters and digits. */
export const inFileName = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '_').slice(0, 40) || '_';

/** Refuses a path that a window names by itself: one that was typed at a terminal, or picked in the system's dialog, is trusted. */
export function requireTrustedPath(file: string, trustsPaths: boolean, language: Language): void {
  if (trustsPaths && file !== '' && !file.includes('\0')) return;
  throw new Refusal('cannot-write-file', { file, problem: fill(NOT_FROM_HERE, language) });
}

const NOT_FROM_HERE: Sentence = { zh: '这里不能指定该位置', en: 'that place cannot be chosen from here' };

/** A device or a folder under the wanted name must never be replaced by a list. */
async function refuseOddFile(file: string, language: Language): Promise<void> {
  const there = await lstat(file).catch(() => null);
  if (!there || there.isFile()) return;
  const problem = there.isDirectory() ? PROBLEMS.EISDIR : NOT_A_FILE;
  throw new Refusal('cannot-write-file', { file, problem: fill(problem, language) });
}

export async function writeThrough(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Takes a free name by creating it, which only one can, and puts the file in its place. */
export async function renameToFree(draft: string, { folder, stem, extension }: FreeName): Promise<string> {
  for (let n = 1; ; n += 1) {
    const file = path.join(folder, `${stem}${n === 1 ? '' : `-${n}`}${extension}`);
    try {
      await (await open(file, 'wx')).close();
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      throw error;
    }
    try {
      await rename(draft, file);
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
    return file;
  }
}

const NOT_A_FILE: Sentence = { zh: '该名称不是普通文件', en: 'what is there is no ordinary file' };

/** What stands in the way, by the system's code. */
const PROBLEMS = {
  EACCES: { zh: '没有写入权限', en: 'no permission to write there' },
  EPERM: { zh: '没有写入权限', en: 'no permission to write there' },
  EROFS: { zh: '该磁盘只能读取', en: 'that disk can only be read' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已满', en: 'the quota of that disk is used up' },
  EFBIG: { zh: '文件太大', en: 'the file is too large for that disk' },
  EIO: { zh: '磁盘读写出错', en: 'the disk reports an error' },
  ENOENT: { zh: '没有这个文件夹', en: 'there is no such folder' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' },
  EEXIST: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' },
  EISDIR: { zh: '该名称是一个文件夹', en: 'that name is a folder' },
  EBUSY: { zh: '另一程序正在使用该文件', en: 'another program has that file open' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the file name is too long' },
  EINVAL: { zh: '文件名不可用', en: 'that name cannot be used for a file' },
} as const satisfies Record<string, Sentence>;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Only what the file system says becomes a refusal; anything else is a defect of ours. */
export function cannotWrite(file: string, error: unknown, language: Language): unknown {
  const code = codeOf(error);
  if (code === '') return error;
  const problem = Object.entries<Sentence>(PROBLEMS).find(([known]) => known === code)?.[1];
  return new Refusal('cannot-write-file', { file, problem: problem ? fill(problem, language) : code });
}
