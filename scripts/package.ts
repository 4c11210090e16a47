import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { ElectronRuntime } from './electron-runtime.ts';
import { debianPackage } from './package/debian.ts';
import { addDocuments } from './package/documents.ts';
import { packDesk } from './package/pack.ts';
import { portableZip } from './package/portable-zip.ts';
import { type Manifest, readManifest } from './package/stage.ts';
import { prepareDesk } from './prepare.ts';
import { projectFolder, runScript, step } from './run-command.ts';

/** `npm run package -- [--out folder] [--quick]`: what a PC is installed from. Quick: not compressed, and made at once. */
await runScript(async () => {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'dist' }, quick: { type: 'boolean', default: false } },
  });
  const out = path.resolve(projectFolder, values.out);
  await mkdir(out, { recursive: true });
  const runtime = await prepareDesk();
  const version = versionWith(runtime, await readManifest(projectFolder));
  const packed = await step(`packing ${version} with Electron ${runtime.version}`, () =>
    packDesk(runtime, version, out),
  );
  if (process.platform !== 'linux') return 0;
  const bill = await step('writing the bill of materials and the notices', () => addDocuments(packed));
  const files = [
    await step('writing the .deb', () => debianPackage(packed, out, values.quick ? 'none' : 'xz')),
    await step('writing the portable .zip', () => portableZip(packed, out, !values.quick)),
    path.join(out, `fangcang-desk-${version}.cdx.json`),
  ];
  await copyFile(bill, files.at(-1) ?? '');
  await writeFile(path.join(out, 'SHA256SUMS'), await checksums(files));
  for (const file of files) console.log(`${file} (${((await stat(file)).size / 1e6).toFixed(1)} MB)`);
  console.log(`carries ${runtime.label}`);
  return 0;
});

/**
 * What carries another Electron than the pinned one says so in its name and its version, and any upgrade to the real one
 * is newer: `0.1.0-electron33.2.1`, of a .deb `0.1.0~electron33.2.1`.
 */
function versionWith(runtime: ElectronRuntime, { version, devDependencies }: Manifest): string {
  return runtime.version === devDependencies.electron ? version : `${version}-electron${runtime.version}`;
}

/** As `sha256sum --check` reads them. */
async function checksums(files: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const file of files) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    lines.push(`${hash.digest('hex')}  ${path.basename(file)}\n`);
  }
  return lines.join('');
}
