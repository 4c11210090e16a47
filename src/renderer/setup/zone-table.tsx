import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract/index.ts';
import type { LayoutSummary } from '#shared/contract/setup.ts';
import { SEX_POLICIES } from '#shared/contract/vocabulary.ts';
import { language } from '../i18n/index.ts';
import { FieldError } from '../ui/notices.tsx';

export type ZoneChoice = InputOf<'setup.create'>['zones'][number];

export const zonesOf = ({ zones }: LayoutSummary): ZoneChoice[] =>
  zones.map(({ code, name, nameEn, sexPolicy }) => ({
    code,
    name: language() === 'en' ? nameEn : name,
    sexPolicy,
  }));

interface Props {
  layout: LayoutSummary;
  zones: ZoneChoice[];
  tried: boolean;
  onChange(zones: ZoneChoice[]): void;
}

/** What each zone is called here and whom it takes. */
export function ZoneTable({ layout, zones, tried, onChange }: Props) {
  const { t } = useTranslation();
  const change = (code: string, some: Partial<ZoneChoice>) =>
    onChange(zones.map((zone) => (zone.code === code ? { ...zone, ...some } : zone)));
  return (
    <table className="desk-zone-table">
      <thead>
        <tr>
          <th scope="col">{t('setup.zoneCode')}</th>
          <th scope="col">{t('setup.zoneName')}</th>
          <th scope="col">{t('setup.zonePolicy')}</th>
          <th scope="col" className="desk-number">
            {t('setup.zoneUnits')}
          </th>
          <th scope="col" className="desk-number">
            {t('setup.zoneBeds')}
          </th>
        </tr>
      </thead>
      <tbody>
        {layout.zones.map(({ code, units, beds }) => {
          const zone = zones.find((one) => one.code === code);
          const missing = tried && zone?.name.trim() === '';
          return (
            <tr key={code}>
              <th scope="row">{code}</th>
              <td>
                <Input
                  aria-label={`${t('setup.zoneName')} ${code}`}
                  value={zone?.name ?? ''}
                  maxLength={60}
                  status={missing ? 'error' : ''}
                  onChange={(event) => change(code, { name: event.target.value })}
                />
                <FieldError>{missing && t('setup.zoneNameMissing')}</FieldError>
              </td>
              <td>
                <Select
                  aria-label={`${t('setup.zonePolicy')} ${code}`}
                  style={{ width: 130 }}
                  value={zone?.sexPolicy ?? 'family'}
                  options={SEX_POLICIES.map((policy) => ({
                    value: policy,
                    label: t(`vocabulary.sexPolicies.${policy}`),
                  }))}
                  onChange={(sexPolicy) => change(code, { sexPolicy })}
                />
              </td>
              <td className="desk-number">{units}</td>
              <td className="desk-number">{beds}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
