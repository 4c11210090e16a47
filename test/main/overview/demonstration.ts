import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWardFile, type WardDb } from '#main/db/open.ts';
import { createDemonstration } from '#main/demo/create-demonstration.ts';
import { handlers } from '#main/handlers.ts';
import { createRouter } from '#main/ipc/router.ts';
import { shippedLayout } from '#main/setup/layouts.ts';
import type { InputOf, OutputOf, QueryName } from '#shared/contract/index.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';

export const NOW = '2022-04-14T06:30:12.345Z' as Instant;
export const ZONE = 'Asia/Shanghai' as TimeZone;

export interface DemonstrationWard {
  db: WardDb;
  ask<N extends QueryName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  close(): Promise<void>;
}

/** A made-up hall of 200 beds in the middle of a busy day. */
export async function openDemonstration(): Promise<DemonstrationWard> {
  const folder = mkdtempSync(join(tmpdir(), 'fangcang-'));
  const file = join(folder, 'ward.db');
  const log = {
    defect: (_id: string, _procedure: string, error: unknown) => {
      throw error;
    },
    slow: () => undefined,
  };
  await createDemonstration(file, {
    ...{ patients: 150, days: 9, seed: 3, now: NOW, layout: shippedLayout('hall-200'), log },
  });
  const db = openWardFile(file);
  const router = createRouter({
    ...{ ward: db, zone: ZONE, exportFolder: folder, trustsPaths: true, handlers, log },
    clock: () => Date.parse(NOW),
    publish: () => undefined,
  });
  return {
    db,
    async ask(name, input) {
      const reply = await router(name, input);
      if (!reply.ok) throw new Error(JSON.stringify(reply));
      return reply.value as OutputOf<typeof name>;
    },
    async close() {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
