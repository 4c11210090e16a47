import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Protocol } from '#shared/contract/protocol.ts';
import { useAct } from '../act.ts';
import { language } from '../i18n/index.ts';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from '../ui/keys.ts';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { FieldControl } from './field-control.tsx';
import { type FieldName, fieldOf, GROUPS, readField } from './protocol-fields.ts';
import { fieldWords, nameOf } from './protocol-words.ts';
import { type ProtocolEdit, useProtocolEdit } from './use-protocol-edit.ts';

interface Props {
  base: Protocol;
  /** Shows who would flip by what is in the form now, before it is saved. */
  onTry(body: Protocol): void;
  onSaved(version: number): void;
  onBack(): void;
}

/** An edited copy: saved as the next version, judging nobody before it is chosen. */
export function ProtocolEditor({ base, onTry, onSaved, onBack }: Props) {
  const { t } = useTranslation();
  const edit = useProtocolEdit(base);
  const save = useAct('protocols.save');
  const ready = edit.dirty && edit.wrong.length === 0;
  const go = async () => {
    if (!ready) return;
    const answer = await save.run(
      { protocol: { ...edit.body } },
      {
        quiet: true,
        says: (say, { version }) => say('protocols.saved', { name: nameOf(edit.body), version }),
      },
    );
    if (!answer.ok) return;
    edit.clear();
    onSaved(answer.value.version);
  };
  useKeys(t('protocols.title'), [
    { keys: 'Ctrl+S', does: t('protocols.save'), run: () => void go(), when: ready },
    { keys: 'Escape', does: t('protocols.back'), run: onBack },
  ]);
  return (
    <section className="desk-protocol" aria-label={t('protocols.edit')}>
      <div className="desk-protocol-head">
        <h3>{t('protocols.editing', { name: nameOf(base), version: base.version })}</h3>
        <Button onClick={onBack}>{t('protocols.back')}</Button>
      </div>
      <Names edit={edit} />
      {GROUPS.map((group) => {
        const names = edit.fields.filter((name) => fieldOf(name).group === group);
        if (names.length === 0) return null;
        return (
          <fieldset key={group} className="desk-rules">
            <legend>{t(`protocols.groups.${group}`)}</legend>
            {names.map((name) => (
              <Row key={name} name={name} base={base} edit={edit} />
            ))}
          </fieldset>
        );
      })}
      <div className="desk-save-bar" role="status">
        <RefusedNotice refused={save.refused} />
        <span>
          {edit.wrong.length > 0
            ? t('protocols.wrong', {
                what: edit.wrong
                  .map((name) => t(`protocols.fields.${name}`))
                  .join(language() === 'en' ? '; ' : '、'),
              })
            : t('protocols.changed', { count: edit.changed.length })}
        </span>
        <div className="desk-save-bar-acts">
          <Button disabled={!edit.dirty} onClick={edit.clear}>
            {t('protocols.discard')}
          </Button>
          <Button disabled={!edit.dirty || !edit.valid} onClick={() => onTry(edit.body)}>
            {t('protocols.try')}
          </Button>
          <Allowed to="protocols.save">
            <Button type="primary" disabled={!ready} loading={save.busy} onClick={() => void go()}>
              {t('protocols.save')} <kbd>Ctrl+S</kbd>
            </Button>
          </Allowed>
        </div>
      </div>
    </section>
  );
}

function Names({ edit }: { edit: ProtocolEdit }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="desk-rules">
      <legend>{t('protocols.groups.name')}</legend>
      {(['nameZh', 'nameEn'] as const).map((field) => (
        <div key={field} className="desk-rule">
          <label htmlFor={`${id}-${field}`}>{t(`protocols.fields.${field}`)}</label>
          <Input
            id={`${id}-${field}`}
            data-first={field === 'nameZh' || undefined}
            maxLength={300}
            value={field === 'nameZh' ? edit.names.zh : edit.names.en}
            onChange={(event) => edit.set({ [field]: event.target.value })}
          />
        </div>
      ))}
    </fieldset>
  );
}

function Row({ name, base, edit }: { name: FieldName; base: Protocol; edit: ProtocolEdit }) {
  const { t } = useTranslation();
  const id = useId();
  const wrong = edit.wrong.includes(name);
  const changed = edit.changed.includes(name);
  const { is } = fieldOf(name);
  return (
    <div className="desk-rule" data-changed={changed}>
      <div>
        <label htmlFor={id}>{t(`protocols.fields.${name}`)}</label>
        {changed && (
          <p className="desk-quiet">
            {t('protocols.was', { value: fieldWords(name, readField(base, name) ?? '', t) })}
          </p>
        )}
      </div>
      <div>
        <FieldControl
          id={id}
          name={name}
          text={edit.textOf(name)}
          wrong={wrong}
          onChange={(text) => edit.set({ [name]: text })}
        />
        <FieldError>
          {wrong &&
            (is.kind === 'number'
              ? t('protocols.outOfRange', { min: is.min, max: is.max })
              : t('protocols.notNumbers'))}
        </FieldError>
      </div>
    </div>
  );
}
