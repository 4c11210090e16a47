import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneAct, ZoneRow } from '#shared/contract/zones.ts';
import { Allowed } from '../people/allowed.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { ActDialog } from './act-dialog.tsx';
import { DrainPanel } from './drain-panel.tsx';
import { Hindrances } from './hindrances.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';

/** Shown on the buttons; N does the next step, whichever it is. */
const KEY_OF: Record<ZoneAct, string> = {
  ...{ hold: 'H', open: 'O', stopAdmissions: 'S', resume: 'R' },
  ...{ drain: 'D', disinfect: 'F', close: 'C' },
};

/** The open zone: what can be done with it, what is in the way, and the list it is worked on by. */
export function ZoneSide({ zone }: { zone: ZoneRow }) {
  const { t } = useTranslation();
  const [act, setAct] = useState<ZoneAct | null>(null);
  const { next } = zone;
  useKeys(t('zones.title'), [
    { keys: 'N', does: t('zones.keys.next'), run: () => setAct(next), when: next !== null && act === null },
    ...zone.acts.map((one) => ({
      keys: KEY_OF[one],
      does: t(`zones.acts.${one}`),
      run: () => setAct(one),
      when: act === null,
    })),
  ]);
  const beforeOpening = zone.acts.includes('open');
  return (
    <section className="desk-zone-side" aria-label={zone.name}>
      <h2>{zone.name}</h2>
      <Hindrances zone={zone} />
      <div className="desk-zone-acts">
        {zone.acts.map((one) => (
          <Allowed key={one} to={`zones.${one}`}>
            <Button data-act={one} type={one === next ? 'primary' : 'default'} onClick={() => setAct(one)}>
              {t(`zones.acts.${one}`)} <kbd>{KEY_OF[one]}</kbd>
            </Button>
          </Allowed>
        ))}
      </div>
      {beforeOpening ? (
        <ReadinessPanel key={zone.zoneId} zone={zone} />
      ) : (
        <DrainPanel key={zone.zoneId} zone={zone} />
      )}
      <LifeSoFar zone={zone} />
      {act !== null && <ActDialog key={act} zone={zone} act={act} onClose={() => setAct(null)} />}
    </section>
  );
}

function LifeSoFar({ zone }: { zone: ZoneRow }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  if (zone.life.length === 0) return null;
  return (
    <>
      <h3>{t('zones.history')}</h3>
      <ol className="desk-zone-history">
        {zone.life.map((step) => (
          <li key={step.from}>
            <span className="desk-quiet">{timeOf(step.from)}</span>{' '}
            <strong>{t(`vocabulary.zoneStates.${step.state}`)}</strong> {step.by}
            {step.note !== '' && ` · ${step.note}`}
          </li>
        ))}
      </ol>
    </>
  );
}
