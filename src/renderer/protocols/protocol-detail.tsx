import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Protocol } from '#shared/contract/protocol.ts';
import { Allowed } from '../people/allowed.tsx';
import { FIELD_NAMES, fieldOf, GROUPS } from './protocol-fields.ts';
import { nameOf, sourceOf, valueWords } from './protocol-words.ts';

interface Props {
  protocol: Protocol;
  inForce: Protocol;
  onPreview(): void;
  onEdit(): void;
}

/** What a protocol asks for, field by field; what differs from the one in force is marked and shows both. */
export function ProtocolDetail({ protocol, inForce, onPreview, onEdit }: Props) {
  const { t } = useTranslation();
  const isInForce = protocol.key === inForce.key && protocol.version === inForce.version;
  const differs = FIELD_NAMES.filter(
    (name) => valueWords(protocol, name, t) !== valueWords(inForce, name, t),
  ).length;
  return (
    <section className="desk-protocol" aria-label={nameOf(protocol)}>
      <div className="desk-protocol-head">
        <div>
          <h3>
            {nameOf(protocol)} {t('protocols.version', { version: protocol.version })}
          </h3>
          <p className="desk-quiet">{sourceOf(protocol)}</p>
        </div>
        <div className="desk-protocol-acts">
          <Allowed to="protocols.save">
            <Button onClick={onEdit}>{t('protocols.edit')}</Button>
          </Allowed>
          {!isInForce && (
            <Button type="primary" onClick={onPreview}>
              {t('protocols.preview')}
            </Button>
          )}
        </div>
      </div>
      {!isInForce && <p>{t('protocols.differs', { count: differs })}</p>}
      {protocol.release.tests === null && <p>{t('protocols.noTests')}</p>}
      {GROUPS.filter((group) => group !== 'tests' || protocol.release.tests !== null).map((group) => (
        <div key={group} className="desk-protocol-group">
          <h4>{t(`protocols.groups.${group}`)}</h4>
          <dl>
            {FIELD_NAMES.filter((name) => fieldOf(name).group === group).map((name) => {
              const [here, there] = [valueWords(protocol, name, t), valueWords(inForce, name, t)];
              return (
                <div key={name} className="desk-protocol-term" data-differs={here !== there}>
                  <dt>{t(`protocols.fields.${name}`)}</dt>
                  <dd>
                    {here}
                    {here !== there && (
                      <span className="desk-quiet"> {t('protocols.inForceSays', { value: there })}</span>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </div>
      ))}
    </section>
  );
}
