import { z } from 'zod';
import { allocationSettings, DEFAULT_ALLOCATION_SETTINGS } from './allocation-settings.ts';
import { DEFAULT_ZONE_SETTINGS, zoneSettings } from './zone-settings.ts';

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
});
export type HospitalSettings = z.infer<typeof hospitalSettings>;

/** What a hospital starts with. */
export const DEFAULT_SETTINGS: HospitalSettings = {
  disinfectionMinutes: 60,
  allocation: DEFAULT_ALLOCATION_SETTINGS,
  zones: DEFAULT_ZONE_SETTINGS,
};
