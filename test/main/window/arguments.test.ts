import { expect, it } from 'vitest';
import { startArguments } from '#main/window/arguments.ts';

it('loads a page under development from this machine only', () => {
  const devServer = (address: string) => startArguments([], { ELECTRON_RENDERER_URL: address }).devServer;
  expect(devServer('http://localhost:5173')).toBe('http://localhost:5173');
  for (const address of [
    'https://example.org',
    'http://localhost.example.org',
    'http://localhost@example.org',
    'file:///tmp/x',
    'desk://app',
    'x',
    '',
  ])
    expect([address, devServer(address)]).toEqual([address, undefined]);
});
