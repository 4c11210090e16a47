import { createRequire } from 'node:module';
import path from 'node:path';
import { lastLines, runCommand, SetupError } from '../run-command.ts';

const require = createRequire(import.meta.url);
const toolPackage = require.resolve('@cyclonedx/cyclonedx-npm');

/** The fields of CycloneDX 1.6 that are read here; the file has more of them. */
export interface Component {
  type: string;
  'bom-ref'?: string;
  name: string;
  group?: string;
  version?: string;
  purl?: string;
  licenses?: { expression?: string; license?: { id?: string; name?: string } }[];
  /** Texts of licence files found in the package, when they were asked for. */
  evidence?: { licenses?: { license?: { text?: { content: string; encoding?: string } } }[] };
}

export interface BillOfMaterials {
  bomFormat: 'CycloneDX';
  specVersion: string;
  metadata: { component?: Component };
  components: Component[];
}

/**
 * Everything of other people that the program carries, by CycloneDX's own tool for npm: every production
 * dependency, with those that they bring along; with `texts`, the words of their licence files too.
 */
export async function billOfMaterials(texts = false): Promise<BillOfMaterials> {
  const tool = path.join(path.dirname(toolPackage), 'bin', 'cyclonedx-npm-cli.js');
  const args = ['--omit', 'dev', '--flatten-components', '--short-PURLs', '--output-reproducible'];
  if (texts) args.push('--gather-license-texts');
  const result = await runCommand(process.execPath, [tool, ...args, '--output-file', '-']);
  if (result.code !== 0)
    throw new SetupError(
      `What is shipped could not be listed; does node_modules fit package-lock.json (npm ci)?\n${lastLines(result)}`,
    );
  return JSON.parse(result.stdout);
}

export const fullName = ({ group, name }: Component): string => (group ? `${group}/${name}` : name);
