import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PERSON_NAME_LETTERS } from '#shared/rules/people-limits.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { useHeld } from '../desk/kept.ts';
import { operator } from '../desk/operator.ts';
import { DeskSettings } from '../people/admin/desk-settings.tsx';
import { GlassList } from '../people/admin/glass-list.tsx';
import { PeopleTable } from '../people/admin/people-table.tsx';
import { RoleMatrix } from '../people/admin/role-matrix.tsx';
import { Allowed } from '../people/allowed.tsx';
import { OnlyWith } from '../people/only-with.tsx';
import { hasRight, useSession } from '../people/session.ts';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';

/** Who works here and may do what; in a ward where nobody signs in, who can be picked as the operator of a desk. */
export function PeopleSection() {
  const { t } = useTranslation();
  const now = useSession();
  if (!now.required) return <Pickable />;
  return (
    <div className="desk-people-parts">
      {hasRight(now, 'people.oversee') && <GlassList />}
      <OnlyWith to="people.list">
        <section>
          <AddPerson />
          <PeopleTable />
        </section>
      </OnlyWith>
      {hasRight(now, 'settings.change') && <DeskSettings />}
      {hasRight(now, 'people.manage') && <RoleMatrix />}
      <p className="desk-quiet">{t('people.admin.ownOnly')}</p>
    </div>
  );
}

function Pickable() {
  const { t } = useTranslation();
  const { data = [], refused } = useWard('ward.operators', {});
  const picked = useHeld(operator);
  const people = data.filter(({ kind }) => kind === 'person');
  return (
    <>
      <AddPerson />
      <p className="desk-quiet">{t('people.admin.openWard')}</p>
      <RefusedNotice refused={refused} />
      <p className="desk-quiet">{t('ui.people', { count: people.length })}</p>
      <ul className="desk-people">
        {people.map(({ id, name, active }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            {picked?.id === id && <span className="desk-quiet">{t('settings.people.here')}</span>}
            {!active && <span className="desk-quiet">{t('settings.people.inactive')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function AddPerson() {
  const { t } = useTranslation();
  const id = useId();
  const say = useRefusedSentence();
  const add = useAct('ward.addOperator');
  const { required } = useSession();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  const go = async () => {
    setTried(true);
    if (missing) return;
    const answer = await add.run(
      { name: name.trim() },
      { quiet: true, says: (t2) => t2('settings.people.added', { name: name.trim() }) },
    );
    if (!answer.ok) return;
    setName('');
    setTried(false);
    document.getElementById(id)?.focus();
  };
  const error = tried && missing ? t('settings.people.nameMissing') : add.refused && say(add.refused);
  return (
    <form
      className="desk-add-person"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <label htmlFor={id}>{t('settings.people.name')}</label>
      <div className="desk-add-person-row">
        <Input
          id={id}
          style={{ width: 280 }}
          maxLength={PERSON_NAME_LETTERS}
          value={name}
          status={error ? 'error' : ''}
          aria-invalid={Boolean(error)}
          aria-describedby={`${id}-error`}
          onChange={(event) => {
            add.clear();
            setName(event.target.value);
          }}
        />
        <Allowed to="ward.addOperator">
          <Button type="primary" htmlType="submit" loading={add.busy}>
            {t('settings.people.add')}
          </Button>
        </Allowed>
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {!required && <p className="desk-quiet">{t('settings.people.hint')}</p>}
    </form>
  );
}
