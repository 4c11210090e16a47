import { CarOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member, ReleaseBus, ReleaseListView } from '#shared/contract/release-list.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { lastNote } from '../desk/last-act.ts';
import { Allowed } from '../people/allowed.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { BusDialog } from './bus-dialog.tsx';

/** `new`: a bus is being added. */
type Editing = ReleaseBus | 'new' | null;

/** The buses home: plate, district, departure, how full; seats by the rules, or all anew. */
export function BusesPanel({ list, members }: { list: ReleaseListView; members: readonly Member[] }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Editing>(null);
  const assign = useAct('releases.assignBuses');
  const { listId, buses } = list;
  const open = list.state === 'open';
  const without = members.filter(({ state, busId }) => state === 'on' && busId === null).length;
  const seat = async (anew: boolean) => {
    if (listId === null) return;
    const answer = await assign.run(
      { listId, anew },
      { quiet: true, says: (say, value) => say('releases.buses.assigned', { count: value.seated }) },
    );
    if (answer.ok && answer.value.actId === null) lastNote.set((say) => say('releases.buses.nothing'));
  };
  const mayAssign = open && buses.length > 0 && members.length > 0 && !assign.busy;
  useKeys(t('releases.title'), [
    { keys: 'N', does: t('releases.keys.bus'), run: () => setEditing('new'), when: open },
    { keys: 'A', does: t('releases.keys.assign'), run: () => void seat(false), when: mayAssign },
  ]);
  return (
    <section aria-label={t('releases.buses.title')}>
      <div className="desk-release-panel-head">
        <h2>{t('releases.buses.title')}</h2>
        {open && (
          <Allowed to="releases.addBus">
            <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>
              {t('releases.buses.add')} <kbd>N</kbd>
            </Button>
          </Allowed>
        )}
      </div>
      {buses.length === 0 && (
        <p className="desk-quiet">
          <CarOutlined aria-hidden /> {t('releases.buses.none')}
        </p>
      )}
      <ul className="desk-release-buses">
        {buses.map((bus) => (
          <BusLine key={bus.busId} bus={bus} day={list.day} open={open} onEdit={() => setEditing(bus)} />
        ))}
      </ul>
      {buses.length > 0 && without > 0 && (
        <p className="desk-release-without">{t('releases.buses.without', { count: without })}</p>
      )}
      {open && buses.length > 0 && (
        <div className="desk-release-assign">
          <Allowed to="releases.assignBuses">
            <Button
              type="primary"
              ghost
              disabled={!mayAssign}
              loading={assign.busy}
              onClick={() => void seat(false)}
            >
              {t('releases.buses.assign')} <kbd>A</kbd>
            </Button>
          </Allowed>
          <Allowed to="releases.assignBuses">
            <Button disabled={!mayAssign} onClick={() => void seat(true)}>
              {t('releases.buses.assignAnew')}
            </Button>
          </Allowed>
        </div>
      )}
      <RefusedNotice refused={assign.refused} />
      {listId !== null && (
        <BusDialog
          listId={listId}
          day={list.day}
          bus={editing === 'new' ? null : editing}
          districts={[...new Set(members.map(({ district }) => district))].filter(Boolean)}
          open={editing !== null}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

interface LineProps {
  bus: ReleaseBus;
  day: LocalDate;
  open: boolean;
  onEdit(): void;
}

function BusLine({ bus, day, open, onEdit }: LineProps) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const words = t('releases.buses.seats', { taken: bus.taken, seats: bus.seats });
  const full = bus.taken >= bus.seats;
  const departs = timeOf(bus.departsAt);
  return (
    <li className="desk-release-bus">
      <strong>{bus.plate}</strong>
      <span className="desk-release-bus-district">{bus.district || t('releases.buses.anyDistrict')}</span>
      <span className="desk-quiet">
        {departs.startsWith(day) ? departs.slice(11) : departs.slice(5)}
        {bus.meetingPoint && ` · ${bus.meetingPoint}`}
      </span>
      {open && (
        <Allowed to="releases.changeBus">
          <Button
            className="desk-release-bus-change"
            onClick={onEdit}
            aria-label={`${t('releases.buses.change')} ${bus.plate}`}
          >
            {t('releases.buses.change')}
          </Button>
        </Allowed>
      )}
      <meter min={0} max={bus.seats} value={bus.taken} aria-label={words} />
      <span className="desk-release-seats">
        {words}
        {full && ` · ${t('releases.buses.full')}`}
      </span>
    </li>
  );
}
