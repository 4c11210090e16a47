import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract/index.ts';
import type { ReliefTeamId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { Field, Form } from './form.tsx';
import { readMoment } from './shift-times.ts';
import type { ReliefTeam } from './team-list.tsx';
import type { ShiftsPage } from './use-shifts-page.ts';

interface Props {
  teams: readonly ReliefTeam[];
  codes: ShiftsPage['codes'];
  onClose(): void;
}

/** One relief team takes over from another; what will change is shown before it does. */
export function RotationDialog(props: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open title={t('shifts.rotation.title')} width={720} onClose={props.onClose}>
      {props.teams.length < 2 ? <EmptyState title={t('shifts.rotation.needTwo')} /> : <Facts {...props} />}
    </Dialog>
  );
}

const BLANK = { leaving: '', next: '', when: '', departure: '' };

function Facts({ teams, codes, onClose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const id = useId();
  const [draft, change, clear] = useDraft('team-rotation', BLANK);
  const { when, departure } = draft;
  const leavingTeamId = teams.find(({ teamId }) => teamId === draft.leaving)?.teamId;
  const nextTeamId = teams.find(({ teamId }) => teamId === draft.next)?.teamId;
  const [tried, setTried] = useState(false);
  const rotate = useAct('shifts.rotate');
  const at = readMoment(when, timeZone);
  const leavesAt = readMoment(departure, timeZone);
  const wrongDeparture = departure.trim() !== '' && leavesAt === null;
  const input =
    leavingTeamId && nextTeamId && at && !wrongDeparture
      ? { leavingTeamId, nextTeamId, at, ...(leavesAt ? { leavesAt } : {}) }
      : null;
  const save = async () => {
    setTried(true);
    if (!input) return;
    const answer = await rotate.run(input, {
      quiet: true,
      says: (t, { zones, handedOver, dropped }) =>
        t('shifts.rotation.done', { zones, handed: handedOver, dropped }),
    });
    if (!answer.ok) return;
    clear();
    onClose();
  };
  const options = teams.map(({ teamId: value, name }) => ({ value, label: name }));
  return (
    <Form
      title={t('shifts.rotation.title')}
      verb={t('shifts.rotation.confirm')}
      busy={rotate.busy}
      refused={rotate.refused}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field id={`${id}-leaving`} label={t('shifts.rotation.leaving')}>
        <Select<ReliefTeamId>
          id={`${id}-leaving`}
          style={{ width: '100%' }}
          value={leavingTeamId ?? null}
          onChange={(leaving) => change({ leaving })}
          options={options}
        />
      </Field>
      <Field id={`${id}-next`} label={t('shifts.rotation.next')}>
        <Select<ReliefTeamId>
          id={`${id}-next`}
          style={{ width: '100%' }}
          value={nextTeamId ?? null}
          onChange={(next) => change({ next })}
          options={options}
        />
      </Field>
      <Field
        id={`${id}-at`}
        label={t('shifts.rotation.at')}
        wrong={tried && at === null && t('shifts.teams.wrongTime')}
      >
        <Input
          id={`${id}-at`}
          value={when}
          placeholder={t('shifts.teams.example')}
          onChange={(event) => change({ when: event.target.value })}
        />
      </Field>
      <Field
        id={`${id}-leaves`}
        label={t('shifts.rotation.leavesAt')}
        wrong={wrongDeparture && t('shifts.teams.wrongTime')}
      >
        <Input
          id={`${id}-leaves`}
          value={departure}
          placeholder={t('shifts.teams.example')}
          onChange={(event) => change({ departure: event.target.value })}
        />
      </Field>
      {input ? (
        <Preview input={input} codes={codes} />
      ) : (
        <p className="desk-quiet">{t('shifts.rotation.choose')}</p>
      )}
    </Form>
  );
}

/** Zones that change hands, and who takes whose shifts. */
function Preview({ input, codes }: { input: InputOf<'shifts.previewRotation'>; codes: ShiftsPage['codes'] }) {
  const { t } = useTranslation();
  const { data, refused } = useWard('shifts.previewRotation', input);
  if (refused) return <RefusedNotice refused={refused} />;
  if (!data) return null;
  const { zoneIds, careUnitIds, leaving, people, duties, dropped } = data;
  return (
    <section aria-live="polite">
      <p>
        {zoneIds.length > 0
          ? t('shifts.rotation.zones', { zones: zoneIds.map(codes.zone).sort().join(' ') })
          : t('shifts.rotation.noZones')}
        {careUnitIds.length > 0 &&
          ` · ${t('shifts.teams.units', { units: careUnitIds.map(codes.unit).sort().join(' ') })}`}{' '}
        · {t('shifts.rotation.people', { count: leaving })} ·{' '}
        {t('shifts.rotation.duties', { handed: duties - dropped, dropped })}
      </p>
      <div className="desk-shift-preview">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('shifts.rotation.columns.group')}</th>
              <th scope="col">{t('shifts.rotation.columns.leaving')}</th>
              <th scope="col">{t('shifts.rotation.columns.next')}</th>
              <th scope="col">{t('shifts.rotation.columns.duties')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.leaving.operatorId}>
                <td>{t(`vocabulary.teams.${one.group}`)}</td>
                <td>{one.leaving.name}</td>
                <td>{one.next?.name ?? t('shifts.rotation.nobody')}</td>
                <td>
                  {one.dropped > 0
                    ? t('shifts.rotation.dropped', { duties: one.duties, dropped: one.dropped })
                    : one.duties}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
