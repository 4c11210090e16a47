import { Button, Checkbox, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareUnitId, OperatorId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { EmptyState } from '../ui/notices.tsx';
import { Field, Form } from './form.tsx';
import type { Cell } from './shift-grid.tsx';
import { clockOf, dayOf } from './shift-times.ts';
import type { ReliefTeam } from './team-list.tsx';

interface Props {
  cell: Cell;
  zone: string;
  teams: readonly ReliefTeam[];
  units: readonly { id: CareUnitId; code: string }[];
  onClose(): void;
}

/** Puts people on one shift in one place, and takes them off it. */
export function AssignDialog(props: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { shift } = props.cell;
  const title = t('shifts.assign.title', {
    ...{ zone: props.zone, day: dayOf(shift.from, timeZone) },
    ...{ from: clockOf(shift.from, timeZone), to: clockOf(shift.to, timeZone) },
  });
  const anybody = props.teams.some(({ members }) => members.length > 0);
  return (
    <Dialog open title={title} onClose={props.onClose}>
      {anybody ? <Facts {...props} title={title} /> : <EmptyState title={t('shifts.assign.noMembers')} />}
    </Dialog>
  );
}

const BLANK = { people: '', units: '', move: false };

function Facts({ cell, teams, units, title, onClose }: Props & { title: string }) {
  const { t } = useTranslation();
  const id = useId();
  const { shift, zoneId } = cell;
  const [draft, change, clear] = useDraft(`shift-assign-${shift.from}-${zoneId}`, BLANK);
  const { move } = draft;
  const chosen = draft.people.split(' ');
  const operatorIds = teams
    .flatMap(({ members }) => members.map(({ operatorId }) => operatorId))
    .filter((one) => chosen.includes(one));
  const careUnitIds = units
    .map(({ id: unit }) => unit)
    .filter((unit) => draft.units.split(' ').includes(unit));
  const [tried, setTried] = useState(false);
  const [gone, setGone] = useState<readonly string[]>([]);
  const assign = useAct('shifts.assign');
  const takeOff = useAct('shifts.unassign');
  const there = cell.duties.filter(({ dutyId }) => !gone.includes(dutyId));
  const save = async () => {
    setTried(true);
    if (operatorIds.length === 0) return document.getElementById(`${id}-who`)?.focus();
    const answer = await assign.run(
      { operatorIds, shift: shift.from, zoneId, careUnitIds, move },
      {
        quiet: true,
        says: (t, { assigned, shortRests }) =>
          shortRests.length > 0
            ? t('shifts.assign.doneShort', { count: assigned, short: shortRests.length })
            : t('shifts.assign.done', { count: assigned }),
      },
    );
    if (!answer.ok) return;
    clear();
    onClose();
  };
  const off = async (dutyId: (typeof there)[number]['dutyId']) => {
    if ((await takeOff.run({ dutyIds: [dutyId] }, { quiet: true })).ok) setGone([...gone, dutyId]);
  };
  return (
    <Form
      title={title}
      verb={t('shifts.assign.verb')}
      busy={assign.busy}
      refused={assign.refused ?? takeOff.refused}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field
        id={`${id}-who`}
        label={t('shifts.assign.who')}
        wrong={tried && operatorIds.length === 0 && t('shifts.assign.wrong')}
      >
        <Select<OperatorId[]>
          id={`${id}-who`}
          mode="multiple"
          style={{ width: '100%' }}
          value={operatorIds}
          onChange={(people) => change({ people: people.join(' ') })}
          optionFilterProp="label"
          options={teams.map((team) => ({
            label: team.name,
            options: team.members.map((one) => ({
              value: one.operatorId,
              label: `${one.name} ${t(`vocabulary.teams.${one.group}`)}`,
            })),
          }))}
        />
      </Field>
      {units.length > 0 && (
        <Field id={`${id}-units`} label={t('shifts.assign.units')}>
          <Select<CareUnitId[]>
            id={`${id}-units`}
            mode="multiple"
            style={{ width: '100%' }}
            value={careUnitIds}
            onChange={(some) => change({ units: some.join(' ') })}
            optionFilterProp="label"
            options={units.map(({ id: value, code }) => ({ value, label: code }))}
          />
        </Field>
      )}
      <Checkbox checked={move} onChange={(event) => change({ move: event.target.checked })}>
        {t('shifts.assign.move')}
      </Checkbox>
      {there.length > 0 && (
        <div>
          <h3>{t('shifts.assign.there')}</h3>
          <div className="desk-shift-there">
            {there.map(({ dutyId, name }) => (
              <Button key={dutyId} loading={takeOff.busy} onClick={() => void off(dutyId)}>
                {t('shifts.assign.takeOff', { name })}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Form>
  );
}
