import { z } from 'zod';

const words = z.string().trim().min(1).max(80);

/** One line of the readiness list. The key stays when the words change; the program can judge some of the shipped keys. */
export const readinessItem = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  zh: words,
  en: words,
});
export type ReadinessItem = z.infer<typeof readinessItem>;

export const zoneSettings = z.strictObject({
  /** Minutes from the final disinfection of a zone until it may be closed (contact time and airing). */
  finalDisinfectionMinutes: z
    .int()
    .min(0)
    .max(7 * 24 * 60),
  /** What is confirmed before a zone opens, in this order; null: as the program ships it. */
  readiness: z
    .array(readinessItem)
    .min(1)
    .max(40)
    .refine((items) => new Set(items.map(({ key }) => key)).size === items.length)
    .nullable(),
});
export type ZoneSettings = z.infer<typeof zoneSettings>;

export const DEFAULT_ZONE_SETTINGS: ZoneSettings = { finalDisinfectionMinutes: 120, readiness: null };
