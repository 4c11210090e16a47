import { z } from 'zod';
import { MOST_LOCK_AFTER_MINUTES } from '../rules/people-limits.ts';
import { allocationSettings, DEFAULT_ALLOCATION_SETTINGS } from './allocation-settings.ts';
import { DEFAULT_ZONE_SETTINGS, zoneSettings } from './zone-settings.ts';

/** How desks are kept from strangers. */
const signInSettings = z.strictObject({
  /** Minutes without a key or a mouse after which a desk locks itself; 0: never by itself. */
  lockAfterMinutes: z.int().min(0).max(MOST_LOCK_AFTER_MINUTES),
  /** Name and time of whoever is signed in, pale over screens and papers that name patients. */
  watermark: z.boolean(),
});

/**
 * Local policy: data that a hospital can change, never a constant in code. No field has a default of its
 * own: a change names what it changes, and must never reset the rest.
 */
export const hospitalSettings = z.strictObject({
  /** Minutes from a bed being left until its terminal disinfection may be signed off (contact time; usual 60). */
  disinfectionMinutes: z
    .int()
    .min(0)
    .max(24 * 60),
  allocation: allocationSettings,
  zones: zoneSettings,
  signIn: signInSettings,
});
export type HospitalSettings = z.infer<typeof hospitalSettings>;

/** What a hospital starts with. */
export const DEFAULT_SETTINGS: HospitalSettings = {
  disinfectionMinutes: 60,
  allocation: DEFAULT_ALLOCATION_SETTINGS,
  zones: DEFAULT_ZONE_SETTINGS,
  signIn: { lockAfterMinutes: 10, watermark: false },
};
