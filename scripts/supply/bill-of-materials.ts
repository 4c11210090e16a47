import { createRequire } from 'node:module';
import path from 'node:path';
import { lastLines, projectFolder, runCommand, SetupError } from '../run-command.ts';

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
  components?: Component[];
}

export interface BillOfMaterials {
  bomFormat: 'CycloneDX';
  specVersion: string;
  metadata: { component?: Component };
  components: Component[];
}

/**
 * Everything of other people that the program carries, by CycloneDX's own tool for npm: every production
 * dependency, with those that they bring along. `folder` holds a package.json, its lock file and node_modules.
 */
export async function billOfMaterials(folder = projectFolder): Promise<BillOfMaterials> {
  const tool = path.join(path.dirname(toolPackage), 'bin', 'cyclonedx-npm-cli.js');
  const args = ['--omit', 'dev', '--flatten-components', '--short-PURLs', '--output-reproducible'];
  const result = await runCommand(process.execPath, [tool, ...args, '--output-file', '-'], { cwd: folder });
  if (result.code !== 0)
    throw new SetupError(`The bill of materials could not be written.\n${lastLines(result)}`);
  return JSON.parse(result.stdout);
}

export const fullName = ({ group, name }: Component): string => (group ? `${group}/${name}` : name);
