import { Button, Checkbox, Input } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/contract/people.ts';
import { fill } from '#shared/messages/fill.ts';
import { ROLE_WORDS } from '#shared/messages/rights.ts';
import { BADGE_SIGNS, PERSON_NAME_LETTERS } from '#shared/rules/people-limits.ts';
import { ROLES } from '#shared/rules/rights.ts';
import { type ActInput, useAct } from '../../act.ts';
import { useWard } from '../../client.ts';
import { language } from '../../i18n/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusedNotice } from '../../ui/notices.tsx';
import { useScanner } from '../use-scanner.ts';

type Change = Omit<ActInput<'people.setPerson'>, 'person'>;

/** Only what differs is sent, so that another administrator's change to the rest is not undone by this one. */
function changeOf(before: Person, after: Person): Change {
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  return {
    ...(after.name !== before.name ? { name: after.name } : {}),
    ...(after.active !== before.active ? { active: after.active } : {}),
    ...(same(before.roles, after.roles) ? {} : { roles: after.roles }),
    ...(same(before.zones, after.zones) ? {} : { zones: after.zones }),
    ...(after.badge !== before.badge ? { badge: after.badge } : {}),
  };
}

/** Name, roles, zones and badge of one person, and whether they work here. */
export function PersonDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const set = useAct('people.setPerson');
  const { data: zones } = useWard('zones.list', {});
  const scanner = useScanner();
  const [now, setNow] = useState(person);
  const [badge, setBadge] = useState(person.badge ?? '');
  /** A badge may be held before the reader wherever the keyboard stands, mostly in the name: it is the badge all the same. */
  const takeBadge = (event: KeyboardEvent) => {
    const scan = scanner.takeScan();
    if (scan === null) return;
    event.preventDefault();
    setBadge(scan);
    setNow((was) => ({ ...was, name: was.name.replace(scan, '') }));
  };
  const save = async () => {
    const after = { ...now, name: now.name.trim(), badge: badge.trim() || null };
    const change = changeOf(person, after);
    if (after.name === '') return;
    if (Object.keys(change).length === 0) return onClose();
    const answer = await set.run(
      { person: person.operatorId, ...change },
      { quiet: true, says: (say) => say('people.admin.saved', { name: after.name }) },
    );
    if (answer.ok) onClose();
  };
  return (
    <Dialog open title={person.name} width={640} onClose={onClose}>
      <form
        className="desk-person"
        noValidate
        onKeyDown={(event) => event.key === 'Enter' && takeBadge(event)}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label htmlFor={`${id}-name`}>{t('people.admin.name')}</label>
        <Input
          id={`${id}-name`}
          maxLength={PERSON_NAME_LETTERS}
          value={now.name}
          onChange={(event) => setNow({ ...now, name: event.target.value })}
        />
        <span id={`${id}-roles`}>{t('people.admin.roles')}</span>
        <Checkbox.Group
          aria-labelledby={`${id}-roles`}
          value={now.roles}
          options={ROLES.map((role) => ({ value: role, label: fill(ROLE_WORDS[role], language()) }))}
          onChange={(roles) => setNow({ ...now, roles: ROLES.filter((one) => roles.includes(one)) })}
        />
        <span id={`${id}-zones`}>{t('people.admin.zones')}</span>
        <div>
          <Checkbox.Group
            aria-labelledby={`${id}-zones`}
            value={now.zones}
            options={(zones ?? []).map(({ zoneId, code }) => ({ value: zoneId, label: code }))}
            onChange={(chosen) =>
              setNow({
                ...now,
                zones: (zones ?? []).map(({ zoneId }) => zoneId).filter((one) => chosen.includes(one)),
              })
            }
          />
          <p className="desk-quiet">{t('people.admin.zonesHint')}</p>
        </div>
        <label htmlFor={`${id}-badge`}>{t('people.admin.badge')}</label>
        <Input
          id={`${id}-badge`}
          maxLength={BADGE_SIGNS}
          autoComplete="off"
          placeholder={t('people.admin.badgeHint')}
          value={badge}
          onChange={(event) => setBadge(event.target.value)}
          // A scanner ends with Enter: that is the end of the badge, not of the form.
          onPressEnter={(event) => event.preventDefault()}
        />
        <span />
        <Checkbox checked={now.active} onChange={(event) => setNow({ ...now, active: event.target.checked })}>
          {t('people.admin.active')}
        </Checkbox>
        <div className="desk-person-wide">
          <RefusedNotice refused={set.refused} />
          <div className="desk-dialog-acts">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={set.busy}>
              {t('people.admin.save')}
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}
