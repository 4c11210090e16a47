import { Button, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { ClosePlace, type Closing } from './close-place.tsx';
import { ClosureWords } from './closure-words.tsx';
import { PlaceTable } from './place-table.tsx';
import { closedBeds, placeTree } from './place-tree.ts';

/** What takes nobody, and why: zones and care units with their counts, and single beds. */
export function PlacesSection() {
  const { t } = useTranslation();
  const board = useWard('beds.board', {});
  const plan = useWard('beds.plan', {});
  const reopen = useAct('beds.reopen');
  const [closing, setClosing] = useState<Closing | null>(null);
  const [tree, single] = useMemo(
    () =>
      board.data && plan.data
        ? [placeTree(board.data, plan.data), closedBeds(board.data, plan.data)]
        : [[], []],
    [board.data, plan.data],
  );
  const open = (place: Closing['place']) => void reopen.run({ place }, { quiet: true });
  return (
    <>
      <p className="desk-quiet">{t('settings.places.hint')}</p>
      <RefusedNotice refused={board.refused ?? reopen.refused} />
      <PlaceTable tree={tree} onClose={setClosing} onReopen={open} />
      <h3>{t('settings.places.single', { count: single.length })}</h3>
      <CloseBed onClose={setClosing} />
      <ul className="desk-closed-beds">
        {single.map(({ place, code, closure }) => (
          <li key={code}>
            <strong>{code}</strong>
            <ClosureWords closure={closure} />
            <Button
              aria-label={t('settings.places.reopenNamed', { place: code })}
              onClick={() => open(place)}
            >
              {t('settings.places.reopen')}
            </Button>
          </li>
        ))}
      </ul>
      <ClosePlace closing={closing} onClose={() => setClosing(null)} />
    </>
  );
}

/** One bed, found by typing its code. */
function CloseBed({ onClose }: { onClose(closing: Closing): void }) {
  const { t } = useTranslation();
  const id = useId();
  const board = useWard('beds.board', {});
  const plan = useWard('beds.plan', {});
  const [bed, setBed] = useState<BedId | null>(null);
  const options = useMemo(() => {
    const views = new Map(board.data?.beds.map((view) => [view.id, view]));
    return (plan.data?.beds ?? [])
      .filter((one) => views.get(one.id)?.closure === null)
      .map((one) => ({ value: one.id, label: one.code }));
  }, [board.data, plan.data]);
  const view = board.data?.beds.find((one) => one.id === bed);
  const code = options.find(({ value }) => value === bed)?.label;
  return (
    <div className="desk-close-bed">
      <label htmlFor={id}>{t('settings.places.bed')}</label>
      <Select<BedId>
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        style={{ width: 160 }}
        value={bed}
        options={options}
        placeholder={t('settings.places.bedExample')}
        onChange={(chosen) => setBed(chosen ?? null)}
      />
      <Button
        disabled={!view || !code}
        onClick={() => {
          if (!view || !code) return;
          onClose({ place: { kind: 'bed', id: view.id }, name: code, beds: [view] });
          setBed(null);
        }}
      >
        {t('settings.places.close')}
      </Button>
    </div>
  );
}
