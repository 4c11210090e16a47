import { Button, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import type { Signer } from '../desk/operator.ts';
import { PrintButton, PrintNews, usePrint } from '../papers/print.tsx';
import { Allowed } from '../people/allowed.tsx';
import { go, narrow, useRoute } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { HandoverHistory } from './handover-history.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { Summary } from './summary.tsx';
import type { HandoverZone } from './zone-rail.tsx';

const PERIODS = ['proposed', 'shift', 'before', 'hours-4', 'hours-6', 'last'] as const;
type Period = (typeof PERIODS)[number];

/** What is asked for: bounds that are left out are the ward's own. */
function boundsOf(
  period: Period,
  { shift, before, at }: OutputOf<'handovers.list'>,
  last: Instant | undefined,
): { from?: Instant; to?: Instant } {
  if (period === 'shift') return { from: shift.from };
  if (period === 'before') return before;
  if (period === 'hours-4' || period === 'hours-6')
    return { from: addMinutes(at, period === 'hours-4' ? -240 : -360) };
  return period === 'last' && last ? { from: last } : {};
}

interface Words {
  t: TFunction;
  clock(at: Instant): string;
}

function wordsOf(
  period: Period,
  { proposed, shift, before }: OutputOf<'handovers.list'>,
  last: Instant | undefined,
  { t, clock }: Words,
): string {
  switch (period) {
    case 'proposed':
      return t('handovers.window.proposed', { from: clock(proposed.from) });
    case 'shift':
      return t('handovers.window.shift', { from: clock(shift.from) });
    case 'before':
      return t('handovers.window.before', { from: clock(before.from), to: clock(before.to) });
    case 'last':
      return t('handovers.window.last', { from: last ? clock(last) : '' });
    default:
      return t(`handovers.window.${period}`);
  }
}

interface Props {
  list: OutputOf<'handovers.list'>;
  zone: HandoverZone;
}

/** A shift that is to be handed over: what it comes to by now, notes to the next, and the giver's signature. */
export function DraftView({ list, zone }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const timeOf = useTimeOf();
  const asked = useRoute().query.get('period');
  const period = PERIODS.find((one) => one === asked) ?? 'proposed';
  const { zoneId, latest } = zone;
  const { data, refused } = useWard(
    'handovers.show',
    { zoneIds: [zoneId], ...boundsOf(period, list, latest?.to) },
    { keep: true },
  );
  const give = useAct('handovers.give');
  const printing = usePrint();
  const [signing, setSigning] = useState(false);
  const sheet = data?.zones.find(({ body }) => body.zone.id === zoneId);
  const body = sheet?.body;
  const wanted = { handoverIds: [], unsigned: body ? [{ zoneId, from: body.from, to: body.to }] : [] };
  useKeys(t('handovers.title'), [
    { keys: 'G', does: t('handovers.give'), run: () => setSigning(true), when: body !== undefined },
    {
      keys: 'Ctrl+P',
      does: t('handovers.print'),
      run: () => void printing.print(wanted),
      when: body !== undefined,
    },
  ]);
  const sign = async (by: Signer | undefined) => {
    if (!sheet) return;
    const { from, to } = sheet.body;
    const answer = await give.run({ to, zones: [{ zoneId, from, hash: sheet.hash }] }, { quiet: true, by });
    if (!answer.ok) return;
    setSigning(false);
    go('handovers', zoneId);
  };
  const clock = (at: Instant) => timeOf(at).slice(11);
  return (
    <div className="desk-handover">
      <div className="desk-handover-head">
        <h2>
          {zone.code} <span className="desk-quiet">{t('handovers.unsigned')}</span>
        </h2>
        {body && <span>{t('handovers.period', { from: timeOf(body.from), to: clock(body.to) })}</span>}
        <span className="desk-spread" />
        <label htmlFor={id}>{t('handovers.window.label')}</label>
        <Select
          id={id}
          style={{ width: 230 }}
          value={period}
          options={PERIODS.filter((one) => one !== 'last' || latest).map((one) => ({
            value: one,
            label: wordsOf(one, list, latest?.to, { t, clock }),
          }))}
          onChange={(one) => narrow({ period: one === 'proposed' ? undefined : one })}
        />
        <PrintButton printing={printing} wanted={wanted} keys="Ctrl+P" disabled={!body}>
          {t('handovers.print')}
        </PrintButton>
        <Allowed to="handovers.give">
          <Button type="primary" disabled={!body} onClick={() => setSigning(true)}>
            {t('handovers.give')} <kbd>G</kbd>
          </Button>
        </Allowed>
      </div>
      <RefusedNotice refused={refused} />
      <PrintNews printing={printing} />
      {!body && !refused && <p className="desk-loading">{t('ui.loading')}</p>}
      {body && (
        <>
          <Summary body={body}>
            <NotesPanel zoneId={zoneId} people={body.closing} />
          </Summary>
          <HandoverHistory zoneId={zoneId} />
        </>
      )}
      {signing && body && (
        <SignDialog
          title={t('handovers.dialog.giveTitle', { zone: zone.code })}
          verb={t('handovers.give')}
          giver={null}
          consequences={[
            t('handovers.dialog.giveWhat', {
              from: timeOf(body.from),
              to: timeOf(body.to),
              opening: body.opening.length,
              closing: body.closing.length,
              notes: body.notes.length,
            }),
            t('handovers.dialog.giveFrozen'),
          ]}
          act={give}
          onGo={(by) => void sign(by)}
          onClose={() => {
            give.clear();
            setSigning(false);
          }}
        />
      )}
    </div>
  );
}
