import { BulbOutlined } from '@ant-design/icons';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { appearance } from '../desk/appearance.ts';
import { useHeld } from '../desk/kept.ts';
import { PAGES } from '../pages.ts';
import { leadsFirst, missingForPage } from '../people/page-rights.ts';
import { useSession } from '../people/session.ts';
import { go, hrefOf } from '../route.ts';
import { useKeys } from '../ui/keys.ts';

type Page = (typeof PAGES)[number];

/** Held with the keys of a group: the desks' pages have none, the team leads' have Shift. */
const HELD = ['', 'Shift+', 'Ctrl+'] as const;
const LEADS_FIRST = ['Shift+', '', 'Ctrl+'] as const;

const heldWith = ({ keys }: Page): string => keys.slice(0, keys.lastIndexOf('+') + 1);

/** The pages, each with its key: the desks' own, then those of the team leads; for leads the other way round. */
export function Rail({ page }: { page: string }) {
  const { t } = useTranslation();
  const mode = useHeld(appearance);
  const now = useSession();
  const open = PAGES.filter(({ name }) => missingForPage(name, now) === null);
  const groups = (leadsFirst(now.person) ? LEADS_FIRST : HELD).filter((held) =>
    open.some((one) => heldWith(one) === held),
  );
  useKeys(
    t('ui.keys.everywhere'),
    open.map(({ name, keys }) => ({
      keys,
      does: t('frame.keys.page', { page: t(`frame.pages.${name}`) }),
      run: () => go(name),
    })),
  );
  return (
    <nav className="desk-rail" aria-label={t('frame.railLabel')}>
      {groups.map((held, index) => (
        <Fragment key={held}>
          {held ? (
            <span className="desk-rail-held" aria-hidden>
              {held}
            </span>
          ) : (
            index > 0 && <hr className="desk-rail-line" />
          )}
          {open
            .filter((one) => heldWith(one) === held)
            .map((one) => (
              <RailLink key={one.name} {...one} held={held} here={page === one.name} />
            ))}
        </Fragment>
      ))}
      <span className="desk-spread" />
      <button
        type="button"
        className="desk-rail-small"
        title={t(mode === 'dark' ? 'frame.appearance.toLight' : 'frame.appearance.toDark')}
        aria-label={t(mode === 'dark' ? 'frame.appearance.toLight' : 'frame.appearance.toDark')}
        onClick={() => appearance.set(mode === 'dark' ? 'light' : 'dark')}
      >
        <BulbOutlined aria-hidden />
      </button>
    </nav>
  );
}

function RailLink({ name, keys, icon: Icon, held, here }: Page & { held: string; here: boolean }) {
  const { t } = useTranslation();
  return (
    <a href={hrefOf(name)} aria-current={here ? 'page' : undefined}>
      <span className="desk-rail-icon" aria-hidden>
        <Icon />
      </span>
      <span className="desk-rail-word">{t(`frame.pages.${name}`)}</span>
      <span className="desk-rail-key">
        <span className="desk-rail-mod">{held}</span>
        {keys.slice(held.length)}
      </span>
    </a>
  );
}
