import type { Sentence } from '#shared/messages/fill.ts';

/** What Mustache makes of a template: kind, name, and where it has an inside, that. */
export type Token = [string, string, number, number, (Token[] | string)?, ...unknown[]];

interface Fault {
  sentence: Sentence;
  params: Record<string, string>;
}

export interface Findings {
  fault: Fault | null;
  /** Parts from other files, each with what is in reach where it stands. */
  partials: { name: string; stack: readonly unknown[] }[];
}

const UNESCAPED: Sentence = {
  zh: '{{field}} 不得用三重花括号或 & 输出，请用两重花括号',
  en: '{{field}} must stand in double braces, not in triple ones or with &',
};
const UNKNOWN: Sentence = { zh: '没有名为 {{field}} 的字段', en: 'there is no field named {{field}}' };

/** Looks through a template for places that are not escaped and for fields that the paper does not have. */
export function whatIsWrong(tokens: readonly Token[], stack: readonly unknown[]): Findings {
  const found: Findings = { fault: null, partials: [] };
  walk(tokens, stack, found);
  return found;
}

function walk(tokens: readonly Token[], stack: readonly unknown[], found: Findings): void {
  for (const [kind, field, , , inside] of tokens) {
    if (found.fault) return;
    if (kind === '&') found.fault = { sentence: UNESCAPED, params: { field } };
    if (kind === '>') found.partials.push({ name: field, stack });
    if (kind !== 'name' && kind !== '#' && kind !== '^') continue;
    const value = lookUp(field, stack);
    if (value === undefined) found.fault = { sentence: UNKNOWN, params: { field } };
    else if (Array.isArray(inside)) walkInside(kind, value, inside, stack, found);
  }
}

function walkInside(
  kind: string,
  value: unknown,
  inside: readonly Token[],
  stack: readonly unknown[],
  found: Findings,
): void {
  if (kind === '^' || (value && typeof value !== 'object')) walk(inside, stack, found);
  // Nothing of an empty list or of what is not so is printed, so nothing of it can be wrong now.
  else if (value)
    for (const scope of Array.isArray(value) ? value : [value]) walk(inside, [...stack, scope], found);
}

function lookUp(field: string, stack: readonly unknown[]): unknown {
  if (field === '.') return stack.at(-1);
  const [head = '', ...rest] = field.split('.');
  for (const scope of [...stack].reverse()) {
    if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, head)) continue;
    let value: unknown = scope[head as keyof typeof scope];
    for (const part of rest)
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? value[part as keyof typeof value]
          : undefined;
    return value;
  }
  return undefined;
}
