import type { ZoneId } from '#shared/contract/values.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { takeBed } from '../allocation/place-in.ts';
import { type Bed, endDisinfection, whatIsNotClean, whoIsThere } from '../beds/bed-repository.ts';
import type { Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { StayNow } from '../stays/stay-repository.ts';
import { requireAfterArrival } from '../stays/stay-rules.ts';
import { stateInWords } from '../zones/take-zone-step.ts';
import { stateAgainst } from '../zones/zone-against.ts';
import { requireZone } from '../zones/zone-repository.ts';

interface How {
  at: Instant;
  zone: TimeZone;
  act: Act;
}

/**
 * Registers somebody in the bed where they were found. What the bed was meant for does not make it untrue: rules of
 * placing are put aside by the act's reason, a reservation ends, a closure stays, and a disinfection that the bed
 * awaits ends unsigned, for it was lain in: the next one begins when it is left. Refuses a bed that is registered to
 * somebody else, or was signed off as disinfected after that moment, and a zone that takes nobody.
 */
export async function placeAsFound(
  tx: Tx,
  stay: StayNow,
  bed: Bed,
  { at, zone, act, comesFrom }: How & { comesFrom: ZoneId | null },
): Promise<void> {
  requireAfterArrival(stay, at, zone);
  const taken = await whoIsThere(tx, bed, at, zone);
  if (taken) throw taken;
  const against = await stateAgainst(tx, bed.zone_id, at, comesFrom);
  if (against) {
    const { code } = await requireZone(tx, bed.zone_id);
    const where = { zone: code, bed: bed.code, name: stay.name };
    throw new Refusal('found-in-shut-zone', { ...where, ...stateInWords(against) });
  }
  await endDisinfection(tx, bed.id, at, act.seq);
  const signedOffSince = await whatIsNotClean(tx, bed, at);
  if (signedOffSince) throw signedOffSince;
  await takeBed(tx, stay, bed, at, act);
}
