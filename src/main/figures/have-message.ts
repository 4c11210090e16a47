import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Mustache from 'mustache';
import type { Flow } from '#shared/contract/figures.ts';
import type { Census } from '#shared/contract/ward.ts';
import { shippedFolder } from '../desk/shipped-folder.ts';
import { escapeSigns } from '../papers/templates.ts';
import { cellText } from '../reports/sheet.ts';

interface Situation {
  wardId: string;
  hospital: string;
  /** That nothing of it is real, in words; empty where it is. */
  demo: string;
  census: Census;
  /** Beds that can be given at once, by the code of their zone. */
  usable: ReadonlyMap<string, number>;
  /** Of the 24 hours before. */
  flow: Pick<Flow, 'total' | 'leftByWay'>;
}

/**
 * The beds of the hospital as EDXL-HAVE 1.0. Available is a bed that can be given at once: disinfected, in
 * service, held for nobody, with a nurse on duty where shifts are kept, in a zone that takes patients. What is optional there and not known here is left out; see docs/exchange.md.
 */
export async function haveMessage({ census, usable, flow, ...hospital }: Situation): Promise<string> {
  const template = await readFile(path.join(shippedFolder('exchange'), 'edxl-have-1.0.xml'), 'utf8');
  const available = [...usable.values()].reduce((sum, beds) => sum + beds, 0);
  const deaths = flow.leftByWay.died;
  const view = {
    wardId: hospital.wardId,
    hospital: cellText(hospital.hospital),
    demo: hospital.demo,
    at: census.at,
    capacityStatus: available > 0 ? 'Vacant/Available' : 'NotAvailable',
    available,
    beds: census.beds.total,
    zones: census.byZone.map(({ zone, name, beds }) =>
      cellText(`${zone} ${name}: ${usable.get(zone) ?? 0}/${beds.total}`),
    ),
    admissions: flow.total.arrived,
    discharges: flow.total.left - deaths,
    deaths,
  };
  return Mustache.render(template, view, {}, { escape: escapeSigns });
}
