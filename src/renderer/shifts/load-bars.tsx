import { useTranslation } from 'react-i18next';
import type { UnitLoad } from '#shared/contract/shift-facts.ts';

/** How much a nurse of each care unit has to look after, as bars of one scale; a unit without a nurse says so. */
export function LoadBars({ units, kept }: { units: readonly UnitLoad[]; kept: boolean }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...units.map(({ load }) => load ?? 0));
  const said = (load: number | null) =>
    load === null ? t('shifts.load.none') : t('shifts.load.perNurse', { load: Math.round(load) });
  return (
    <section aria-label={t('shifts.load.title')}>
      <h2>{t('shifts.load.title')}</h2>
      <p className="desk-quiet">{kept ? t('shifts.load.hint') : t('shifts.notKept')}</p>
      {/* A list that scrolls is reached with the keyboard, as axe asks. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <ul className="desk-shift-loads" tabIndex={0} aria-label={t('shifts.load.title')}>
        {units.map(({ careUnitId, code, patients, nurses, load }) => (
          <li key={careUnitId} data-alone={nurses === 0 || undefined}>
            <span className="desk-shift-unit">{code}</span>
            <span className="desk-shift-bar" aria-hidden>
              <span style={{ inlineSize: `${((load ?? 0) / most) * 100}%` }} />
            </span>
            <span className="desk-shift-load">{said(load)}</span>
            <span className="desk-quiet">{t('shifts.load.counts', { patients, nurses })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
