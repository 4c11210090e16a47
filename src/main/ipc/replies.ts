import type { Reply } from '#shared/contract/refusal.ts';
import { Refusal } from './refusal.ts';

export interface RouterLog {
  /** A defect: ours, with its cause. Never holds input, which may name a patient. */
  defect(id: string, procedure: string, error: unknown): void;
  slow(procedure: string, millis: number): void;
}

export const refused = ({ code, params }: Refusal): Reply => ({
  ok: false,
  kind: 'refused',
  refusal: { code, params: { ...params } },
});

/** What is wrong with an input, and where in it. */
export function badInput(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): Refusal {
  const first = error.issues[0];
  return new Refusal('bad-input', {
    where: first?.path.map(String).join('.') || '(input)',
    problem: first?.message ?? '?',
  });
}
