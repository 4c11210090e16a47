import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fill } from '#shared/messages/fill.ts';
import { RIGHT_WORDS, ROLE_WORDS } from '#shared/messages/rights.ts';
import { RIGHTS, type Right, type Role } from '#shared/rules/rights.ts';
import { useAct } from '../../act.ts';
import { useWard } from '../../client.ts';
import { language } from '../../i18n/index.ts';
import { RefusedNotice } from '../../ui/notices.tsx';
import './admin.css';

type Draft = Partial<Record<Role, readonly Right[]>>;

const same = (a: readonly Right[], b: readonly Right[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** What each role may do in this hospital; nothing counts before it is saved. */
export function RoleMatrix() {
  const { t } = useTranslation();
  const { data = [], refused } = useWard('people.roles', {});
  const set = useAct('people.setRole');
  const [draft, setDraft] = useState<Draft>({});
  const changed = data.filter(({ role, rights }) => !same(draft[role] ?? rights, rights));
  const save = async () => {
    for (const { role } of changed) {
      const rights = draft[role];
      if (!rights) continue;
      const answer = await set.run(
        { role, rights: [...rights] },
        { quiet: true, says: (say) => say('people.admin.savedRoles') },
      );
      if (!answer.ok) return;
      setDraft((was) => Object.fromEntries(Object.entries(was).filter(([one]) => one !== role)));
    }
  };
  const word = (role: Role) => fill(ROLE_WORDS[role], language());
  return (
    // Shut at first: Tab would else go through two hundred boxes.
    <details className="desk-matrix-part">
      <summary>{t('people.admin.matrix')}</summary>
      <p className="desk-quiet">{t('people.admin.matrixHint')}</p>
      <RefusedNotice refused={refused} />
      <div className="desk-matrix">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('people.admin.right')}</th>
              {data.map(({ role }) => (
                <th key={role} scope="col">
                  {word(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {RIGHTS.map((right) => (
              <tr key={right}>
                <th scope="row">{fill(RIGHT_WORDS[right], language())}</th>
                {data.map(({ role, rights, shipped }) => {
                  const mine = draft[role] ?? rights;
                  const has = mine.includes(right);
                  const others = mine.filter((one) => one !== right);
                  return (
                    <td key={role}>
                      <Checkbox
                        checked={has}
                        aria-label={t('people.admin.cell', {
                          role: word(role),
                          right: fill(RIGHT_WORDS[right], language()),
                        })}
                        onChange={() => setDraft({ ...draft, [role]: has ? others : [...mine, right] })}
                      />
                      <span aria-hidden>{has === shipped.includes(right) ? '' : '*'}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              {data.map(({ role, rights, shipped }) => (
                <td key={role}>
                  <Button
                    size="small"
                    aria-label={t('people.admin.shippedNamed', { role: word(role) })}
                    disabled={same(draft[role] ?? rights, shipped)}
                    onClick={() => setDraft({ ...draft, [role]: shipped })}
                  >
                    {t('people.admin.shipped')}
                  </Button>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <RefusedNotice refused={set.refused} />
      <Button type="primary" disabled={changed.length === 0} loading={set.busy} onClick={() => void save()}>
        {t('people.admin.saveRoles')}
      </Button>
    </details>
  );
}
