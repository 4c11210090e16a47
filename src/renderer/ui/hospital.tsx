import { createContext, use } from 'react';
import type { Hospital } from '#shared/contract/setup.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { timeOf } from './time.ts';

const HospitalContext = createContext<Hospital | null>(null);
export const HospitalProvider = HospitalContext.Provider;

/** The hospital of this desk. Pages are only shown once there is one. */
export function useHospital(): Hospital {
  const hospital = use(HospitalContext);
  if (!hospital) throw new Error('no page is shown before there is a hospital');
  return hospital;
}

/** `2022-04-05 12:00` on the hospital's clocks. */
export function useTimeOf(): (instant: Instant) => string {
  const { timeZone } = useHospital();
  return (instant) => timeOf(instant, timeZone);
}
