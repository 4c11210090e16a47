import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { markRunning } from '#main/desk/running-mark.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'fangcang-mark-'));
const file = path.join(folder, 'running.json');
let now = 0;
const clock = () => now;
beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('tells the next start that a run was cut off, since when it ran and when it was there last', () => {
  now = Date.parse('2022-04-05T04:00:00Z');
  const first = markRunning(file, clock);
  expect(first.left).toBeNull();
  now += 90_000;
  first.stillHere();
  expect(markRunning(file, clock).left).toEqual({
    startedAt: '2022-04-05T04:00:00.000Z',
    seenAt: '2022-04-05T04:01:30.000Z',
  });
});

it('tells nothing where the run came to its end', () => {
  markRunning(file, clock).ended();
  expect(markRunning(file, clock).left).toBeNull();
});

it('tells of a mark that was being written as the power went', () => {
  writeFileSync(file, '{"startedAt":"2022-0');
  expect(markRunning(file, clock).left).not.toBeNull();
});

it('keeps nobody from starting where it cannot be written', () => {
  const nowhere = markRunning('/proc/none/running.json', clock);
  nowhere.stillHere();
  nowhere.ended();
  expect(nowhere.left).toBeNull();
});
