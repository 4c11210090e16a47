import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member, ReleaseListView } from '#shared/contract/release-list.ts';
import { useAct } from '../act.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';

interface Props {
  list: ReleaseListView | null;
  people: readonly Member[];
  onClose(): void;
}

/** Some people get another bus, by hand. */
export function MoveDialog({ list, people, onClose }: Props) {
  const { t } = useTranslation();
  const open = people.length > 0;
  return (
    <Dialog
      open={open}
      title={t('releases.buses.moveTitle', { count: people.length })}
      width={520}
      onClose={onClose}
    >
      {open && list && <Choice list={list} people={people} onClose={onClose} />}
    </Dialog>
  );
}

function Choice({ list, people, onClose }: Props & { list: ReleaseListView }) {
  const { t } = useTranslation();
  const first = people[0]?.busId ?? list.buses[0]?.busId ?? '';
  const [chosen, setChosen] = useState<string>(first);
  const assign = useAct('releases.assignBuses');
  const go = async () => {
    if (list.listId === null) return;
    const busId = list.buses.find((bus) => bus.busId === chosen)?.busId ?? null;
    const seats = people.map(({ stayId }) => ({ stayId, busId }));
    const answer = await assign.run({ listId: list.listId, seats }, { quiet: true });
    if (answer.ok) onClose();
  };
  useKeys(
    t('releases.buses.title'),
    [{ keys: ['Enter', 'Ctrl+Enter'], does: t('ui.save'), run: () => void go() }],
    true,
  );
  return (
    <div className="desk-release-form">
      <Radio.Group
        className="desk-release-choice"
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        {list.buses.map((bus) => (
          <Radio key={bus.busId} value={bus.busId} data-first={bus.busId === first || undefined}>
            {bus.plate} · {bus.district || t('releases.buses.anyDistrict')} ·{' '}
            {t('releases.buses.seats', { taken: bus.taken, seats: bus.seats })}
          </Radio>
        ))}
        <Radio value="">{t('releases.buses.noSeat')}</Radio>
      </Radio.Group>
      <RefusedNotice refused={assign.refused} />
      <div className="desk-dialog-acts">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="primary" loading={assign.busy} onClick={() => void go()}>
          {t('ui.save')} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
