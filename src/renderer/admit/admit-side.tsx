import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConvoyId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { ConvoyList } from '../convoys/convoy-list.tsx';
import type { LateReading } from '../ui/late-entry-rules.ts';
import { AdmittedList } from './admitted-list.tsx';
import { focusField } from './field-order.ts';
import type { Admitted } from './just-admitted.ts';
import { WaitingList } from './waiting-list.tsx';

interface Props {
  latest: readonly Admitted[];
  convoyId: ConvoyId | null;
  onConvoy(convoyId: ConvoyId | null): void;
  when(): LateReading;
}

/** Beside the form: the buses, who was just admitted, who waits. */
export function AdmitSide({ latest, convoyId, onConvoy, when }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'latest' | 'waiting'>('latest');
  const { data } = useWard('stays.list', { scope: 'waiting' });
  const waiting = data?.rows.length ?? 0;
  return (
    <aside className="desk-admit-side" aria-label={t('admit.side')}>
      <ConvoyList
        chosen={convoyId}
        onChoose={(convoy) => {
          onConvoy(convoy?.convoyId ?? null);
          focusField('documentNumber');
        }}
        when={when}
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
        {shown === 'latest' ? <AdmittedList latest={latest} /> : <WaitingList />}
      </section>
    </aside>
  );
}
