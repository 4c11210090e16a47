import { openDesk } from '../desk/desk.ts';
import { dataFolder } from '../desk/folder.ts';
import type { Keyring } from '../keys/keyring.ts';
import { backup, drill, listBackups, restore } from './backup-commands.ts';
import { eligibility, listDay, verifyCertificate } from './clinical-commands.ts';
import { importFile } from './import-file.ts';
import { type Style, wrongUse } from './output.ts';
import { report } from './report-commands.ts';
import { signInAs } from './sign-in.ts';
import { type Answer, call, done, log, type Terminal, textOption, timeOption } from './terminal.ts';
import { insistOnRightMeans, sayWhyLocked, setPassphrase, unlocking } from './unlocking.ts';
import { allocate, callAny, demo, describeProcedures, init, protect, verify } from './ward-commands.ts';

const COMMANDS: Record<string, (terminal: Terminal) => Promise<Answer>> = {
  init,
  import: importFile,
  allocate,
  census: async (t) => done(await call(t, 'ward.census', { ...timeOption(t, 'at') })),
  eligibility,
  list: listDay,
  report,
  call: callAny,
  procedures: async () => done(describeProcedures()),
  verify,
  'verify-certificate': verifyCertificate,
  demo,
  backup,
  backups: listBackups,
  restore,
  drill,
  protect,
  passphrase: setPassphrase,
};

export async function runCommand(
  name: string,
  args: string[],
  options: Terminal['options'],
  style: Style,
  standardInput: () => string,
  keyring?: Keyring,
): Promise<Answer> {
  const command = COMMANDS[name];
  if (!command) throw wrongUse(name);
  const given = unlocking(options, process.env, standardInput);
  const path = dataFolder(textOption(options, 'data'), process.env, process.platform);
  const desk = await openDesk({
    folder: { path, demo: false },
    clock: Date.now,
    log,
    version: 'terminal',
    runtime: `Node ${process.versions.node}`,
    trustsPaths: true,
    means: { ...given.means, keyring },
  });
  const terminal = { desk, options, style, args, standardInput, ...given };
  try {
    // A copy may be of another ward, with another recovery key.
    if (name !== 'restore' && name !== 'drill') await insistOnRightMeans(terminal, given.means);
    await signInAs(terminal);
    return await command(terminal);
  } catch (error) {
    throw await sayWhyLocked(terminal, error);
  } finally {
    await desk.close();
  }
}
