import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { knownAdvisories } from '../../scripts/supply/advisories.ts';

/**
 * A registry of our own on this machine: npm itself asks it, so that its question and its report are the real ones.
 * `severity` is what its one advisory says; null: it takes no such questions, as many mirrors do.
 */
let severity: string | null = 'high';
let registry: Server;
let address = '';
let project = '';

const part = (name: string) => ({ name, version: '1.0.0' });

beforeAll(async () => {
  registry = createServer((request, response) => {
    if (request.method === 'POST') {
      response.statusCode = severity === null ? 405 : 200;
      const advisory = {
        // npm keeps what it once worked out of an advisory, by this number.
        id: severity === 'high' ? 990_001 : 990_002,
        title: 'reads what it should not',
        url: 'https://example.org/advisory/1',
        severity,
        vulnerable_versions: '<2.0.0',
      };
      response.end(JSON.stringify({ shipped: [advisory], tool: [advisory], electron: [advisory] }));
      return;
    }
    const name = (request.url ?? '').slice(1);
    response.end(
      JSON.stringify({ name, 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': part(name) } }),
    );
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
  project = mkdtempSync(path.join(tmpdir(), 'fangcang-audit-'));
});

afterAll(() => {
  registry.close();
  rmSync(project, { recursive: true });
});

function dependsOn(dependencies: string[], tools: string[]): void {
  const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const root = {
    ...part('desk'),
    dependencies: versions(dependencies),
    devDependencies: versions(tools),
  };
  const packages = Object.fromEntries([
    ['', root],
    ...dependencies.map((name) => [`node_modules/${name}`, { version: '1.0.0' }]),
    ...tools.map((name) => [`node_modules/${name}`, { version: '1.0.0', dev: true }]),
  ]);
  writeFileSync(path.join(project, 'package.json'), JSON.stringify(root));
  writeFileSync(
    path.join(project, 'package-lock.json'),
    JSON.stringify({ ...part('desk'), lockfileVersion: 3, packages }),
  );
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('advisories', () => {
  it('a serious one upon what is shipped is told, Electron among it; one upon a tool is counted', async () => {
    severity = 'high';
    dependsOn(['shipped'], ['tool', 'electron']);
    const { serious, note } = await knownAdvisories(project, address);
    expect(serious.toSorted()).toEqual([
      'electron: high, reads what it should not https://example.org/advisory/1',
      'shipped: high, reads what it should not https://example.org/advisory/1',
    ]);
    expect(note).toMatch(/^1 others/);
  });

  it('Electron’s is told on a PC that is set up for production, too', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    severity = 'high';
    dependsOn(['shipped'], ['tool', 'electron']);
    expect((await knownAdvisories(project, address)).serious).toHaveLength(2);
  });

  it('a mild one is counted', async () => {
    severity = 'moderate';
    dependsOn(['shipped'], []);
    expect(await knownAdvisories(project, address)).toMatchObject({ serious: [], note: /^1 others/ });
  });

  it('a registry that takes no such questions, and none at all, are told in a line without its address', async () => {
    severity = null;
    dependsOn(['shipped'], []);
    const mirror = await knownAdvisories(project, address);
    expect(mirror).toEqual({
      serious: [],
      note: 'not looked up: this registry answers no questions about them (405)',
    });
    const nobody = await knownAdvisories(project, 'http://127.0.0.1:1/');
    expect(nobody.serious).toEqual([]);
    expect(nobody.note).toBe('not looked up: the registry could not be asked (ECONNREFUSED)');
  });
});
