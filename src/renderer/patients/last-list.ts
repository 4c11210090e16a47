import type { StayId } from '#shared/contract/values.ts';
import { go } from '../route.ts';

let address: Readonly<Record<string, string>> = {};
let patient: StayId | null = null;

/** Where one came from, for the way back from a patient's page: the same list, at the same patient. */
export const lastList = {
  keep: (scope: string, query: URLSearchParams): void => {
    address = { ...Object.fromEntries(query), scope };
  },
  open: (stayId: StayId): void => {
    patient = stayId;
  },
  opened: (): StayId | null => patient,
  goBack: (): void => go('patients', null, address),
};
