import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import { useDraft } from '../desk/draft.ts';
import { language } from '../i18n/index.ts';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from '../ui/keys.ts';
import { type Correction, CorrectionForm } from './correction-form.tsx';
import { detailText, FIELD_GROUPS } from './field-text.ts';

const NONE: Correction & { open: boolean } = { open: false, version: 0, change: {}, reason: '' };

/** What is known about a person, to be read or corrected. An unfinished correction is still there after a restart. */
export function Details({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const [draft, change, clear] = useDraft(`correct-${stay.stayId}`, NONE);
  const edit = () => change({ open: true, version: stay.version });
  useKeys(t('patient.title'), [{ keys: 'E', does: t('patient.keys.edit'), run: edit, when: !draft.open }]);
  return (
    <section className="desk-card" aria-label={t('patient.details.title')}>
      <div className="desk-card-head">
        <h2>{t('patient.details.title')}</h2>
        <span className="desk-spread" />
        {!draft.open && (
          <Allowed to="stays.correct">
            <Button icon={<EditOutlined />} onClick={edit}>
              {t('patient.details.edit')} <kbd>E</kbd>
            </Button>
          </Allowed>
        )}
      </div>
      {draft.open ? (
        <CorrectionForm stay={stay} correction={draft} onChange={change} onDone={clear} />
      ) : (
        <Reading stay={stay} />
      )}
    </section>
  );
}

function Reading({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  return (
    <div className="desk-details">
      {FIELD_GROUPS.map(({ name, fields }) => (
        <div key={name} className="desk-details-group">
          <h3 className="desk-quiet">{t(`patient.details.${name}`)}</h3>
          <dl>
            {fields
              .filter((field) => field !== 'provisional' || stay.provisional)
              .map((field) => (
                <div key={field} className="desk-detail">
                  <dt>{t(`fields.${field}`)}</dt>
                  <dd>
                    {detailText(stay, field, language()) || (
                      <span className="desk-quiet">{t('patient.details.missing')}</span>
                    )}
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
