import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where a ward lives. The demonstration has a folder of its own inside, so that the two can never mix. */
export interface DeskFolder {
  path: string;
  demo: boolean;
}

export const wardFileOf = ({ path, demo }: DeskFolder): string =>
  join(demo ? join(path, 'demo') : path, 'ward.db');

export const exportFolderOf = ({ path, demo }: DeskFolder): string =>
  join(demo ? join(path, 'demo') : path, 'exports');

/** A recovery key that is being printed: wiped when the key is used, and at the next start at the latest. */
export const recoveryPaperOf = (path: string): string => join(path, 'recovery-key.pdf');

/** `--data`, else `$FANGCANG_DATA`, else the platform's folder for the data of a user's programs. */
export function dataFolder(
  given: string | undefined,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string {
  if (given) return resolve(given);
  if (env.FANGCANG_DATA) return resolve(env.FANGCANG_DATA);
  if (platform === 'win32')
    return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Fangcang Desk');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Fangcang Desk');
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Fangcang Desk');
}
