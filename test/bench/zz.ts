import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createDemonstration } from '#main/demo/create-demonstration.ts';
import { withPrivateDisplay } from '../../scripts/display.ts';
import { electronEnvironment, findElectron, sandboxArguments } from '../../scripts/electron-runtime.ts';
import { Page } from './page.ts';
const electron = await findElectron();
const d = mkdtempSync('/tmp/zz-');
mkdirSync(d + '/demo');
await createDemonstration(d + '/demo/ward.db', { patients: 860, days: 10, seed: 2022, now: new Date().toISOString() as never, log: { defect() {}, slow() {} } });
const CENSUS = `(() => { const figures = [...document.querySelectorAll('.desk-census strong')];
  return figures.length > 0 && figures.every(({ textContent }) => /^\\d/.test(textContent)); })()`;
await withPrivateDisplay(async () => {
  for (let i = 0; i < 5; i++) {
    const t0 = Date.now();
    const extra = i === 4 ? ['--js-flags=--cpu-prof'] : [];
    const child = spawn(electron.executable, [process.cwd(), '--demo', `--data=${d}`, ...sandboxArguments(), '--remote-debugging-port=0', '--window-size=1366,768'], { env: electronEnvironment(electron), stdio: ['ignore', 'ignore', 'pipe'] });
    const port = await new Promise<string>((r) => { let s = ''; child.stderr!.on('data', (c) => { s += c; const m = /127\.0\.0\.1:(\d+)/.exec(s)?.[1]; if (m) r(m); }); });
    const tp = Date.now() - t0;
    const page = await Page.at(port, performance.now() + 30000);
    const tq = Date.now() - t0;
    await page.until(CENSUS, performance.now() + 30000);
    const tr = Date.now() - t0;
    const a: any = await (page as any).send('Runtime.evaluate', { returnByValue: true, expression: `JSON.stringify({o: performance.timeOrigin, nav: performance.getEntriesByType('navigation').map(n=>({dom:n.domInteractive, resp:n.responseEnd, dcl: n.domContentLoadedEventEnd, load: n.loadEventEnd})), paint: performance.getEntriesByType('paint').map(p=>[p.name,p.startTime]), res: performance.getEntriesByType('resource').map(r=>[r.name.split('/').pop(), Math.round(r.startTime), Math.round(r.responseEnd), r.decodedBodySize])})` });
    const v = JSON.parse(a.result.result.value);
    console.log(i, { devtools: tp, page: tq, navigationStart: Math.round(v.o - t0), ready: tr }, JSON.stringify(v.nav), JSON.stringify(v.paint));
    if (i === 3) console.log(v.res.map((r: any) => r.join(' ')).join('\n'));
    child.kill(); await new Promise((r) => child.once('exit', r));
  }
});
rmSync(d, { recursive: true, force: true });
process.exit(0);
