import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TEAMS, type Team } from '#shared/contract/clinical-vocabulary.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form } from './form.tsx';
import { readNames } from './shift-times.ts';
import type { ReliefTeam } from './team-list.tsx';

const BLANK = { names: '', group: 'nursing' as Team };

/** Puts people into a group of a team: their names, typed or pasted from a spreadsheet. */
export function MembersDialog({ teams, onClose }: { teams: readonly ReliefTeam[]; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog open title={t('shifts.members.title')} onClose={onClose}>
      <Facts teams={teams} onClose={onClose} />
    </Dialog>
  );
}

function Facts({ teams, onClose }: { teams: readonly ReliefTeam[]; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, change, clear] = useDraft('team-members', BLANK);
  const [teamId, setTeamId] = useState(teams.at(-1)?.teamId);
  const [tried, setTried] = useState(false);
  const add = useAct('shifts.addMembers');
  const names = readNames(draft.names);
  const save = async () => {
    setTried(true);
    if (names.length === 0 || !teamId) return document.getElementById(`${id}-names`)?.focus();
    const answer = await add.run(
      { teamId, group: draft.group, names },
      {
        quiet: true,
        says: (t, { added, created, known }) => t('shifts.members.done', { added, created, known }),
      },
    );
    if (!answer.ok) return;
    clear();
    onClose();
  };
  return (
    <Form
      title={t('shifts.members.title')}
      verb={t('ui.save')}
      busy={add.busy}
      refused={add.refused}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field id={`${id}-team`} label={t('shifts.members.team')}>
        <Select
          id={`${id}-team`}
          style={{ width: '100%' }}
          {...(teamId ? { value: teamId } : {})}
          onChange={setTeamId}
          options={teams.map(({ teamId: value, name }) => ({ value, label: name }))}
        />
      </Field>
      <Field id={`${id}-group`} label={t('shifts.members.group')}>
        <Select<Team>
          id={`${id}-group`}
          style={{ width: '100%' }}
          value={draft.group}
          onChange={(group) => change({ group })}
          options={TEAMS.map((value) => ({ value, label: t(`vocabulary.teams.${value}`) }))}
        />
      </Field>
      <Field
        id={`${id}-names`}
        label={t('shifts.members.names')}
        wrong={tried && names.length === 0 && t('shifts.members.wrong')}
      >
        <Input.TextArea
          id={`${id}-names`}
          data-first
          rows={8}
          value={draft.names}
          onChange={(event) => change({ names: event.target.value })}
        />
      </Field>
      <p className="desk-quiet" role="status">
        {t('shifts.members.read', { count: names.length })}
      </p>
    </Form>
  );
}
