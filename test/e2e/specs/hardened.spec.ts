import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemonstrationWard, type TestWard } from '../../fixtures/ward.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { eventually } from '../fixtures/terminal.ts';
import { atRest } from '../screens/at-rest.ts';
import { nurseAt } from '../screens/keyboard.ts';

/** The twenty points of docs/security/electron-checklist.md, each asked of the real window. */

let ward: TestWard;
let desk: Desk;
let outside: Server;
/** Where somebody else listens, and what got there. */
let address: string;
const reached: string[] = [];
/** What was handed to another program, an address a line: the system's own opener stands here in its place, and notes it. */
let handed: string;
const handedOver = () => (existsSync(handed) ? readFileSync(handed, 'utf8').trim().split('\n') : []);

/** The programs that Electron hands an address to on Linux. */
function noteWhatIsHanded(folder: string): string {
  handed = path.join(folder, 'handed');
  const programs = path.join(folder, 'programs');
  mkdirSync(programs);
  for (const name of ['xdg-open', 'xdg-email']) {
    const opener = path.join(programs, name);
    writeFileSync(opener, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${handed}'\n`);
    chmodSync(opener, 0o755);
  }
  return `${programs}:${process.env.PATH}`;
}

beforeAll(async () => {
  outside = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' });
    response.end('window.fromOutside = true');
  });
  await new Promise<void>((listening) => outside.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  ward = await openDemonstrationWard();
  ward.realTime();
  desk = await launchDesk({
    data: ward.folder,
    env: { PATH: noteWhatIsHanded(ward.folder) },
    // A camera to be refused: without one Chromium only says that there is none.
    args: ['--use-fake-device-for-media-stream'],
  });
  await nurseAt(desk.window).sees('.desk-census');
});
afterAll(async () => {
  await desk.close();
  await ward.close();
  outside.close();
});

const preferences = () =>
  desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences(),
    ),
  );

/** What a window that somebody adds one day could do, made as carelessly as can be. `did` is asked after a second. */
const inCarelessWindow = (url: string, script: string | null = null) =>
  desk.app.evaluate(
    async ({ BrowserWindow }, given) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: false, webviewTag: true, partition: `careless-${Math.random()}` },
      });
      let attached = 0;
      window.webContents.on('did-attach-webview', () => {
        attached += 1;
      });
      const loaded = await window.loadURL(given.url).then(
        () => 'loaded',
        (error: Error) => error.message.replace(/ .*/s, ''),
      );
      const said: unknown = given.script
        ? await window.webContents.executeJavaScript(given.script, true)
        : null;
      await new Promise((later) => setTimeout(later, 400));
      const at = window.webContents.getURL();
      window.destroy();
      return { loaded, said, attached, at };
    },
    { url, script },
  );

const inPage = <T>(script: string): Promise<T> => desk.window.evaluate(script) as Promise<T>;

describe('the twenty points of Electron’s checklist', () => {
  it('1 nothing is loaded over a network: not by our page, not by a careless window, not by the session itself', async () => {
    const before = reached.length;
    const outcome = await inPage<Record<string, string>>(`(async () => {
      const settle = (name, make) => new Promise((done) => {
        const one = make();
        one.onload = one.onopen = () => done([name, 'came']);
        one.onerror = () => done([name, 'refused']);
      });
      const put = (name, fields) => settle(name, () =>
        document.head.appendChild(Object.assign(document.createElement(name), fields)));
      return Object.fromEntries(await Promise.all([
        fetch('${address}/fetch').then(() => ['fetch', 'came'], () => ['fetch', 'refused']),
        put('script', { src: '${address}/script' }),
        put('link', { rel: 'stylesheet', href: '${address}/style' }),
        settle('img', () => Object.assign(new Image(), { src: '${address}/img' })),
        Promise.resolve().then(() => settle('socket', () => new WebSocket('${address.replace('http', 'ws')}/socket')))
          .catch(() => ['socket', 'refused']),
      ]));
    })()`);
    expect(outcome).toEqual({
      fetch: 'refused',
      script: 'refused',
      link: 'refused',
      img: 'refused',
      socket: 'refused',
    });
    // What it answers says nothing of whether it goes out; the listener does.
    await inPage(`void navigator.sendBeacon('${address}/beacon', 'x')`);
    expect(await inCarelessWindow(`${address}/window`)).toMatchObject({ loaded: 'ERR_BLOCKED_BY_CLIENT' });
    const fetched = await desk.app.evaluate(
      ({ session }, url) =>
        session.defaultSession.fetch(url).then(
          () => 'came',
          () => 'refused',
        ),
      `${address}/session`,
    );
    expect(fetched).toBe('refused');
    await desk.window.waitForTimeout(300);
    expect(reached.slice(before)).toEqual([]);
    // Somebody does listen there.
    await fetch(`${address}/heard`);
    expect(reached.splice(before)).toEqual(['/heard']);
  });

  it('1 no name is looked up, and no call to another machine can be set up', async () => {
    const resolved = await desk.app.evaluate(({ session }) =>
      session.defaultSession.resolveHost('localhost').then(
        () => 'found',
        (error: Error) => error.message,
      ),
    );
    expect(resolved).toMatch(/ERR_NAME_NOT_RESOLVED/);
    const ways = await inPage<string[]>(`(async () => {
      const call = new RTCPeerConnection();
      call.createDataChannel('x');
      const ways = [];
      const gathered = new Promise((done) => {
        call.onicecandidate = ({ candidate }) => candidate ? ways.push(candidate.candidate) : done();
      });
      await call.setLocalDescription(await call.createOffer());
      await gathered;
      call.close();
      return ways;
    })()`);
    expect(ways).toEqual([]);
  });

  it('2 there is no Node in the page', async () => {
    expect(
      await inPage('[typeof require, typeof process, typeof module, typeof Buffer, typeof global]'),
    ).toEqual(Array(5).fill('undefined'));
    for (const one of await preferences())
      expect(one).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
      });
  });

  it('3 what the page does to its own objects does not reach the bridge', async () => {
    for (const one of await preferences()) expect(one).toMatchObject({ contextIsolation: true });
    const reply = await inPage<unknown>(`(async () => {
      const { call } = Function.prototype;
      let seen = 0;
      Function.prototype.call = function (...given) { seen += 1; return call.apply(this, given); };
      const answer = await window.desk.call({ callId: 'isolated', name: 'setup.status', input: {} });
      Function.prototype.call = call;
      let isReplaced = true;
      try { 'use strict'; window.desk = null; isReplaced = window.desk === null; } catch { isReplaced = false; }
      return { ok: answer.ok, seen, isReplaced };
    })()`);
    expect(reply).toEqual({ ok: true, seen: 0, isReplaced: false });
  });

  // What the system says of it is asked in sandboxed.spec.ts, as an ordinary user.
  it('4 every window asks for the sandbox', async () => {
    for (const one of await preferences()) expect(one).toMatchObject({ sandbox: true });
  });

  it('5 nothing is permitted, to our page or to any other, but to put text on the clipboard', async () => {
    const asked = `(async () => {
      const refused = (promise) => promise.then((value) => String(value), (error) => error.name);
      const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read', 'midi', 'persistent-storage'];
      const states = await Promise.all(names.map((name) => navigator.permissions.query({ name }).then((s) => s.state, () => 'denied')));
      return {
        states: [...new Set(states)],
        camera: await refused(navigator.mediaDevices?.getUserMedia({ video: true }) ?? Promise.reject({ name: 'none' })),
        screen: await refused(navigator.mediaDevices?.getDisplayMedia({ video: true }) ?? Promise.reject({ name: 'none' })),
        notes: await Notification.requestPermission(),
        read: await refused(navigator.clipboard?.readText() ?? Promise.reject({ name: 'none' })),
        place: await new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('told'), ({ code }) => done(code))),
      };
    })()`;
    const answer = await inPage<Record<string, unknown>>(asked);
    expect(answer).toEqual({
      ...{ states: ['denied'], notes: 'denied', place: 1 },
      // By name: one that is not there would be «NotFoundError», whoever may use it.
      ...{ camera: 'NotAllowedError', screen: 'NotAllowedError', read: 'NotAllowedError' },
    });
    const elsewhere = await inCarelessWindow(
      'data:text/html,<title>x</title>',
      `navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)`,
    );
    expect(elsewhere.said).toBe('denied');
    await desk.window.bringToFront();
    expect(await inPage(`navigator.clipboard.writeText('一')`).then(() => 'copied')).toBe('copied');
  });

  it('5 no device is handed to a page: asked of every session, since none may be plugged in here', async () => {
    const decisions = await desk.app.evaluate(({ session }) => {
      type Decide = (details: { deviceType: string; origin: string; device: object }) => boolean;
      const prototype = Object.getPrototypeOf(session.defaultSession) as {
        setDevicePermissionHandler(decide: Decide): void;
      };
      const own = prototype.setDevicePermissionHandler;
      const set: Decide[] = [];
      prototype.setDevicePermissionHandler = function (decide) {
        set.push(decide);
        own.call(this, decide);
      };
      session.fromPartition(`devices-${Math.random()}`);
      prototype.setDevicePermissionHandler = own;
      return set.flatMap((decide) =>
        ['usb', 'hid', 'serial'].map((deviceType) =>
          decide({ deviceType, origin: 'desk://app', device: {} }),
        ),
      );
    });
    expect(decisions).toEqual([false, false, false]);
  });

  it('6 the page reads no file and no other origin', async () => {
    for (const one of await preferences()) expect(one).toMatchObject({ webSecurity: true });
    expect(await inPage(`fetch('file:///etc/hostname').then(() => 'read', () => 'refused')`)).toBe('refused');
  });

  it('7 the policy comes as a header with every file, with another nonce each time, and lets no strange script in', async () => {
    const headers = await desk.app.evaluate(async ({ session }) => {
      const of = async (url: string) => (await session.defaultSession.fetch(url)).headers;
      const [one, other, missing] = await Promise.all([
        of('desk://app/'),
        of('desk://app/'),
        of('desk://app/none'),
      ]);
      return [one, other, missing].map((all) => [...(all ?? [])]);
    });
    const policies = headers.map(
      (all) => all.find(([name]) => name === 'content-security-policy')?.[1] ?? '',
    );
    for (const policy of policies) {
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
      expect(policy).not.toMatch(
        /unsafe-eval|https?:|\*|script-src[^;]*(unsafe|nonce|data:|blob:)|style-src-elem[^;]*unsafe/,
      );
    }
    expect(new Set(policies.map((policy) => /'nonce-([^']{20,})'/.exec(policy)?.[1])).size).toBe(3);
    const outcome = await inPage<unknown>(`(async () => {
      const broken = [];
      document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
      const host = document.createElement('div');
      document.body.append(host);
      host.innerHTML = '<img src="data:," onerror="window.ran = 1"><style>#desk { opacity: 0 }</style>';
      const script = document.createElement('script');
      script.textContent = 'window.ran = 2';
      host.append(script);
      host.insertAdjacentHTML('beforeend', '<a href="javascript:window.ran = 3">x</a>');
      host.querySelector('a').click();
      // Later, out of the test's own hands: what a debugger evaluates may evaluate too.
      const evaluated = await new Promise((done) => setTimeout(() => {
        try { done((0, eval)('1') + new Function('return 1')()); } catch { done(false); }
      }));
      await new Promise((later) => setTimeout(later, 300));
      host.remove();
      return { ran: window.ran ?? null, evaluated, opacity: getComputedStyle(document.getElementById('desk')).opacity,
        broken: [...new Set(broken)].sort() };
    })()`);
    expect(outcome).toEqual({
      ran: null,
      evaluated: false,
      opacity: '1',
      broken: ['script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
    });
  });

  it('8, 9, 10 no mixed content, no experiments, no Blink features', async () => {
    for (const one of (await preferences()) as Record<string, unknown>[]) {
      expect(one.allowRunningInsecureContent ?? false).toBe(false);
      expect(one.experimentalFeatures ?? false).toBe(false);
      expect(one.enableBlinkFeatures ?? '').toBe('');
    }
    // A window that has them says so.
    const daring = await desk.app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          allowRunningInsecureContent: true,
          experimentalFeatures: true,
          enableBlinkFeatures: 'CSSVariables',
        },
      });
      const said = (
        window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      window.destroy();
      return [said.allowRunningInsecureContent, said.experimentalFeatures, said.enableBlinkFeatures];
    });
    expect(daring).toEqual([true, true, 'CSSVariables']);
  });

  it('11, 12 nothing is shown inside a page: a webview does nothing in ours, and in a careless one it is not let in', async () => {
    for (const one of await preferences()) expect(one).toMatchObject({ webviewTag: false });
    expect(await inPage(`typeof document.createElement('webview').loadURL`)).toBe('undefined');
    const careless = await inCarelessWindow(
      'data:text/html,<body></body>',
      `document.body.innerHTML = '<webview src="data:text/html,x" allowpopups></webview>'; typeof document.querySelector('webview').loadURL`,
    );
    expect(careless).toMatchObject({ said: 'function', attached: 0 });
  });

  it('13 the page stays where it is, wherever it is sent', async () => {
    const home = desk.window.url();
    for (const elsewhere of [
      `${address}/navigated`,
      'https://example.org/',
      'data:text/html,x',
      'file:///etc/hostname',
      'desk://app.elsewhere/',
      'desk://app/assets/',
      'desk://paper/1',

      'chrome://version',
    ]) {
      await inPage(`void (location.href = ${JSON.stringify(elsewhere)})`);
      await desk.window.waitForTimeout(60);
      expect([elsewhere, desk.window.url()]).toEqual([elsewhere, home]);
    }
    await inPage(`(() => {
      const form = document.createElement('form');
      form.action = '${address}/form';
      document.body.append(form);
      form.submit();
      form.remove();
      const frame = document.createElement('iframe');
      frame.src = '${address}/frame';
      document.body.append(frame);
      setTimeout(() => frame.remove(), 200);
    })()`);
    await desk.window.waitForTimeout(300);
    expect(desk.window.url()).toBe(home);
    // The blank page comes without asking anybody. It is not ours, so it is not answered, and ours comes back.
    await inPage(`void (location.href = 'about:blank')`);
    await nurseAt(desk.window).sees('.desk-census');
    expect(await inPage('typeof window.desk.call')).toBe('function');
    expect(reached).toEqual([]);
  });

  it('13 a careless window is not sent elsewhere either, by its page or by an answer that redirects', async () => {
    const sent = await inCarelessWindow(
      'data:text/html,<title>x</title>',
      `void (location.href = 'data:text/html,there')`,
    );
    expect(sent.at).toMatch(/x<.title>$/);
    const redirected = await desk.app.evaluate(async ({ BrowserWindow, session }) => {
      const own = session.fromPartition(`redirecting-${Math.random()}`);
      own.protocol.handle('desk', ({ url }) =>
        url === 'desk://app/'
          ? new Response(null, { status: 302, headers: { location: 'desk://app/elsewhere' } })
          : new Response('there'),
      );
      const window = new BrowserWindow({ show: false, webPreferences: { session: own } });
      const end = await window.loadURL('desk://app/').then(
        () => window.webContents.getURL(),
        () => 'refused',
      );
      window.destroy();
      return end;
    });
    expect(redirected).toBe('refused');
  });

  it('14 no other window opens', async () => {
    const count = () => desk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
    const before = await count();
    const opened = await inPage(`(() => {
      const link = Object.assign(document.createElement('a'), { href: location.href, target: '_blank' });
      document.body.append(link);
      link.click();
      link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }));
      link.remove();
      return [window.open('desk://app/'), window.open('about:blank'), window.open('${address}/opened', 'x', 'popup')];
    })()`);
    expect(opened).toEqual([null, null, null]);
    await desk.window.waitForTimeout(300);
    // Of those that an earlier test closed, one may still be on its way out.
    expect(await count()).toBeLessThanOrEqual(before);
    const careless = await inCarelessWindow(
      'data:text/html,<title>x</title>',
      `window.open('about:blank') === null`,
    );
    expect(careless.said).toBe(true);
  });

  it('15 nothing is handed to another program', async () => {
    for (const url of [
      'mailto:a@example.org',
      'tel:1',
      'ms-word:x',
      'smb://example.org/x',
      'file:///etc/hostname',
    ])
      await inPage(`void (location.href = '${url}', window.open('${url}'))`);
    await desk.window.waitForTimeout(500);
    expect(handedOver()).toEqual([]);
    // What Electron does hand over is heard.
    await desk.app.evaluate(({ shell }) => shell.openExternal('mailto:heard@example.org'));
    expect(
      await eventually(
        'the opener was called',
        async () => handedOver(),
        (all) => all.length > 0,
      ),
    ).toEqual(['mailto:heard@example.org']);
    const ours = readdirSync('src/main', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const handing = ours.filter((file) =>
      /openExternal|openPath/.test(readFileSync(path.join('src/main', file), 'utf8')),
    );
    expect(handing).toEqual([]);
  });

  it('16 the program ships with a pinned, current Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: { electron: string };
    };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    // The oldest that its makers mended when this was written. `npm audit` in `npm run check` tells of later holes.
    expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45);
  });

  it('17 whoever is not our page in its own top frame is not answered', async () => {
    const answer = await desk.app.evaluate(async ({ BrowserWindow, app }) => {
      const ask = async (url: string, partition?: string) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: {
            preload: `${app.getAppPath()}/out/preload/preload.cjs`,
            ...(partition ? { partition } : {}),
          },
        });
        await window.loadURL(url).catch(() => undefined);
        const said = (await window.webContents.executeJavaScript(
          `window.desk.call({ callId: 'x', name: 'setup.status', input: {} }).then((reply) => JSON.stringify(reply), (error) => error.message)`,
        )) as string;
        window.destroy();
        return said;
      };
      return [
        await ask('data:text/html,x'),
        await ask('about:blank'),
        await ask('desk://app/assets/none'),
        await ask('desk://app/'),
      ];
    });
    for (const refused of answer.slice(0, 3))
      expect(refused).toBe("Error invoking remote method 'desk:call': Error: refused");
    expect(answer[3]).toMatch(/"ok":true/);
  });

  it('18 pages come from our own protocol, which leads to no other file; file:// leads nowhere', async () => {
    expect(await inPage('location.protocol + location.host')).toBe('desk:app');
    expect(await inCarelessWindow('file:///etc/hostname')).toMatchObject({ loaded: 'ERR_BLOCKED_BY_CLIENT' });
    const found = await desk.app.evaluate(async ({ session }) => {
      const ways = [
        '../main/main.js',
        '%2e%2e/main/main.js',
        '..%2fmain%2fmain.js',
        '%252e%252e%252fmain%252fmain.js',
        '..%5cmain%5cmain.js',
        'index.html%00',
      ];
      return Promise.all(
        ways.map(async (way) => (await session.defaultSession.fetch(`desk://app/${way}`)).status),
      );
    });
    expect(found).toEqual(Array(6).fill(404));
    const own = await desk.app.evaluate(
      async ({ session }) => (await session.defaultSession.fetch('desk://app/index.html')).status,
    );
    expect(own).toBe(200);
  });

  it('20 the bridge is two functions, and listeners are handed nothing of Electron', async () => {
    const bridge = await inPage<unknown>(`(async () => {
      const heard = new Promise((done) => {
        const stop = window.desk.on((...given) => { stop(); done(given); });
      });
      window.desk.call({ callId: 'x', name: 'ward.addOperator', input: { name: '新人', act: { key: '${randomUUID()}', operatorId: '${ward.operatorId}' } } });
      const given = await heard;
      return { keys: Object.keys(window.desk).sort(), given: given.length, fields: Object.keys(given[0]).sort(),
        electron: [typeof window.electron, typeof window.ipcRenderer, typeof window.require] };
    })()`);
    expect(bridge).toEqual({
      keys: ['call', 'on'],
      given: 1,
      fields: ['topics', 'type'],
      electron: ['undefined', 'undefined', 'undefined'],
    });
  });
});

describe('the window beyond the checklist', () => {
  it('saves no file that a page hands over, of whatever name', async () => {
    const saved = (name: string) =>
      desk.app.evaluate(async ({ session, BrowserWindow }, file) => {
        const [window] = BrowserWindow.getAllWindows();
        const done = new Promise<string>((settle) => {
          session.defaultSession.once('will-download', (event, item) => {
            if (event.defaultPrevented) settle('refused');
            else item.once('done', (_done, state) => settle(`${state} ${item.getSavePath()}`));
          });
        });
        void window?.webContents.executeJavaScript(`(() => {
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob(['x']));
            link.download = ${JSON.stringify(file)};
            link.click();
          })()`);
        return done;
      }, name);
    for (const name of ['list.csv', 'run.sh', 'ward.db', '../../outside.csv'])
      expect([name, await saved(name)]).toEqual([name, 'refused']);
  });

  it('draws its pages without asking for anything that the policy refuses', async () => {
    const home = await inPage<string>('location.hash');
    desk.problems.length = 0;
    for (const page of ['admit', 'beds', 'patients', 'tests', 'reports', 'overview', 'shifts', 'settings']) {
      await inPage(`void (location.hash = '#/${page}')`);
      await atRest(desk.window);
    }
    await nurseAt(desk.window).press('?');
    await atRest(desk.window);
    await nurseAt(desk.window).press('Escape');
    // A busy machine makes any query slow.
    expect(desk.problems.filter((one) => !/ took \d+ ms$/.test(one))).toEqual([]);
    const unsigned = await inPage(
      `[...document.querySelectorAll('style')].filter(({ sheet }) => sheet === null).length`,
    );
    expect(unsigned).toBe(0);
    await inPage(`void (location.hash = ${JSON.stringify(home)})`);
  });
});
