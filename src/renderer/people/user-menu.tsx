import {
  AlertOutlined,
  KeyOutlined,
  LockOutlined,
  LogoutOutlined,
  SwapOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fill } from '#shared/messages/fill.ts';
import { ROLE_WORDS } from '#shared/messages/rights.ts';
import { lastNote } from '../desk/last-act.ts';
import { language } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useKeys } from '../ui/keys.ts';
import { ChangeSecret } from './change-secret.tsx';
import { askBreakGlass, endBreakGlass } from './glass.ts';
import { lockDesk, signOut } from './lock.ts';
import { type SignedIn, useSession } from './session.ts';

/** What can be read in the menu and not be pressed. */
const Said = ({ children }: { children: string }) => <span className="desk-quiet">{children}</span>;

/** Who is signed in, in the top bar: lock, switch, the own secret, break-glass, sign out. */
export function UserMenu({ person }: { person: SignedIn }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  // A secret half typed does not wait behind the lock.
  const { inside } = useSession();
  const changing = asked && inside;
  useEffect(() => setAsked(changing), [changing]);
  const lock = () => void lockDesk({ another: false });
  const another = () => void lockDesk({ another: true });
  // In dialogs too: whoever is called away locks what is half typed.
  useKeys(
    t('ui.keys.everywhere'),
    [
      { keys: 'Ctrl+L', does: t('people.keys.lock'), run: lock },
      { keys: 'Ctrl+Shift+O', does: t('people.keys.switch'), run: another },
    ],
    true,
  );
  const roles = person.roles.map((role) => fill(ROLE_WORDS[role], language())).join(' · ');
  const glass = person.breakGlass !== null;
  const items = [
    { key: 'roles', disabled: true, label: <Said>{roles || t('people.menu.noRole')}</Said> },
    ...(person.zones
      ? [
          {
            key: 'zones',
            disabled: true,
            label: <Said>{t('people.menu.zones', { count: person.zones.length })}</Said>,
          },
        ]
      : []),
    { type: 'divider' as const },
    { key: 'lock', icon: <LockOutlined />, label: t('people.menu.lock'), extra: 'Ctrl+L', onClick: lock },
    {
      ...{ key: 'switch', icon: <SwapOutlined />, label: t('people.menu.switch') },
      ...{ extra: 'Ctrl+Shift+O', onClick: another },
    },
    {
      ...{ key: 'change', icon: <KeyOutlined />, label: t('people.menu.change') },
      onClick: () => setAsked(true),
    },
    {
      ...{ key: 'glass', icon: <AlertOutlined />, label: t(`people.menu.${glass ? 'endGlass' : 'glass'}`) },
      onClick: () => (glass ? void endBreakGlass() : askBreakGlass()),
    },
    { type: 'divider' as const },
    {
      ...{ key: 'out', icon: <LogoutOutlined />, label: t('people.menu.out') },
      onClick: () => void signOut(),
    },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
        <Button
          className="desk-operator"
          icon={<UserOutlined />}
          title={t('people.menu.label', { name: person.name })}
          aria-label={t('people.menu.label', { name: person.name })}
          aria-haspopup="menu"
        >
          <span className="desk-operator-name">{person.name}</span>
        </Button>
      </Dropdown>
      <Dialog open={changing} title={t('people.change.title')} onClose={() => setAsked(false)}>
        <ChangeSecret
          who={person.operatorId}
          present={null}
          onDone={() => {
            setAsked(false);
            lastNote.set((say) => say('people.change.done'));
          }}
        />
      </Dialog>
    </>
  );
}
