import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder, runNpm } from '../run-command.ts';

/** What `npm audit --json` answers, of its second report format, as far as it is read here. */
interface AuditReport {
  vulnerabilities?: Record<
    string,
    { severity: string; nodes: string[]; via: (string | { url?: string; title?: string })[] }
  >;
  /** Instead, when the registry could not be asked. */
  message?: string;
  error?: { summary?: string };
}

interface Lock {
  packages: Record<string, { dev?: boolean }>;
}

export interface Advisories {
  /** Known advisories of high or critical severity upon something that is shipped, one line each. */
  serious: string[];
  /** In one line: how many others there are, or why none could be looked up. */
  note: string;
}

/**
 * Asks the registry for advisories. Production dependencies are shipped, and so is Electron, though npm counts it
 * among the tools. A registry that cannot be asked (a mirror without advisories, no network) is told and is no
 * failure: a field site must be able to build.
 */
export async function knownAdvisories(folder = projectFolder, registry?: string): Promise<Advisories> {
  const patience = ['--fetch-retries=0', '--fetch-timeout=10000'];
  const { stdout } = await runNpm(
    // Electron is a tool to npm, and npm leaves tools out where a PC is set up for production.
    ['audit', '--json', '--include=dev', ...patience, ...(registry ? [`--registry=${registry}`] : [])],
    { cwd: folder, timeoutMs: 30_000 },
  );
  const report = parse(stdout);
  if (!report?.vulnerabilities) {
    return { serious: [], note: `not looked up: ${reasonOf(report)}` };
  }
  const lock: Lock = JSON.parse(await readFile(path.join(folder, 'package-lock.json'), 'utf8'));
  const isShipped = (name: string, nodes: string[]) =>
    name === 'electron' || nodes.some((node) => lock.packages[node]?.dev !== true);
  const serious: string[] = [];
  let others = 0;
  for (const [name, { severity, nodes, via }] of Object.entries(report.vulnerabilities)) {
    const matters = (severity === 'high' || severity === 'critical') && isShipped(name, nodes);
    if (!matters) others += 1;
    else serious.push(`${name}: ${severity}, ${via.map(sourceOf).join('; ')}`);
  }
  return {
    serious,
    note: others === 0 ? 'no others' : `${others} others, milder or of tools that are not shipped`,
  };
}

/** Without the registry's address, which is nobody's business in a report. */
function reasonOf(report: AuditReport | null): string {
  const said = report?.error?.summary || report?.message || '';
  const [status] = /^4\d\d/.exec(said) ?? [];
  if (status) return `this registry answers no questions about them (${status})`;
  const [code] = /\bE[A-Z_]{4,}\b/.exec(said) ?? [];
  return `the registry could not be asked (${code ?? 'npm said nothing'})`;
}

const sourceOf = (via: string | { url?: string; title?: string }): string =>
  typeof via === 'string' ? `through ${via}` : `${via.title ?? ''} ${via.url ?? ''}`.trim();

function parse(text: string): AuditReport | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
