import { existsSync } from 'node:fs';
import { availableName, installPackages, mayInstall } from './apt.ts';
import { commandExists, runCommand, runScript, SetupError } from './run-command.ts';

interface Need {
  /** A shared library by its file name, a command, a file, or a font for Chinese. */
  library?: string;
  command?: string;
  file?: string;
  chineseFont?: true;
  /** The Debian or Ubuntu package; several names where releases differ. */
  packages: readonly string[];
}

/** What Electron loads at start, the private display, and characters that are not boxes. */
const forElectron: Need[] = [
  { command: 'Xvfb', packages: ['xvfb'] },
  { command: 'xauth', packages: ['xauth'] },
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libcups.so.2', packages: ['libcups2t64', 'libcups2'] },
  { library: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { library: 'libatspi.so.0', packages: ['libatspi2.0-0t64', 'libatspi2.0-0'] },
  { library: 'libdrm.so.2', packages: ['libdrm2'] },
  { library: 'libxkbcommon.so.0', packages: ['libxkbcommon0'] },
  { library: 'libXcomposite.so.1', packages: ['libxcomposite1'] },
  { library: 'libXdamage.so.1', packages: ['libxdamage1'] },
  { library: 'libXfixes.so.3', packages: ['libxfixes3'] },
  { library: 'libXrandr.so.2', packages: ['libxrandr2'] },
  { library: 'libXext.so.6', packages: ['libxext6'] },
  { library: 'libpango-1.0.so.0', packages: ['libpango-1.0-0'] },
  { library: 'libcairo.so.2', packages: ['libcairo2'] },
  { library: 'libdbus-1.so.3', packages: ['libdbus-1-3'] },
  { chineseFont: true, packages: ['fonts-noto-cjk'] },
];

/** The shared libraries as a Debian package names what it depends on: `this | or that` where releases differ. */
export const librariesForDebian = (): string[] =>
  forElectron.filter(({ library }) => library).map(({ packages }) => packages.join(' | '));

/** The tests read the reports back with programs that are not ours, and build a disk that fails. */
const forTests: Need[] = [
  { command: 'soffice', packages: ['libreoffice-calc-nogui', 'libreoffice-calc'] },
  { command: 'pdftotext', packages: ['poppler-utils'] },
  // For the disk that fails in test/faults; the headers come with it.
  { command: 'gcc', packages: ['gcc'] },
  { file: '/usr/include/stdio.h', packages: ['libc6-dev'] },
];

/** The keyring of an account, as GNOME has it, for the one walk that needs a real one. */
const forKeyring: Need[] = [
  { command: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  { command: 'dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
  { library: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
];

/** Null where it is there or could be installed; else why not: other tests do without it. */
export async function keyringForTests(): Promise<string | null> {
  if (process.platform !== 'linux') return 'asked on Linux only';
  try {
    await ensure(forKeyring, 'a keyring to seal a ward with');
    return null;
  } catch (error) {
    if (error instanceof SetupError) return error.message;
    throw error;
  }
}

export function ensureForElectron(): Promise<void> {
  return ensure(forElectron, 'the libraries, display and fonts that Electron needs');
}

export function ensureForTests(): Promise<void> {
  return ensure(
    forTests,
    'what the tests need: LibreOffice and Poppler to read reports back, gcc to build a disk that fails',
  );
}

async function ensure(needs: Need[], what: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = await stillMissing(needs);
  if (missing.length === 0) return;
  const packages = [...new Set(await Promise.all(missing.map((need) => availableName(need.packages))))];
  if (!mayInstall()) {
    throw new SetupError(
      `This machine lacks ${what}.\nOn Debian or Ubuntu run: sudo apt-get install -y --no-install-recommends ${packages.join(' ')}\n` +
        `(elsewhere, the packages with: ${missing.map(nameOf).join(', ')})`,
    );
  }
  await installPackages(packages, what);
  const left = await stillMissing(needs);
  if (left.length > 0) {
    throw new SetupError(`apt-get was content, yet this is still missing: ${left.map(nameOf).join(', ')}.`);
  }
}

function nameOf(need: Need): string {
  return need.library ?? need.command ?? need.file ?? 'a font with Chinese characters';
}

async function stillMissing(needs: Need[]): Promise<Need[]> {
  const libraries = needs.some((need) => need.library) ? await knownLibraries() : '';
  const present = await Promise.all(
    needs.map(async (need) => {
      if (need.library) return libraries.includes(`\t${need.library} `);
      if (need.command) return commandExists(need.command);
      if (need.file) return existsSync(need.file);
      return await hasChineseFont();
    }),
  );
  return needs.filter((_, index) => !present[index]);
}

async function knownLibraries(): Promise<string> {
  const command = existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig';
  return (await runCommand(command, ['-p'])).stdout;
}

async function hasChineseFont(): Promise<boolean> {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  return (await runCommand('fc-list', [':lang=zh-cn', 'family'])).stdout.trim() !== '';
}

if (import.meta.main) {
  await runScript(async () => {
    await ensureForElectron();
    await ensureForTests();
    console.log('everything is there');
    return 0;
  });
}
