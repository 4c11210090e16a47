import { Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareUnitId, ZoneId } from '#shared/contract/values.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { timeOf } from '../ui/time.ts';
import { Field, Form } from './form.tsx';
import { readMoment } from './shift-times.ts';
import type { ReliefTeam } from './team-list.tsx';

const BLANK = { name: '', province: '', arrivesAt: '', takesOverAt: '', leavesAt: '', zones: '', units: '' };
const FIELDS = ['name', 'province', 'arrivesAt', 'takesOverAt', 'leavesAt'] as const;

interface Props {
  /** The team that is changed; null for a new one. */
  team: ReliefTeam | null;
  zones: readonly { id: ZoneId; code: string; name: string }[];
  units: readonly { id: CareUnitId; code: string }[];
  onClose(): void;
}

/** Adds a relief team or changes one, with the zones it owns from now on. */
export function TeamDialog(props: Props) {
  const { t } = useTranslation();
  const title = props.team ? t('shifts.teams.change', { name: props.team.name }) : t('shifts.teams.add');
  return (
    <Dialog open title={title} onClose={props.onClose}>
      <Facts {...props} title={title} />
    </Dialog>
  );
}

/** What is typed of a team outlives a change of it by others only while the version that it began from stands. */
const draftKey = (team: ReliefTeam | null): string =>
  team ? `relief-team-${team.teamId}-${team.version}` : 'relief-team';

function typedOf(team: ReliefTeam, timeZone: TimeZone): typeof BLANK {
  const shown = (at: ReliefTeam['leavesAt']) => (at === null ? '' : timeOf(at, timeZone));
  return {
    name: team.name,
    province: team.province,
    arrivesAt: shown(team.arrivesAt),
    takesOverAt: shown(team.takesOverAt),
    leavesAt: shown(team.leavesAt),
    zones: team.zoneIds.toSorted().join(' '),
    units: team.careUnitIds.toSorted().join(' '),
  };
}

function Facts({ team, zones, units, title, onClose }: Props & { title: string }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const id = useId();
  const initial = useMemo(() => (team ? typedOf(team, timeZone) : BLANK), [team, timeZone]);
  const [draft, change, clear] = useDraft(draftKey(team), initial);
  const [tried, setTried] = useState(false);
  const add = useAct('shifts.addTeam');
  const alter = useAct('shifts.changeTeam');
  /** What was not touched stays to the second; the field shows minutes. */
  const momentOf = (field: 'arrivesAt' | 'takesOverAt' | 'leavesAt') =>
    team && draft[field] === initial[field] ? team[field] : readMoment(draft[field], timeZone);
  const moments = {
    arrivesAt: momentOf('arrivesAt'),
    takesOverAt: momentOf('takesOverAt'),
    leavesAt: momentOf('leavesAt'),
  };
  const zoneIds = zones.map(({ id: one }) => one).filter((one) => draft.zones.split(' ').includes(one));
  const careUnitIds = units.map(({ id: one }) => one).filter((one) => draft.units.split(' ').includes(one));
  const wrongOf = (field: (typeof FIELDS)[number]) => {
    if (field === 'name') return draft.name.trim() === '' && t('shifts.teams.wrongName');
    if (field === 'province') return false;
    const missing = draft[field].trim() === '' ? field === 'arrivesAt' : moments[field] === null;
    return missing && t('shifts.teams.wrongTime');
  };
  const done = () => {
    clear();
    onClose();
  };
  const save = async () => {
    setTried(true);
    const first = FIELDS.find(wrongOf);
    if (first || moments.arrivesAt === null) return document.getElementById(`${id}-${first}`)?.focus();
    const { name, province } = draft;
    const facts = { ...moments, arrivesAt: moments.arrivesAt, name, province };
    if (!team) {
      if ((await add.run({ ...facts, zoneIds, careUnitIds }, { quiet: true })).ok) done();
      return;
    }
    if (JSON.stringify(draft) === JSON.stringify(initial)) return done();
    const says = (t: TFunction, { dropped }: { dropped: number }) =>
      t('shifts.teams.dropped', { count: dropped });
    const change = { ...facts, teamId: team.teamId, seen: team.version };
    const own = {
      ...(draft.zones === initial.zones ? {} : { zoneIds }),
      ...(draft.units === initial.units ? {} : { careUnitIds }),
    };
    if ((await alter.run({ ...change, ...own }, { quiet: true, says })).ok) done();
  };
  return (
    <Form
      title={title}
      verb={t('ui.save')}
      busy={add.busy || alter.busy}
      refused={add.refused ?? alter.refused}
      onSave={() => void save()}
      onClose={onClose}
    >
      {FIELDS.map((field) => (
        <Field
          key={field}
          id={`${id}-${field}`}
          label={t(`shifts.teams.fields.${field}`)}
          wrong={tried && wrongOf(field)}
        >
          <Input
            id={`${id}-${field}`}
            maxLength={60}
            value={draft[field]}
            placeholder={field.endsWith('At') ? t('shifts.teams.example') : ''}
            onChange={(event) => change({ [field]: event.target.value })}
          />
        </Field>
      ))}
      <Field id={`${id}-zones`} label={t('shifts.teams.ownZones')}>
        <Select
          id={`${id}-zones`}
          mode="multiple"
          style={{ width: '100%' }}
          value={zoneIds}
          onChange={(chosen) => change({ zones: chosen.toSorted().join(' ') })}
          optionFilterProp="label"
          options={zones.map(({ id: value, code, name }) => ({ value, label: `${code} ${name}` }))}
        />
      </Field>
      <Field id={`${id}-units`} label={t('shifts.teams.ownUnits')}>
        <Select
          id={`${id}-units`}
          mode="multiple"
          style={{ width: '100%' }}
          value={careUnitIds}
          onChange={(chosen) => change({ units: chosen.toSorted().join(' ') })}
          optionFilterProp="label"
          options={units.map(({ id: value, code }) => ({ value, label: code }))}
        />
      </Field>
    </Form>
  );
}
