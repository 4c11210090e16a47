import hall from '#resources/layouts/hall-200.json' with { type: 'json' };
import small from '#resources/layouts/small-20.json' with { type: 'json' };
import stadium from '#resources/layouts/stadium-1200.json' with { type: 'json' };
import { type LayoutFile, layoutFile } from '#shared/contract/layout.ts';
import type { LayoutSummary } from '#shared/contract/setup.ts';
import { expandLayout } from '#shared/rules/layout.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';

/** Layouts that come with the program; the first is the default. */
const SHIPPED: readonly unknown[] = [stadium, hall, small];

export const shippedLayouts = (): LayoutFile[] => SHIPPED.map((json) => layoutFile.parse(json));

export function shippedLayout(id: string): LayoutFile {
  const found = shippedLayouts().find((layout) => layout.id === id);
  refuseUnless(found !== undefined, 'layout-invalid', () => ({ where: 'id', problem: id }));
  return found;
}

/** A layout file of the hospital's own. Refuses with the first place that is not as it must be. */
export function readLayout(json: string): LayoutFile {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    throw new Refusal('layout-invalid', {
      where: 'JSON',
      problem: error instanceof Error ? error.message : '?',
    });
  }
  const parsed = layoutFile.safeParse(raw);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new Refusal('layout-invalid', {
    where: first?.path.map(String).join('.') || '(file)',
    problem: first?.message ?? '?',
  });
}

export function summaryOf(layout: LayoutFile): LayoutSummary {
  const plan = expandLayout(layout);
  return {
    id: layout.id,
    name: layout.name,
    beds: plan.beds.length,
    zones: plan.zones.map((zone) => ({
      code: zone.code,
      name: zone.name.zh,
      nameEn: zone.name.en,
      sexPolicy: zone.sexPolicy,
      units: plan.units.filter(({ zoneCode }) => zoneCode === zone.code).length,
      beds: plan.beds.filter(({ zoneCode }) => zoneCode === zone.code).length,
    })),
  };
}
