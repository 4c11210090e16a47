import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { ConvoyList } from '../convoys/convoy-list.tsx';
import { PrintForLast } from '../papers/print-for-last.tsx';
import { AdmittedList } from './admitted-list.tsx';
import { focusField } from './field-order.ts';
import type { AdmitDesk } from './use-admit-desk.ts';
import { WaitingList } from './waiting-list.tsx';

/** Beside the form: the buses, who was just admitted, who waits. */
export function AdmitSide({ desk }: { desk: AdmitDesk }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'latest' | 'waiting'>('latest');
  const { data } = useWard('stays.list', { scope: 'waiting' });
  const waiting = data?.rows.length ?? 0;
  return (
    <aside className="desk-admit-side" aria-label={t('admit.side')}>
      <ConvoyList
        chosen={desk.convoyId}
        onChoose={(convoy) => {
          desk.setConvoy(convoy?.convoyId ?? null);
          focusField('documentNumber');
        }}
        when={desk.when}
      />
      <section className="desk-admit-people" aria-label={t(`admit.${shown}.title`)}>
        <Segmented
          block
          value={shown}
          onChange={setShown}
          options={[
            { value: 'latest', label: t('admit.latest.title') },
            { value: 'waiting', label: t('admit.waiting.count', { count: waiting }) },
          ]}
        />
        <PrintForLast last={desk.last} />
        {shown === 'latest' ? <AdmittedList desk={desk} /> : <WaitingList />}
      </section>
    </aside>
  );
}
