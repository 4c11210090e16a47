import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverId } from '#shared/contract/values.ts';
import { HANDOVER_LISTS } from '#shared/messages/handover-words.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import type { Signer } from '../desk/operator.ts';
import { language } from '../i18n/index.ts';
import { PrintButton, PrintNews, usePrint } from '../papers/print.tsx';
import { Allowed } from '../people/allowed.tsx';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { HandoverHistory } from './handover-history.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { Signatures } from './signatures.tsx';
import { Summary } from './summary.tsx';
import type { HandoverZone } from './zone-rail.tsx';

interface Props {
  handoverId: HandoverId;
  zone: HandoverZone;
  /** Of another shift than the one that is on, or withdrawn. */
  past: boolean;
}

/** A handover as it was signed: the taker's signature, what was learnt since, its withdrawal. */
export function SignedView({ handoverId, zone, past }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { data, refused } = useWard('handovers.signed', { handoverId }, { keep: true });
  const take = useAct('handovers.take');
  const withdraw = useAct('handovers.withdraw');
  const printing = usePrint();
  const [open, setOpen] = useState<'take' | 'withdraw' | null>(null);
  const head = data?.head;
  const stands = head !== undefined && head.withdrawn === null;
  const untaken = stands && head.taker === null;
  const wanted = { handoverIds: [handoverId] };
  useKeys(t('handovers.title'), [
    { keys: 'T', does: t('handovers.take'), run: () => setOpen('take'), when: untaken },
    { keys: 'W', does: t('handovers.withdraw'), run: () => setOpen('withdraw'), when: stands },
    { keys: 'Ctrl+P', does: t('handovers.print'), run: () => void printing.print(wanted) },
  ]);
  const sign = async (by: Signer | undefined) => {
    if (!head) return;
    const answer = await take.run({ handovers: [{ handoverId, hash: head.hash }] }, { quiet: true, by });
    if (answer.ok) setOpen(null);
  };
  return (
    <div className="desk-handover">
      <div className="desk-handover-head">
        <h2>{zone.code}</h2>
        {head && <span>{t('handovers.period', { from: timeOf(head.from), to: timeOf(head.to) })}</span>}
        <span className="desk-spread" />
        {past && <a href={hrefOf('handovers', zone.zoneId)}>{t('handovers.backToShift')}</a>}
        <PrintButton printing={printing} wanted={wanted} keys="Ctrl+P">
          {t('handovers.print')}
        </PrintButton>
        {stands && (
          <Allowed to="handovers.withdraw">
            <Button onClick={() => setOpen('withdraw')}>
              {t('handovers.withdraw')} <kbd>W</kbd>
            </Button>
          </Allowed>
        )}
        {untaken && (
          <Allowed to="handovers.take">
            <Button type="primary" onClick={() => setOpen('take')}>
              {t('handovers.take')} <kbd>T</kbd>
            </Button>
          </Allowed>
        )}
      </div>
      <RefusedNotice refused={refused} />
      <PrintNews printing={printing} />
      {!data && !refused && <p className="desk-loading">{t('ui.loading')}</p>}
      {head && <Signatures head={head} />}
      {data && data.restated.length > 0 && (
        <Notice tone="warn">
          {t('handovers.restated')}
          <ul>
            {data.restated.map(({ list, signed, now }) => (
              <li key={list}>
                {t(signed === now ? 'handovers.restatedRows' : 'handovers.restatedLine', {
                  list: HANDOVER_LISTS[list][language() === 'en' ? 'en' : 'zh'],
                  ...{ signed, now },
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {data && <Summary body={data.body} notes />}
      {data && <NotesPanel zoneId={zone.zoneId} people={data.body.closing} />}
      {data && <HandoverHistory zoneId={zone.zoneId} />}
      {open === 'take' && head && (
        <SignDialog
          title={t('handovers.dialog.takeTitle', { zone: zone.code })}
          verb={t('handovers.take')}
          giver={head.giver}
          consequences={[t('handovers.dialog.takeWhat', { who: head.giver, at: timeOf(head.givenAt) })]}
          act={take}
          onGo={(by) => void sign(by)}
          onClose={() => {
            take.clear();
            setOpen(null);
          }}
        />
      )}
      <ReasonDialog
        open={open === 'withdraw'}
        title={t('handovers.dialog.withdrawTitle', { zone: zone.code })}
        verb={t('handovers.withdraw')}
        consequences={[t('handovers.dialog.withdrawWhat')]}
        example={t('handovers.dialog.withdrawExample')}
        act={withdraw}
        onGo={async (reason) => (await withdraw.run({ handoverId }, { reason, quiet: true })).ok}
        onClose={() => setOpen(null)}
      />
    </div>
  );
}
