import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { electronVersions } from '../electron-runtime.ts';
import { projectFolder, SetupError } from '../run-command.ts';
import {
  type BillOfMaterials,
  billOfMaterials,
  type Component,
  fullName,
} from '../supply/bill-of-materials.ts';
import { licenceProblems, licencesOf } from '../supply/licences.ts';
import type { Packed } from './pack.ts';

/**
 * Puts beside the program what has to go with it: the bill of materials (CycloneDX JSON, Electron, Chromium and Node
 * among it), and the notices that other people's licences ask for. Refuses where something is in the built files that
 * the bill does not have, or that may not be shipped. The path of the bill.
 */
export async function addDocuments({ folder, runtime, version }: Packed): Promise<string> {
  const bill = await billOfMaterials(true);
  const problems = [...licenceProblems(bill), ...(await unlisted(bill))];
  if (problems.length > 0) throw new SetupError(`This may not be shipped:\n${problems.join('\n')}`);
  await writeFile(path.join(folder, 'NOTICES.txt'), notices(bill.components));
  bill.components.push(...(await electronParts(runtime.executable)));
  if (bill.metadata.component) bill.metadata.component.version = version;
  const components = bill.components.map(({ evidence: _, ...component }) => component);
  const file = path.join(folder, 'bill-of-materials.cdx.json');
  await writeFile(file, JSON.stringify({ ...bill, components }, null, 2));
  return file;
}

/** Packages that the build has taken in, by its own source maps, and that are not in the bill. */
async function unlisted(bill: BillOfMaterials): Promise<string[]> {
  const listed = new Set(bill.components.map(fullName));
  const built = path.join(projectFolder, 'out');
  const taken = new Set<string>();
  for (const file of await readdir(built, { recursive: true })) {
    if (!file.endsWith('.map')) continue;
    const { sources }: { sources: string[] } = JSON.parse(await readFile(path.join(built, file), 'utf8'));
    for (const source of sources) {
      const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
      if (name) taken.add(name);
    }
  }
  if (taken.size === 0) return ['the built files have no source maps: what is in them is not known'];
  return [...taken]
    .filter((name) => !listed.has(name))
    .map((name) => `${name}: in the built files, not in the bill`);
}

async function electronParts(executable: string): Promise<Component[]> {
  const { electron, chrome, node } = await electronVersions(executable);
  const part = (name: string, version: string, id: string, purl: string): Component => ({
    type: 'framework',
    'bom-ref': purl,
    name,
    version,
    purl,
    licenses: [{ license: { id } }],
  });
  return [
    part('electron', electron, 'MIT', `pkg:npm/electron@${electron}`),
    part('chromium', chrome, 'BSD-3-Clause', `pkg:generic/chromium@${chrome}`),
    part('node', node, 'MIT', `pkg:generic/node@${node}`),
  ];
}

function notices(components: readonly Component[]): string {
  const head =
    'Fangcang Desk carries the work of others. Each part stands here with its licence and its notice.\n' +
    'Electron: LICENSE.electron.txt. Chromium and what it carries: LICENSES.chromium.html.\n';
  const parts = components.map((component) => {
    const title = `${fullName(component)} ${component.version}: ${licencesOf(component).join(', ')}`;
    const texts = (component.evidence?.licenses ?? []).flatMap(({ license }) => license?.text ?? []);
    const words = texts.map(({ content, encoding }) =>
      encoding === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content,
    );
    return `${'='.repeat(100)}\n${title}\n\n${words.join('\n').trim() || '(comes without a text of its own)'}\n`;
  });
  return [head, ...parts].join('\n');
}
