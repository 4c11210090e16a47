import type { HandoverBody } from '#shared/contract/handover-body.ts';
import type { ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { closureOf, readEmptyFacts } from '../beds/bed-facts.ts';
import { readOccupiedBeds } from '../beds/bed-states.ts';
import { readBedPlaces } from '../beds/show-board.ts';
import type { Reads } from '../ipc/context.ts';

/** The beds of a zone that nobody can be put into: what the next shift has to see to. */
export async function readBedsAt(db: Reads, zoneId: ZoneId, at: Instant): Promise<HandoverBody['beds']> {
  const asOf = { at, knownBy: null };
  const facts = await readEmptyFacts(db, asOf);
  const occupied = await readOccupiedBeds(db, asOf);
  const beds: HandoverBody['beds'] = { awaiting: [], outOfService: [] };
  for (const place of await readBedPlaces(db)) {
    if (place.zone_id !== zoneId || occupied.has(place.id)) continue;
    const closure = closureOf(place, facts);
    const disinfection = facts.disinfections.get(place.id);
    if (closure) {
      const { since, reason, note } = closure;
      beds.outOfService.push({ bed: place.code, since, reason, note });
    } else if (disinfection) beds.awaiting.push({ bed: place.code, ...disinfection });
  }
  return beds;
}
