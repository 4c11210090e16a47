import { Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { narrow, useRoute } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { stayIdsOfAddress } from './batch-draft.ts';
import { BatchView } from './batch-view.tsx';
import { Disinfection } from './disinfection.tsx';
import { PickInHouse } from './pick-in-house.tsx';
import { useBatch } from './use-batch.ts';
import './discharge.css';

const VIEWS = ['batch', 'pick', 'beds'] as const;
type View = (typeof VIEWS)[number];

const show = (view: View) => narrow({ view: view === 'batch' ? undefined : view });

/** Who leaves, and the beds that they leave behind. */
export default function DischargeScreen() {
  const { t } = useTranslation();
  const { query } = useRoute();
  const view = VIEWS.find((one) => one === query.get('view')) ?? 'batch';
  const batch = useBatch();
  const brought = useBroughtAlong(query.get('stays'), batch.add);
  const { data } = useWard('ward.census', {});
  const waiting = data?.beds.awaitingDisinfection;
  const words: Record<View, string> = {
    batch: t('discharge.views.batch', { people: batch.stayIds.length }),
    pick: t('discharge.views.pick'),
    beds: t('discharge.views.beds', { beds: waiting ?? '–' }),
  };
  useKeys(
    t('discharge.title'),
    VIEWS.map((one, index) => ({ keys: `Ctrl+${index + 1}`, does: words[one], run: () => show(one) })),
  );
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('discharge.title')}</h1>
        <Segmented<View>
          aria-label={t('discharge.views.label')}
          value={view}
          onChange={show}
          options={VIEWS.map((one, index) => ({
            value: one,
            label: (
              <span>
                {words[one]} <kbd aria-hidden>Ctrl+{index + 1}</kbd>
              </span>
            ),
          }))}
        />
      </div>
      {view === 'batch' && (
        <BatchView batch={batch} brought={brought} onPick={() => show('pick')} onBeds={() => show('beds')} />
      )}
      {view === 'pick' && <PickInHouse batch={batch} onDone={() => show('batch')} />}
      {view === 'beds' && <Disinfection />}
    </div>
  );
}

/** `#/discharge?stays=…` puts them on the list and is then taken out of the address: a reload adds nobody twice. */
function useBroughtAlong(stays: string | null, add: (ids: StayId[]) => StayId[]): readonly StayId[] {
  const [brought, setBrought] = useState<readonly StayId[]>([]);
  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (stays === null || taken.current === stays) return;
    taken.current = stays;
    const ids = stayIdsOfAddress(stays);
    add(ids);
    setBrought(ids);
    narrow({ stays: undefined });
  }, [stays, add]);
  useEffect(() => {
    if (stays === null) taken.current = null;
  }, [stays]);
  return brought;
}
