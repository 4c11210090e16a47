import satisfies from 'spdx-satisfies';
import { type BillOfMaterials, type Component, fullName } from './bill-of-materials.ts';
import known from './licences.json' with { type: 'json' };

export interface LicenceRules {
  /** SPDX identifiers that may be shipped, each with its reason. */
  allowed: Record<string, string>;
  /** Packages whose words are no SPDX expression, or none: what they say, and why they may be shipped. */
  exceptions: Record<string, { says: string; reason: string }>;
}

/**
 * What may not be shipped, one line each: a licence that nobody has allowed, none at all, or an exception that no
 * longer fits. `A OR B` needs one of them, `A AND B` both (SPDX 2.3, annex D).
 */
export function licenceProblems(bill: BillOfMaterials, rules: LicenceRules = known): string[] {
  const problems = bill.components.flatMap((component) => problemOf(component, rules));
  const shipped = new Set(bill.components.map(fullName));
  for (const name of Object.keys(rules.exceptions)) {
    if (!shipped.has(name))
      problems.push(`${name}: an exception in licences.json that is not shipped any more`);
  }
  return problems;
}

function problemOf(component: Component, { allowed, exceptions }: LicenceRules): string[] {
  const name = fullName(component);
  const said = licencesOf(component);
  const exception = exceptions[name];
  if (exception) {
    return exception.says === said.join(', ')
      ? []
      : [`${name}: says "${said.join(', ')}" now, not "${exception.says}"`];
  }
  if (said.length === 0) return [`${name} ${component.version}: has no licence`];
  return said
    .filter((expression) => !isAllowed(expression, Object.keys(allowed)))
    .map((expression) => `${name} ${component.version}: "${expression}" is not among the licences allowed`);
}

export function licencesOf({ licenses = [] }: Component): string[] {
  return licenses.flatMap(({ expression, license }) => expression ?? license?.id ?? license?.name ?? []);
}

function isAllowed(expression: string, allowed: string[]): boolean {
  try {
    return satisfies(expression, allowed);
  } catch {
    // Words that are no SPDX expression ("SEE LICENSE IN …") allow nothing by themselves.
    return false;
  }
}
