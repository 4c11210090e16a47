import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import { wristbandCode } from '#shared/rules/wristband.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { showRollCall } from '../roll-calls/show-roll-call.ts';
import { render } from './templates.ts';
import { letterhead } from './views/letterhead.ts';
import { watermarked } from './watermark.ts';

/** The list to walk with: a sheet for each care unit, its beds in walking order with whoever is registered there. */
export const showRollCallPages: QueryHandler<'papers.rollCallPages'> = async (db, input, context) => {
  const { now, zone, exportFolder } = context;
  const { walk } = await showRollCall(db, { rollCallId: input.rollCallId }, context);
  const hospital = await db.selectFrom('hospital').select(['name', 'demo']).executeTakeFirstOrThrow();
  const head = letterhead(hospital, { printedBy: input.madeBy, printedAt: now }, zone);
  const units = [...Map.groupBy(walk, ({ careUnitId }) => careUnitId).values()].map((beds) => ({
    ...{ zone: beds[0]?.zone ?? '', unit: beds[0]?.unit ?? '' },
    people: String(beds.filter(({ expected }) => expected !== null).length),
    beds: beds.map(({ code, expected }) => ({
      code,
      name: expected?.name ?? null,
      number: expected === null ? '' : wristbandCode(expected.number),
      sex: expected && VOCABULARY.sex[expected.sex],
      age: expected === null || expected.age === null ? null : String(expected.age),
    })),
  }));
  const plain = await render('roll-call', { ...head, units }, exportFolder);
  const html = await watermarked(db, 'roll-call', plain, context);
  return { documents: [{ html, papers: units.length, numbered: true }] };
};
