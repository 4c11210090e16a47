import { beds } from './handlers/beds.ts';
import { care } from './handlers/care.ts';
import { house } from './handlers/house.ts';
import { leads } from './handlers/leads.ts';
import { leaving } from './handlers/leaving.ts';
import type { Handlers } from './ipc/context.ts';

/** Who answers what. Set-up and the window's own procedures are answered before a call gets here. */
export const handlers: Handlers = { ...house, ...beds, ...care, ...leaving, ...leads };
