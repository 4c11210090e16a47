import { CheckCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import type { Admitted, WhereNow } from './just-admitted.ts';

interface Props {
  last: Admitted | null;
  /** Where they are by now, once that is known. */
  now: WhereNow | undefined;
}

/** The form is empty: who was admitted last, in large type, and how many beds are free where. */
export function NobodyYet({ last, now }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {last ? <Last admitted={last} now={now} /> : <p className="desk-admit-ready">{t('admit.ready')}</p>}
      <FreeByZone />
    </>
  );
}

function Last({ admitted, now }: { admitted: Admitted; now: WhereNow | undefined }) {
  const { t } = useTranslation();
  const { name, number, stayId, returning } = admitted;
  const bed = now?.at === 'bed' ? now.bed : now ? null : admitted.bed;
  return (
    <div className="desk-admitted" role="status">
      <div className="desk-admitted-line">
        <CheckCircleFilled aria-hidden />
        <a href={hrefOf('patients', stayId)}>
          <bdi>{name}</bdi>
        </a>
        <span>{t('admit.done.number', { number })}</span>
        {returning && <span className="desk-late-mark">{t('admit.known.returning')}</span>}
      </div>
      <div className="desk-bed-large">{bed ?? t('admit.bed.waiting')}</div>
    </div>
  );
}

function FreeByZone() {
  const { t } = useTranslation();
  const { data } = useWard('ward.census', {});
  if (!data) return null;
  return (
    <table className="desk-free-beds">
      <caption>{t('admit.free.title')}</caption>
      <tbody>
        {data.byZone.map(({ zone, name, sexPolicy, beds }) => (
          <tr key={zone}>
            <th scope="row">{name}</th>
            <td className="desk-quiet">{t(`vocabulary.sexPolicies.${sexPolicy}`)}</td>
            <td>
              <strong>{beds.available}</strong>{' '}
              <span className="desk-quiet">{t('admit.free.of', { total: beds.total })}</span>
            </td>
            <td className="desk-quiet">
              {beds.awaitingDisinfection > 0 && t('admit.free.drying', { beds: beds.awaitingDisinfection })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
