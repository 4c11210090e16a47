import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { Notice } from '../ui/notices.tsx';

/** Which hospital this is. What was set up cannot be changed here; a demonstration leads to the real thing. */
export function HospitalSection() {
  const { t } = useTranslation();
  const hospital = useHospital();
  const timeOf = useTimeOf();
  const { data } = useWard('ward.census', {});
  return (
    <>
      {hospital.demo && (
        <Notice tone="warn">
          <p>{t('settings.hospital.demo')}</p>
          <Button type="primary" href="#/setup">
            {t('settings.hospital.setUp')}
          </Button>
        </Notice>
      )}
      <dl className="desk-setting-facts">
        <dt>{t('settings.hospital.name')}</dt>
        <dd>{hospital.name}</dd>
        <dt>{t('settings.hospital.timeZone')}</dt>
        <dd>
          {hospital.timeZone} <span className="desk-quiet">{t('settings.hospital.timeZoneHint')}</span>
        </dd>
        <dt>{t('settings.hospital.beds')}</dt>
        <dd>
          {data
            ? t('settings.hospital.bedsOf', { beds: data.beds.total, zones: data.byZone.length })
            : t('ui.loading')}
        </dd>
        <dt>{t('settings.hospital.opened')}</dt>
        <dd>{timeOf(hospital.createdAt)}</dd>
      </dl>
      <p className="desk-quiet">{t('settings.hospital.fixed')}</p>
    </>
  );
}
