import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright';

export const MENU_ENTRY = '/usr/share/applications/fangcang-desk.desktop';

/** Somebody without any rights: an account of this machine that is made for a test and goes with it. */
export interface OrdinaryUser {
  name: string;
  home: string;
  /** Runs a command as this user, with nothing of our environment but what is given. */
  run(words: readonly string[], environment?: Record<string, string>): SpawnSyncReturns<string>;
  /** Starts a program with a window; it can be driven from here. */
  start(command: string, display: string): Promise<StartedDesk>;
  remove(): void;
}

interface StartedDesk {
  page: Page;
  /** Every process of it, as /proc tells. */
  processes(): Process[];
  /** Closes the window as a user does, and waits for the program to end. */
  close(): Promise<void>;
}

export interface Process {
  id: number;
  words: string[];
  status: Record<string, string>;
}

export function makeOrdinaryUser(): OrdinaryUser {
  const name = `fangcang-try-${process.pid}`;
  execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', name]);
  const home = `/home/${name}`;
  const asUser = (words: readonly string[], environment: Record<string, string>): string[] => [
    '-u',
    name,
    '--',
    'env',
    '-i',
    `HOME=${home}`,
    'PATH=/usr/local/bin:/usr/bin:/bin',
    'LANG=C.UTF-8',
    ...Object.entries(environment).map(([key, value]) => `${key}=${value}`),
    ...words,
  ];
  return {
    name,
    home,
    run: (words, environment = {}) =>
      spawnSync('runuser', asUser(words, environment), { cwd: '/', encoding: 'utf8', timeout: 60_000 }),
    // The debugging port is Chromium's, chosen by itself; the inspector of Node is switched off in this program.
    start: (command, display) =>
      start(asUser(['sh', '-c', `exec ${command} --remote-debugging-port=0`], { DISPLAY: display }), name),
    remove: () => {
      spawnSync('userdel', ['--remove', name]);
    },
  };
}

/** What a desktop runs when the menu entry is chosen. */
export function menuCommand(): string {
  const [, command] = /^Exec=(.+)$/m.exec(readFileSync(MENU_ENTRY, 'utf8')) ?? [];
  if (!command) throw new Error('the menu entry starts nothing');
  return command;
}

async function start(args: string[], user: string): Promise<StartedDesk> {
  const child = spawn('runuser', args, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const port = await new Promise<string>((resolve, reject) => {
    const give = (why: string) => reject(new Error(`the program did not start: ${why}\n${said}`));
    const timer = setTimeout(() => give('it said nothing for a minute'), 60_000);
    child.stderr.on('data', (text) => {
      said += text;
      const [, found] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? [];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    });
    void ended.then((code) => give(`it ended with ${code}`));
  });
  await windowOf(port, ended);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch((cause) => {
    throw new Error(`the program cannot be driven. It said:\n${said}`, { cause });
  });
  return {
    page: await pageOf(browser),
    processes: () => processesOf(user),
    close: async () => {
      for (const page of browser.contexts().flatMap((context) => context.pages())) await page.close();
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

/** Chromium answers on its port before the program has a window, and does not always survive being driven then. */
async function windowOf(port: string, ended: Promise<unknown>): Promise<void> {
  let running = true;
  void ended.then(() => {
    running = false;
  });
  while (running) {
    const list = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    const targets = ((await list?.json().catch(() => null)) ?? []) as { type: string; url: string }[];
    if (targets.some(({ type, url }) => type === 'page' && url.startsWith('desk://'))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function pageOf(browser: Browser): Promise<Page> {
  for (let i = 0; i < 600; i++) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .at(0);
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no window came up');
}

function processesOf(user: string): Process[] {
  const ids = spawnSync('ps', ['-u', user, '-o', 'pid='], { encoding: 'utf8' }).stdout.trim().split(/\s+/);
  return ids.flatMap((id) => {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split(/[\0 ]/);
      const lines = readFileSync(`/proc/${id}/status`, 'utf8').split('\n');
      const status = Object.fromEntries(lines.map((line) => line.split(':\t', 2)));
      return [{ id: Number(id), words, status }];
    } catch {
      return []; // ended meanwhile
    }
  });
}
