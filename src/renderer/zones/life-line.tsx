import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { ZONE_STATES, type ZoneState } from '#shared/contract/vocabulary.ts';

/** The life of a zone as a line of steps: those behind it ticked, the one it stands at filled and named. */
export function LifeLine({ state }: { state: ZoneState }) {
  const { t } = useTranslation();
  const here = ZONE_STATES.indexOf(state);
  return (
    <span
      className="desk-life"
      role="img"
      aria-label={t('zones.life', { state: t(`vocabulary.zoneStates.${state}`) })}
    >
      {ZONE_STATES.map((one, i) => (
        <span
          key={one}
          className="desk-life-step"
          data-at={i < here ? 'behind' : i === here ? 'here' : 'ahead'}
        >
          <span className="desk-life-dot">{i < here ? <CheckOutlined /> : i + 1}</span>
          <span className="desk-life-word">{t(`vocabulary.zoneStates.${one}`)}</span>
        </span>
      ))}
    </span>
  );
}
