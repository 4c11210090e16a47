import { useTranslation } from 'react-i18next';
import type { RestatingAct } from '#shared/contract/figures.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { hrefOf } from '../route.ts';
import { fullTitle } from '../ui/act-sentence.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { LateMark } from '../ui/late-entry.tsx';
import { Notice } from '../ui/notices.tsx';

/** Why figures are other than they were: what was recorded, corrected or taken back after the period ended. */
export function RestatingActs({ acts, reportedAt }: { acts: readonly RestatingAct[]; reportedAt: Instant }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const at = timeOf(reportedAt);
  if (acts.length === 0) return <Notice tone="good">{t('accounts.same', { at })}</Notice>;
  return (
    <section className="desk-accounts-acts" aria-label={t('accounts.acts')}>
      <h3>{t('accounts.acts')}</h3>
      <p className="desk-quiet">{t('accounts.note', { at })}</p>
      <ul>
        {acts.map((act) => (
          <li key={act.actId}>
            <Act act={act} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const signed = (by: number): string => (by > 0 ? `+${by}` : `−${-by}`);

function Act({ act }: { act: RestatingAct }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const params = act.undoes === null ? {} : { undone: act.undoes };
  return (
    <>
      <strong>{fullTitle({ procedure: act.procedure, params }, t)}</strong>{' '}
      {act.late && <LateMark happenedAt={act.happenedAt} recordedAt={act.recordedAt} />}{' '}
      {act.stays.slice(0, 3).map(({ stayId, name }, index) => (
        <span key={stayId}>
          {index > 0 && ' · '}
          <a href={hrefOf('patients', stayId)}>{name}</a>
        </span>
      ))}
      {act.stays.length > 3 && ` … ${t('ui.people', { count: act.stays.length })}`}
      <div>
        {act.effects
          .map(({ zone, figure, by }) =>
            t('accounts.effect', {
              place: zone?.code ?? t('accounts.noBed'),
              figure: t(`accounts.figures.${figure}`),
              by: signed(by),
            }),
          )
          .join(' · ')}
      </div>
      <div className="desk-quiet">
        {t('accounts.act', {
          recorded: timeOf(act.recordedAt),
          who: act.operator,
          happened: timeOf(act.happenedAt),
        })}
        {act.reason && ` · ${act.reason}`}
      </div>
    </>
  );
}
