import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startXvfb } from '../../scripts/display.ts';
import { type ElectronRuntime, findElectron } from '../../scripts/electron-runtime.ts';
import { debianPackage } from '../../scripts/package/debian.ts';
import { addDocuments } from '../../scripts/package/documents.ts';
import { packDesk } from '../../scripts/package/pack.ts';
import { MENU_ENTRY, makeOrdinaryUser, menuCommand, type OrdinaryUser } from './ordinary-user.ts';
import { admit, ask } from './through-the-window.ts';
import { scriptThatLeavesAMark } from './what-is-refused.ts';

const LIBRARY = '/usr/lib/fangcang-desk';
const PROGRAM = `${LIBRARY}/fangcang-desk`;
const HELP = ['--ozone-platform=headless', '--disable-gpu', '--ward', '--help', '--lang', 'en'];

/** Versions that only this test makes: what a killed run of it has left may be taken away. */
const VERSIONS = ['0.0.1-dev.1', '0.0.1-dev.2'] as const;

const isInstalled = (): boolean => spawnSync('dpkg', ['-s', 'fangcang-desk']).status === 0;

function takeAwayLeftovers(): void {
  const { stdout } = spawnSync('dpkg', ['-s', 'fangcang-desk'], { encoding: 'utf8' });
  if (/^Version: 0\.0\.1~dev/m.test(stdout))
    spawnSync('dpkg', ['--purge', '--force-remove-reinstreq', 'fangcang-desk']);
}

if (process.platform === 'linux' && process.getuid?.() === 0) takeAwayLeftovers();

/** It installs a package and makes an account, so it needs a root who may, and a machine that has not got it yet. */
const hindrance =
  process.platform !== 'linux' || !existsSync('/usr/bin/dpkg')
    ? 'this is no Debian'
    : process.getuid?.() !== 0
      ? 'only root may install a package'
      : isInstalled()
        ? 'fangcang-desk is installed here, and the test would remove it'
        : null;
if (hindrance) console.warn(`\nTHE PACKAGE IS NOT TRIED: ${hindrance}\n`);

describe.skipIf(hindrance)('the package', () => {
  const out = mkdtempSync(path.join(tmpdir(), 'fangcang-package-'));
  chmodSync(out, 0o755);
  let runtime: ElectronRuntime;
  let user: OrdinaryUser;
  let display: Awaited<ReturnType<typeof startXvfb>>;
  const debs: string[] = [];

  beforeAll(async () => {
    runtime = await findElectron();
    for (const version of VERSIONS) {
      const packed = await packDesk(runtime, version, path.join(out, version));
      await addDocuments(packed);
      debs.push(await debianPackage(packed, out, 'none'));
    }
    user = makeOrdinaryUser();
    display = await startXvfb();
  });

  afterAll(() => {
    if (isInstalled()) spawnSync('dpkg', ['--purge', 'fangcang-desk']);
    user?.remove();
    display?.server.kill();
    rmSync(out, { recursive: true, force: true });
  });

  const install = (deb: string | undefined) => execFileSync('dpkg', ['-i', deb ?? ''], { encoding: 'utf8' });

  it('is installed by dpkg and stands in the menu in both languages, with its sandbox helper', () => {
    install(debs[0]);
    const entry = readFileSync(MENU_ENTRY, 'utf8');
    expect(entry).toMatch(/^Name=Fangcang Desk$/m);
    expect(entry).toMatch(/^Name\[zh_CN\]=方舱床位台$/m);
    for (const file of [
      PROGRAM,
      '/usr/bin/fangcang-desk',
      '/usr/share/icons/hicolor/48x48/apps/fangcang-desk.png',
    ])
      expect(existsSync(file)).toBe(true);
    const helper = statSync(`${LIBRARY}/chrome-sandbox`);
    expect([helper.mode & 0o7777, helper.uid, helper.gid]).toEqual([0o4755, 0, 0]);
    const loose = execFileSync('find', [
      LIBRARY,
      '(',
      '-perm',
      '/022',
      '-o',
      '!',
      '-user',
      'root',
      ')',
      '!',
      '-type',
      'l',
    ]);
    expect(String(loose)).toBe('');
  });

  it('a ward is made from the terminal, without Node and without a display', () => {
    const made = user.run([
      'fangcang-ward',
      'init',
      '--open',
      '--layout',
      'small-20',
      '--operator',
      '周护士',
      '--json',
    ]);
    expect(made.stderr).toBe('');
    expect(JSON.parse(made.stdout)).toMatchObject({ beds: 20, folder: `${user.home}/.config/Fangcang Desk` });
    const again = user.run([
      'fangcang-ward',
      'init',
      '--open',
      '--layout',
      'small-20',
      '--operator',
      '周护士',
      '--json',
    ]);
    expect([again.status, JSON.parse(again.stderr).error?.code]).toEqual([1, 'ward-exists']);
    expect(spawnSync('fangcang-ward', ['verify']).status).toBe(2);
    // Chromium prints where it could show a window; elsewhere the terminal says so.
    const print = ['fangcang-ward', 'report', 'daily', '--json', '--out', `${user.home}/day.pdf`];
    const blind = user.run(print);
    expect([blind.status, JSON.parse(blind.stderr).error?.code]).toEqual([1, 'no-printer']);
    const printed = user.run(print, { DISPLAY: display.display });
    expect(printed.stderr).toBe('');
    expect(readFileSync(`${user.home}/day.pdf`, 'latin1').slice(0, 5)).toBe('%PDF-');
  });

  it('starts from its menu entry with Chromium’s sandbox, and a patient is admitted in its window', async () => {
    const desk = await user.start(menuCommand(), display.display);
    try {
      await desk.page.waitForSelector('#desk *', { timeout: 60_000 });
      expect(await ask(desk.page, 'setup.status', {})).toMatchObject({ version: VERSIONS[0] });
      expect(await admit(desk.page, '欧阳一')).toMatchObject({ number: expect.any(Number) });
      const processes = desk.processes();
      const renderer = processes.find(({ words }) => words.includes('--type=renderer'));
      // 2: system calls are filtered. Two ids: it lives in a namespace of its own.
      expect(renderer?.status.Seccomp).toBe('2');
      expect(renderer?.status.NSpid?.trim().split(/\s+/).length).toBeGreaterThan(1);
      expect(processes.flatMap(({ words }) => words).filter((word) => word.includes('no-sandbox'))).toEqual(
        [],
      );
    } finally {
      await desk.close();
    }
    expect(await present()).toEqual(['欧阳一']);
  });

  it('takes no code from the environment, from a folder beside it, or by the inspector', () => {
    const { script, wasLeft } = scriptThatLeavesAMark(path.join(user.home, 'marks'));
    execFileSync('chown', ['-R', user.name, path.dirname(script)]);
    // The Electron of the tests has no fuses against it and leaves the mark: so the mark works.
    spawnSync(runtime.executable, [script], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    expect(wasLeft()).toBe(true);

    const asNode = user.run([PROGRAM, script, ...HELP], { ELECTRON_RUN_AS_NODE: '1' });
    expect([asNode.stdout.includes('Usage: ward'), wasLeft()]).toEqual([true, false]);
    const options = user.run([PROGRAM, ...HELP], { NODE_OPTIONS: `--require=${script}` });
    expect([options.stdout.includes('Usage: ward'), wasLeft()]).toEqual([true, false]);
    const inspected = user.run([PROGRAM, '--inspect=0', ...HELP]);
    expect([
      inspected.stdout.includes('Usage: ward'),
      inspected.stderr.includes('Debugger listening'),
    ]).toEqual([true, false]);
    const addon = user.run(['fangcang-ward', 'verify', '--json'], {
      FANGCANG_SQLITE_BINDING: '/nowhere/evil.node',
    });
    expect(JSON.parse(addon.stdout)).toMatchObject({ clean: true });
  });

  it('loads nothing but its archive', () => {
    const { script, wasLeft } = scriptThatLeavesAMark(path.join(user.home, 'marks'));
    const folder = `${LIBRARY}/resources/app`;
    const archive = `${LIBRARY}/resources/app.asar`;
    mkdirSync(folder);
    try {
      cpSync(script, `${folder}/index.js`);
      const beside = user.run([PROGRAM, ...HELP]);
      expect([beside.stdout.includes('Usage: ward'), wasLeft()]).toEqual([true, false]);
      renameSync(archive, `${archive}.away`);
      try {
        const instead = user.run([PROGRAM, ...HELP]);
        expect([instead.stdout.includes('Usage: ward'), wasLeft()]).toEqual([false, false]);
        expect(instead.status).not.toBe(0);
      } finally {
        renameSync(`${archive}.away`, archive);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is upgraded, and the ward is as it was', async () => {
    install(debs[1]);
    const desk = await user.start(menuCommand(), display.display);
    try {
      expect(await ask(desk.page, 'setup.status', {})).toMatchObject({ version: VERSIONS[1] });
      await admit(desk.page, '司马二');
    } finally {
      await desk.close();
    }
    expect((await present()).toSorted()).toEqual(['司马二', '欧阳一']);
  });

  it('is removed without a trace of the program, and purge leaves the patients and says where', () => {
    const ward = `${user.home}/.config/Fangcang Desk/ward.db`;
    const before = hashOf(ward);
    execFileSync('dpkg', ['-r', 'fangcang-desk']);
    const purged = execFileSync('dpkg', ['--purge', 'fangcang-desk'], { encoding: 'utf8' });
    expect(purged).toContain('~/.config/Fangcang Desk');
    const left = ['/usr/lib', '/usr/bin', '/usr/share', '/var/lib/dpkg/info'].flatMap((place) =>
      execFileSync('find', [place, '-name', 'fangcang*'], { encoding: 'utf8' }).split('\n').filter(Boolean),
    );
    expect(left).toEqual([]);
    expect(isInstalled()).toBe(false);
    expect(hashOf(ward)).toBe(before);
  });

  /** Who is in house, by the terminal: the other eye on the same file. */
  async function present(): Promise<string[]> {
    const { stdout, stderr } = user.run([
      'fangcang-ward',
      '--json',
      'call',
      'stays.list',
      '{"scope":"present"}',
    ]);
    if (stdout === '') throw new Error(stderr);
    return (JSON.parse(stdout) as { rows: { name: string }[] }).rows.map(({ name }) => name);
  }
});

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
