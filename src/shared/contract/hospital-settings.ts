import { z } from 'zod';
import { allocationSettings } from './allocation-settings.ts';

/** Local policy: data that a hospital can change, never a constant in code. */
export const hospitalSettings = z.strictObject({
  /** Minutes from a bed being left until its terminal disinfection may be signed off (contact time; usual 60). */
  disinfectionMinutes: z
    .int()
    .min(0)
    .max(24 * 60),
  allocation: allocationSettings,
});
export type HospitalSettings = z.infer<typeof hospitalSettings>;
