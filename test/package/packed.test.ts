import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { startXvfb } from '../../scripts/display.ts';
import { type ElectronRuntime, findElectron } from '../../scripts/electron-runtime.ts';
import { addDocuments } from '../../scripts/package/documents.ts';
import { type Packed, packDesk } from '../../scripts/package/pack.ts';
import { portableZip } from '../../scripts/package/portable-zip.ts';
import { projectFolder } from '../../scripts/run-command.ts';
import { makeOrdinaryUser } from './ordinary-user.ts';
import { ask, expectSandbox } from './through-the-window.ts';

const isRoot = process.getuid?.() === 0;

describe.skipIf(process.platform !== 'linux')('the packed program', () => {
  const out = mkdtempSync(path.join(tmpdir(), 'fangcang-packed-'));
  chmodSync(out, 0o755);
  let runtime: ElectronRuntime;
  let packed: Packed;

  beforeAll(async () => {
    runtime = await findElectron();
    packed = await packDesk(runtime, '0.9.0', out);
    await addDocuments(packed);
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(path.join(packed.folder, 'fangcang-desk'));
    const on = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      cookies: on(FuseV1Options.EnableCookieEncryption),
      snapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePages: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      onlyAsar: true,
      integrity: true,
      cookies: true,
      snapshot: false,
      filePages: false,
    });
  });

  it('says what it carries, without a word of the machine that made it', () => {
    const bill = readFileSync(path.join(packed.folder, 'bill-of-materials.cdx.json'), 'utf8');
    const { bomFormat, components } = JSON.parse(bill) as {
      bomFormat: string;
      components: { name: string; version: string; licenses?: unknown[] }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    const versions = Object.fromEntries(components.map(({ name, version }) => [name, version]));
    expect(versions).toMatchObject({
      electron: runtime.version,
      react: expect.any(String),
      kysely: expect.any(String),
    });
    expect(components.filter(({ licenses }) => !licenses?.length)).toEqual([]);
    expect(bill).not.toContain(projectFolder);
    expect(readFileSync(path.join(packed.folder, 'NOTICES.txt'), 'utf8')).toContain(
      'Permission is hereby granted, free of charge',
    );
    expect(existsSync(path.join(packed.folder, 'LICENSES.chromium.html'))).toBe(true);
  });

  it('carries the built program, its resources and its addons, and nothing to build or test with', () => {
    const files = listPackage(path.join(packed.folder, 'resources', 'app.asar'), { isPack: false });
    expect(files).toEqual(
      expect.arrayContaining(['/package.json', '/out/main/main.js', '/resources/layouts/stadium-1200.json']),
    );
    const tops = new Set(files.map((file) => file.split('/')[1]));
    expect([...tops].toSorted()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
    expect(files.filter((file) => /\.(map|ts|tsx|c|cpp|h)$/.test(file))).toEqual([]);
    const addons = files.filter((file) => file.endsWith('.node'));
    expect(addons.length).toBeGreaterThan(0);
    for (const addon of addons)
      expect(existsSync(path.join(packed.folder, 'resources', 'app.asar.unpacked', addon))).toBe(true);
    expect(existsSync(path.join(packed.folder, 'resources', 'app'))).toBe(false);
  });

  it.skipIf(!isRoot)('runs out of the portable zip, as an ordinary user, in its sandbox', async () => {
    const zip = await portableZip(packed, out, false);
    const user = makeOrdinaryUser();
    const display = await startXvfb();
    try {
      const folder = path.join(out, 'carried about');
      await unzip(zip, folder);
      const program = path.join(folder, 'fangcang-desk-0.9.0-linux-x64', 'fangcang-desk');
      const desk = await user.start(`'${program}' --data '${user.home}/on a stick'`, display.display);
      try {
        expect(await ask(desk.page, 'setup.status', {})).toMatchObject({
          version: '0.9.0',
          folder: `${user.home}/on a stick`,
        });
        expectSandbox(desk.processes());
      } finally {
        await desk.close();
      }
    } finally {
      display.server.kill();
      user.remove();
    }
  });
});

async function unzip(zip: string, folder: string): Promise<void> {
  const file = await yauzl.openPromise(zip, { lazyEntries: true });
  for await (const entry of file.eachEntry()) {
    const target = path.join(folder, entry.fileName);
    mkdirSync(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await file.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}
