import type { HandoverBody } from '#shared/contract/handover-body.ts';
import type { HandoverHead } from '#shared/contract/handovers.ts';
import { headOf, readSignedBody, requireHandover } from '../handovers/handover-repository.ts';
import { readBody } from '../handovers/read-bodies.ts';
import { requireWindow } from '../handovers/window-rules.ts';
import { requireZones } from '../handovers/zone-repository.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { pageSections } from './handover-page-rules.ts';
import { render } from './templates.ts';
import { letterhead } from './views/letterhead.ts';
import { timeOf } from './views/words.ts';
import { watermarked } from './watermark.ts';

/** Handovers on paper, a page for each zone: as signed, or of a zone that nobody has signed for yet. */
export const showHandoverPages: QueryHandler<'papers.handoverPages'> = async (db, input, context) => {
  const { now, zone: clocks, exportFolder } = context;
  const sheets: { body: HandoverBody; head: HandoverHead | null }[] = [];
  for (const handoverId of input.handoverIds) {
    const row = await requireHandover(db, handoverId);
    sheets.push({ body: await readSignedBody(db, row.id), head: headOf(row) });
  }
  for (const { zoneId, from, to } of input.unsigned) {
    const [zone] = await requireZones(db, [zoneId]);
    requireWindow({ from, to }, now, clocks);
    if (zone) sheets.push({ body: await readBody(db, zone, { from, to }, clocks), head: null });
  }
  const hospital = await db.selectFrom('hospital').select(['name', 'demo']).executeTakeFirstOrThrow();
  const letter = letterhead(hospital, { printedBy: input.madeBy, printedAt: now }, clocks);
  const pages = sheets.map(({ body, head }) => ({
    zone: body.zone.code,
    zoneName: body.zone.name,
    from: timeOf(body.from, clocks),
    to: timeOf(body.to, clocks),
    ...numbersOf(body),
    sections: pageSections(body, input.language, clocks, head?.withdrawn?.reason ?? ''),
    giver: head && { who: head.giver, at: timeOf(head.givenAt, clocks) },
    taker: head?.taker && head.takenAt ? { who: head.taker, at: timeOf(head.takenAt, clocks) } : null,
    withdrawn: head?.withdrawn
      ? {
          who: head.withdrawn.who,
          at: timeOf(head.withdrawn.at, clocks),
          reason: head.withdrawn.reason,
        }
      : null,
  }));
  const plain = await render('handover', { ...letter, pages }, exportFolder);
  const html = await watermarked(db, 'handover', plain, context);
  return { documents: [{ html, papers: pages.length, numbered: false }] };
};

const numbersOf = (body: HandoverBody) => ({
  opening: String(body.opening.length),
  arrived: String(body.arrived.length),
  movedIn: String(body.movedIn.length),
  movedOut: String(body.movedOut.length),
  left: String(body.left.length),
  closing: String(body.closing.length),
  within: String(body.within.length),
});
