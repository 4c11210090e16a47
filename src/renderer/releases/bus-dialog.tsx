import { AutoComplete, Button, Input } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseBus } from '#shared/contract/release-list.ts';
import type { ReleaseListId } from '#shared/contract/values.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { timeOf } from '../ui/time.ts';
import { readDeparture, readSeats } from './bus-reading.ts';

const BLANK = { plate: '', seats: '', district: '', departsAt: '', meetingPoint: '' };
type Field = keyof typeof BLANK;
const FIELDS = Object.keys(BLANK) as Field[];
const LONGEST = { plate: 40, seats: 3, district: 60, departsAt: 30, meetingPoint: 120 } as const;

interface Props {
  listId: ReleaseListId;
  day: LocalDate;
  /** The bus that is being changed; null for a new one. */
  bus: ReleaseBus | null;
  /** Those of the people on the list, to choose from. */
  districts: readonly string[];
  open: boolean;
  onClose(): void;
}

/** Adds a bus home, changes one, or calls it off. */
export function BusDialog(props: Props) {
  const { t } = useTranslation();
  const { bus, open, onClose } = props;
  const title = bus ? t('releases.buses.changeTitle', { plate: bus.plate }) : t('releases.buses.addTitle');
  return (
    <Dialog open={open} title={title} width={520} onClose={onClose}>
      {open && <Facts key={bus?.busId ?? 'new'} {...props} title={title} />}
    </Dialog>
  );
}

function Facts({ listId, day, bus, districts, title, onClose }: Props & { title: string }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const id = useId();
  const initial = bus
    ? {
        ...{ plate: bus.plate, seats: String(bus.seats), district: bus.district },
        ...{ departsAt: timeOf(bus.departsAt, timeZone), meetingPoint: bus.meetingPoint },
      }
    : BLANK;
  const [stored, changeStored, clear] = useDraft('release-bus', BLANK);
  const [edited, setEdited] = useState(initial);
  // What a change starts from is on record; only a new bus is worth keeping over a restart.
  const draft = bus ? edited : stored;
  const change = (some: Partial<typeof BLANK>) =>
    bus ? setEdited((was) => ({ ...was, ...some })) : changeStored(some);
  const [tried, setTried] = useState(false);
  const add = useAct('releases.addBus');
  const alter = useAct('releases.changeBus');
  const cancel = useAct('releases.cancelBus');

  const seats = readSeats(draft.seats);
  const departsAt = readDeparture(draft.departsAt, day, timeZone);
  const wrong: Partial<Record<Field, string>> = {
    ...(draft.plate.trim() === '' ? { plate: t('releases.buses.wrong.plate') } : {}),
    ...(seats === null ? { seats: t('releases.buses.wrong.seats') } : {}),
    ...(departsAt === null ? { departsAt: t('releases.buses.wrong.departsAt') } : {}),
  };
  const save = async () => {
    setTried(true);
    const first = FIELDS.find((field) => wrong[field]);
    if (first) return document.getElementById(`${id}-${first}`)?.focus();
    if (seats === null || departsAt === null) return;
    const { plate, district, meetingPoint } = draft;
    const facts = { plate, seats, district, departsAt, meetingPoint };
    const answer = bus
      ? await alter.run({ busId: bus.busId, ...facts }, { quiet: true })
      : await add.run({ listId, ...facts }, { quiet: true });
    if (!answer.ok) return;
    if (!bus) clear();
    onClose();
  };
  const callOff = async () => {
    if (bus && (await cancel.run({ busId: bus.busId }, { quiet: true })).ok) onClose();
  };
  useKeys(title, [{ keys: 'Ctrl+Enter', does: t('ui.save'), run: () => void save() }], true);
  const enter = (event: KeyboardEvent, field: Field) => {
    // The list of districts keeps a Tab for itself while it is open.
    const goesOn = event.key === 'Enter' || (event.key === 'Tab' && event.isDefaultPrevented());
    if (!goesOn || event.nativeEvent.isComposing || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const next = FIELDS[FIELDS.indexOf(field) + 1];
    if (next) document.getElementById(`${id}-${next}`)?.focus();
    else void save();
  };
  return (
    <div className="desk-release-form">
      {FIELDS.map((field) => (
        <div key={field}>
          <label htmlFor={`${id}-${field}`}>{t(`releases.buses.fields.${field}`)}</label>
          {field === 'district' ? (
            <AutoComplete
              id={`${id}-${field}`}
              style={{ width: '100%' }}
              value={draft.district}
              options={districts.map((value) => ({ value }))}
              maxLength={LONGEST.district}
              defaultActiveFirstOption={false}
              onChange={(value: string) => change({ district: value ?? '' })}
              onKeyDown={(event) => enter(event, field)}
            />
          ) : (
            <Input
              id={`${id}-${field}`}
              maxLength={LONGEST[field]}
              value={draft[field]}
              status={tried && wrong[field] ? 'error' : ''}
              aria-invalid={tried && wrong[field] !== undefined}
              inputMode={field === 'seats' ? 'numeric' : 'text'}
              onChange={(event) => change({ [field]: event.target.value })}
              onKeyDown={(event) => enter(event, field)}
            />
          )}
          {field === 'departsAt' && (
            <span className="desk-quiet">
              {departsAt ? timeOf(departsAt, timeZone) : t('releases.buses.departsExample')}
            </span>
          )}
          <FieldError>{tried && wrong[field]}</FieldError>
        </div>
      ))}
      <RefusedNotice refused={add.refused ?? alter.refused ?? cancel.refused} />
      <div className="desk-dialog-acts">
        {bus && (
          <Button danger loading={cancel.busy} onClick={() => void callOff()}>
            {bus.taken > 0
              ? `${t('releases.buses.cancel')}（${t('releases.buses.cancelLine', { count: bus.taken })}）`
              : t('releases.buses.cancel')}
          </Button>
        )}
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="primary" loading={add.busy || alter.busy} onClick={() => void save()}>
          {t('ui.save')} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
