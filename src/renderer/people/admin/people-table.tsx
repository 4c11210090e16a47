import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/contract/people.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import { fill } from '#shared/messages/fill.ts';
import { ROLE_WORDS } from '#shared/messages/rights.ts';
import { useWard } from '../../client.ts';
import { language } from '../../i18n/index.ts';
import { useTimeOf } from '../../ui/hospital.tsx';
import { RefusedNotice } from '../../ui/notices.tsx';
import { useSession } from '../session.ts';
import { PersonDialog } from './person-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import './admin.css';

type Open = { what: 'person' | 'secret'; who: OperatorId } | null;

/** Everybody who works here: roles, zones, badge, and whether they can sign in. */
export function PeopleTable() {
  const { t } = useTranslation();
  const { data = [], refused } = useWard('people.list', {});
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const found = data.filter(({ name }) => name.includes(text.trim()));
  const chosen = data.find(({ operatorId }) => operatorId === open?.who);
  return (
    <section aria-label={t('people.admin.people')}>
      <RefusedNotice refused={refused} />
      {data.length > 12 && (
        <Input
          className="desk-people-find"
          aria-label={t('people.admin.find')}
          placeholder={t('people.admin.find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <p className="desk-quiet">{t('ui.people', { count: data.length })}</p>
      <table className="desk-people-table">
        <thead>
          <tr>
            {(['name', 'roles', 'zones', 'badge', 'secret', 'last'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`people.admin.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <PersonRow key={one.operatorId} person={one} onOpen={setOpen} />
          ))}
        </tbody>
      </table>
      {chosen && open?.what === 'person' && <PersonDialog person={chosen} onClose={() => setOpen(null)} />}
      {chosen && open?.what === 'secret' && <SecretDialog person={chosen} onClose={() => setOpen(null)} />}
    </section>
  );
}

function PersonRow({ person, onOpen }: { person: Person; onOpen(open: Open): void }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { person: self } = useSession();
  const { data: zones } = useWard('zones.list', {});
  const { operatorId, name, active, hasSecret } = person;
  const codes = (zones ?? []).filter(({ zoneId }) => person.zones.includes(zoneId)).map(({ code }) => code);
  const words = person.roles.map((role) => fill(ROLE_WORDS[role], language()));
  const standing = !hasSecret ? 'noSecret' : person.mustChange ? 'mustChange' : 'hasSecret';
  const isLocked = person.lockedUntil !== null && Date.parse(person.lockedUntil) > Date.now();
  return (
    <tr data-inactive={!active}>
      <th scope="row">
        <bdi>{name}</bdi> {!active && <span className="desk-quiet">{t('people.admin.inactive')}</span>}
      </th>
      <td>{words.join(' · ') || '–'}</td>
      <td>{codes.join(' ') || t('people.admin.allZones')}</td>
      <td>{person.badge ? t('people.admin.hasBadge') : '–'}</td>
      <td>{t(`people.admin.${isLocked ? 'lockedNow' : standing}`)}</td>
      <td>{person.lastSignIn ? timeOf(person.lastSignIn).slice(5) : t('people.admin.never')}</td>
      <td className="desk-people-acts">
        <Button
          aria-label={`${t('people.admin.edit')} ${name}`}
          onClick={() => onOpen({ what: 'person', who: operatorId })}
        >
          {t('people.admin.edit')}
        </Button>
        {active && operatorId !== self?.operatorId && (
          <Button
            aria-label={`${t(`people.admin.${hasSecret ? 'reset' : 'first'}`)} ${name}`}
            onClick={() => onOpen({ what: 'secret', who: operatorId })}
          >
            {t(`people.admin.${hasSecret ? 'reset' : 'first'}`)}
          </Button>
        )}
      </td>
    </tr>
  );
}
