import type { Page } from 'playwright';
import { expect } from 'vitest';
import { BLANK_DETAILS } from '../../src/shared/contract/admission-details.ts';
import type { Process } from './ordinary-user.ts';

/** Through the window's own bridge, as its page does. */
export async function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(
    ([name, input]) => window.desk?.call({ callId: crypto.randomUUID(), name, input }),
    [name, input] as const,
  );
  if (!reply?.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

export async function admit(page: Page, name: string): Promise<unknown> {
  const people = (await ask(page, 'ward.operators', {})) as { id: string; name: string }[];
  const operator = people.find(({ name }) => name === '周护士');
  return ask(page, 'stays.admit', {
    act: { key: crypto.randomUUID(), operatorId: operator?.id },
    details: { ...BLANK_DETAILS, name },
    bedId: null,
    familyOf: null,
    convoyId: null,
  });
}

/** Chromium's sandbox, as the kernel tells of it. */
export function expectSandbox(processes: readonly Process[]): void {
  const renderer = processes.find(({ words }) => words.includes('--type=renderer'));
  // 2: system calls are filtered. Two ids: it lives in a namespace of its own.
  expect(renderer?.status.Seccomp).toBe('2');
  expect(renderer?.status.NSpid?.trim().split(/\s+/).length).toBeGreaterThan(1);
  expect(processes.flatMap(({ words }) => words).filter((word) => word.includes('no-sandbox'))).toEqual([]);
}
