import { expect, it } from 'vitest';
import { isOwnPage, isOwnResource } from '#main/window/own-page.ts';

const ORIGIN = 'desk://app';

it('knows our page by its parts, not by how its address begins', () => {
  for (const ours of ['desk://app/', 'desk://app/?lang=en#/beds', 'desk://app/index.html#x', 'DESK://app/'])
    expect([ours, isOwnPage(ours, ORIGIN)]).toEqual([ours, true]);
  for (const other of [
    'desk://app.elsewhere/',
    'desk://app@elsewhere/',
    'desk://elsewhere@app/',
    'desk://app:80/',
    'desk://app',
    'desk:app',
    'desk:///app/',
    'desk://paper/1',
    'desk://app/assets/index.js',
    'desk://app//',
    'https://app/',
    'file:///app/',
    'javascript:desk://app/',
    'data:text/html,desk://app/',
    'blob:desk://app/1',
    'about:blank',
    'about:srcdoc',
    '',
    'not an address',
  ])
    expect([other, isOwnPage(other, ORIGIN)]).toEqual([other, false]);
});

it('lets a page fetch our files and what stands in the page itself, and nothing over a network', () => {
  for (const ours of ['desk://app/assets/a.js', 'data:image/svg+xml,x', 'blob:desk://app/1'])
    expect([ours, isOwnResource(ours, ORIGIN)]).toEqual([ours, true]);
  for (const other of [
    'https://example.org/a.js',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'blob:null/1',
    'desk://paper/1',
    'desk://app.elsewhere/a.js',
    'chrome://version',
    'devtools://devtools/x',
  ])
    expect([other, isOwnResource(other, ORIGIN)]).toEqual([other, false]);
});
