import { ExclamationCircleFilled, MinusCircleFilled } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { TEAMS, type Team } from '#shared/contract/clinical-vocabulary.ts';
import type { OutputOf } from '#shared/contract/index.ts';

interface Props {
  chosen: Team;
  counts: OutputOf<'care.today'>['teams'] | undefined;
  onChoose(team: Team): void;
}

/** The five groups, each with how much is to be done; the number keys choose. */
export function TeamChoice({ chosen, counts, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <Segmented<Team>
      aria-label={t('today.teams')}
      value={chosen}
      onChange={onChoose}
      options={TEAMS.map((team, i) => {
        const { due = 0, overdue = 0, missed = 0 } = counts?.find((one) => one.team === team) ?? {};
        const word = t(`vocabulary.teams.${team}`);
        return {
          value: team,
          label: (
            <span title={t('today.teamCount', { team: word, due, overdue, missed })}>
              <kbd aria-hidden>{i + 1}</kbd> {word} {due + overdue > 0 && <strong>{due + overdue}</strong>}
              {overdue > 0 && (
                <span className="desk-overdue">
                  {' '}
                  <ExclamationCircleFilled aria-hidden />
                  {overdue}
                </span>
              )}
              {missed > 0 && (
                <span className="desk-overdue">
                  {' '}
                  <MinusCircleFilled aria-hidden />
                  {missed}
                </span>
              )}
            </span>
          ),
        };
      })}
    />
  );
}
