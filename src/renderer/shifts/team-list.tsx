import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TEAMS } from '#shared/contract/clinical-vocabulary.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { useAct } from '../act.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { nowInstant } from '../ui/time.ts';
import type { ShiftsPage } from './use-shifts-page.ts';

export type ReliefTeam = OutputOf<'shifts.teams'>[number];
type Member = ReliefTeam['members'][number];

interface Props {
  teams: readonly ReliefTeam[];
  codes: ShiftsPage['codes'];
  onChange(team: ReliefTeam): void;
}

/** Relief teams with their times, zones and people. */
export function TeamList({ teams, codes, onChange }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const [leaving, setLeaving] = useState<{ team: ReliefTeam; member: Member } | null>(null);
  return (
    <section aria-label={t('shifts.teams.title')}>
      <h2>{t('shifts.teams.title')}</h2>
      {teams.map((team) => {
        const { teamId, name, province, arrivesAt, takesOverAt, leavesAt, members, zoneIds, careUnitIds } =
          team;
        const gone = leavesAt !== null && leavesAt <= nowInstant();
        const times = [
          t('shifts.teams.arrives', { at: timeOf(arrivesAt) }),
          takesOverAt && t('shifts.teams.takesOver', { at: timeOf(takesOverAt) }),
          leavesAt && t('shifts.teams.leaves', { at: timeOf(leavesAt) }),
        ].filter(Boolean);
        return (
          <details key={teamId} className="desk-shift-team">
            <summary>
              <strong>{name}</strong> <span className="desk-quiet">{province}</span>{' '}
              {gone ? t('shifts.teams.gone') : t('shifts.teams.members', { count: members.length })}
            </summary>
            <p>{times.join(' · ')}</p>
            <p>
              {zoneIds.length > 0
                ? t('shifts.teams.zones', { zones: zoneIds.map(codes.zone).sort().join(' ') })
                : t('shifts.teams.noZones')}
              {careUnitIds.length > 0 &&
                ` · ${t('shifts.teams.units', { units: careUnitIds.map(codes.unit).sort().join(' ') })}`}
            </p>
            <Button onClick={() => onChange(team)}>{t('shifts.teams.change', { name })}</Button>
            {TEAMS.map((group) => {
              const own = members.filter((one) => one.group === group);
              if (own.length === 0) return null;
              return (
                <div key={group}>
                  <h3>
                    {t(`vocabulary.teams.${group}`)} {own.length}
                  </h3>
                  <ul className="desk-shift-members">
                    {own.map((member) => (
                      <li key={member.operatorId}>
                        {member.name}
                        <Button
                          size="small"
                          aria-label={t('shifts.members.endTitle', { name: member.name })}
                          onClick={() => setLeaving({ team, member })}
                        >
                          {t('shifts.members.end')}
                        </Button>
                      </li>
                    ))}
                  </ul>
                </div>
              );
            })}
          </details>
        );
      })}
      {leaving && <EndMember {...leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}

function EndMember({ team, member, onClose }: { team: ReliefTeam; member: Member; onClose(): void }) {
  const { t } = useTranslation();
  const end = useAct('shifts.endMembers');
  const go = async () => {
    const answer = await end.run({ operatorIds: [member.operatorId], at: nowInstant() }, { quiet: true });
    if (answer.ok) onClose();
  };
  return (
    <ConfirmConsequences
      open
      title={t('shifts.members.endTitle', { name: member.name })}
      consequences={[t('shifts.members.endLine', { team: team.name })]}
      verb={t('shifts.members.end')}
      busy={end.busy}
      onGo={() => void go()}
      onCancel={onClose}
    >
      <RefusedNotice refused={end.refused} />
    </ConfirmConsequences>
  );
}
