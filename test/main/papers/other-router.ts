import { randomUUID } from 'node:crypto';
import { openWardFile } from '#main/db/open.ts';
import { handlers } from '#main/handlers.ts';
import { createRouter } from '#main/ipc/router.ts';
import { type TestWard, ZONE } from '../../fixtures/ward.ts';

/** A second desk on the same file, with connections of its own. */
export function createOtherDesk(ward: TestWard) {
  const db = openWardFile(ward.file);
  const router = createRouter({
    ward: db,
    zone: ZONE,
    exportFolder: `${ward.folder}/exports`,
    trustsPaths: true,
    handlers,
    clock: () => Date.parse('2022-04-08T09:00:00+08:00'),
    publish: () => undefined,
    log: { defect: (_id, _name, error) => ward.defects.push(error), slow: () => undefined },
  });
  return {
    async call(name: string, input: object) {
      const act = { key: randomUUID(), operatorId: ward.operatorId };
      const reply = await router(name, { ...input, act });
      if (!reply.ok) throw new Error(JSON.stringify(reply));
      return reply.value;
    },
    close: () => db.close(),
  };
}
