import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useAct } from '../../act.ts';
import { useTimeOf } from '../../ui/hospital.tsx';
import { useNow } from '../../ui/time.ts';
import { ActDialog } from '../act-dialog.tsx';
import type { Floor } from '../board/floor.ts';
import { minutesLeft } from '../board/minutes-left.ts';

interface Props {
  floor: Floor;
  views: readonly (BedView | undefined)[];
  onDone(): void;
}

/** Every bed whose contact time is over, to be signed off at once; by care unit, as staff walk. */
export function SignOffDialog({ floor, views, onDone }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const now = millisOf(useNow());
  const signOff = useAct('beds.signOffDisinfection');
  const waiting = views.flatMap((view) =>
    view?.state === 'awaitingDisinfection' && view.disinfection ? [view] : [],
  );
  const ready = waiting.filter(
    ({ disinfection }) => disinfection && minutesLeft(disinfection.readyAt, now) === 0,
  );
  const later = waiting
    .flatMap(({ disinfection }) => (disinfection ? [disinfection.readyAt] : []))
    .filter((readyAt) => minutesLeft(readyAt, now) > 0)
    .sort();
  const units = new Map<string, string[]>();
  for (const { id } of ready) {
    const bed = floor.beds[floor.indexOf.get(id) ?? -1];
    const unit = bed && floor.units[bed.unit];
    if (unit) units.set(unit.code, [...(units.get(unit.code) ?? []), bed.number]);
  }
  const go = async () => {
    const answer = await signOff.run({ bedIds: ready.map(({ id }) => id) }, { quiet: true });
    if (answer.ok) onDone();
  };
  const title = t('beds.signOff.title', { count: ready.length });
  return (
    <ActDialog
      {...{ title }}
      name={t('beds.acts.signOff')}
      verb={t('beds.acts.signOff')}
      busy={signOff.busy}
      refused={signOff.refused}
      ready={ready.length > 0}
      onGo={() => void go()}
      onCancel={onDone}
    >
      <dl className="desk-beds-units" data-first tabIndex={0}>
        {[...units].map(([code, numbers]) => (
          <div key={code}>
            <dt>{code}</dt>
            <dd>{numbers.join(' ')}</dd>
          </div>
        ))}
      </dl>
      {ready.length === 0 && <p>{t('beds.signOff.none')}</p>}
      {later[0] && (
        <p className="desk-quiet">
          {t('beds.signOff.later', { count: later.length, at: timeOf(later[0]).slice(11) })}
        </p>
      )}
    </ActDialog>
  );
}
