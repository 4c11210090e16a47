import { Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReliefTeamId, ZoneId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { nowInstant, timeOf } from '../ui/time.ts';
import { Field, Form } from './form.tsx';
import { readMoment } from './shift-times.ts';
import type { ReliefTeam } from './team-list.tsx';

const BLANK = { name: '', province: '', arrivesAt: '', takesOverAt: '', leavesAt: '' };
const FIELDS = ['name', 'province', 'arrivesAt', 'takesOverAt', 'leavesAt'] as const;

interface Props {
  /** The team that is changed; null for a new one. */
  team: ReliefTeam | null;
  zones: readonly { id: ZoneId; code: string; name: string }[];
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

function Facts({ team, zones, title, onClose }: Props & { title: string }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const id = useId();
  const [stored, changeStored, clear] = useDraft('relief-team', BLANK);
  const shown = (at: ReliefTeam['leavesAt']) => (at === null ? '' : timeOf(at, timeZone));
  const [edited, setEdited] = useState(() =>
    team
      ? {
          name: team.name,
          province: team.province,
          arrivesAt: shown(team.arrivesAt),
          takesOverAt: shown(team.takesOverAt),
          leavesAt: shown(team.leavesAt),
        }
      : BLANK,
  );
  const draft = team ? edited : stored;
  const change = (some: Partial<typeof BLANK>) =>
    team ? setEdited((was) => ({ ...was, ...some })) : changeStored(some);
  const [zoneIds, setZoneIds] = useState<ZoneId[]>(team?.zoneIds ?? []);
  const [tried, setTried] = useState(false);
  const add = useAct('shifts.addTeam');
  const alter = useAct('shifts.changeTeam');
  const own = useAct('shifts.setZones');
  const moments = {
    arrivesAt: readMoment(draft.arrivesAt, timeZone),
    takesOverAt: readMoment(draft.takesOverAt, timeZone),
    leavesAt: readMoment(draft.leavesAt, timeZone),
  };
  const wrongOf = (field: (typeof FIELDS)[number]) => {
    if (field === 'name') return draft.name.trim() === '' && t('shifts.teams.wrongName');
    if (field === 'province') return false;
    const missing = draft[field].trim() === '' ? field === 'arrivesAt' : moments[field] === null;
    return missing && t('shifts.teams.wrongTime');
  };
  const save = async () => {
    setTried(true);
    const first = FIELDS.find(wrongOf);
    if (first || moments.arrivesAt === null) return document.getElementById(`${id}-${first}`)?.focus();
    const facts = { ...moments, arrivesAt: moments.arrivesAt, name: draft.name, province: draft.province };
    let teamId: ReliefTeamId;
    if (team) {
      teamId = team.teamId;
      const unchanged =
        JSON.stringify(edited) ===
        JSON.stringify({
          name: team.name,
          province: team.province,
          arrivesAt: shown(team.arrivesAt),
          takesOverAt: shown(team.takesOverAt),
          leavesAt: shown(team.leavesAt),
        });
      const says = (t: TFunction, { dropped }: { dropped: number }) =>
        t('shifts.teams.dropped', { count: dropped });
      if (!unchanged && !(await alter.run({ teamId, ...facts }, { quiet: true, says })).ok) return;
    } else {
      const made = await add.run(facts, { quiet: true });
      if (!made.ok) return;
      teamId = made.value.teamId;
      clear();
    }
    const same =
      zoneIds.length === (team?.zoneIds.length ?? 0) && zoneIds.every((one) => team?.zoneIds.includes(one));
    const now = nowInstant();
    const from = moments.arrivesAt > now ? moments.arrivesAt : now;
    if (!same && !(await own.run({ teamId, zoneIds, from }, { quiet: true })).ok) return;
    onClose();
  };
  return (
    <Form
      title={title}
      verb={t('ui.save')}
      busy={add.busy || alter.busy || own.busy}
      refused={add.refused ?? alter.refused ?? own.refused}
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
          onChange={setZoneIds}
          optionFilterProp="label"
          options={zones.map(({ id: value, code, name }) => ({ value, label: `${code} ${name}` }))}
        />
      </Field>
    </Form>
  );
}
