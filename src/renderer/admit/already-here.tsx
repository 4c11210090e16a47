import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { SmallPlan } from './small-plan.tsx';
import type { KnownPerson } from './use-known-person.ts';

/** Somebody in house already: the bed that they have, and where it stands. */
export function AlreadyHere({ known: { details, inHouse } }: { known: KnownPerson }) {
  const { t } = useTranslation();
  const plan = useWard('beds.plan', {});
  const bed = plan.data?.beds.find(({ code }) => code === inHouse?.bed);
  return (
    <>
      <div>
        <span className="desk-quiet">{t('admit.known.has', { name: details.name })}</span>
        <div className="desk-bed-large">{inHouse?.bed || t('admit.bed.waiting')}</div>
      </div>
      {bed && <SmallPlan bedId={bed.id} others={[]} />}
    </>
  );
}
