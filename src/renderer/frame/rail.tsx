import { BulbOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { appearance } from '../desk/appearance.ts';
import { useHeld } from '../desk/kept.ts';
import { PAGES } from '../pages.ts';
import { go, hrefOf } from '../route.ts';
import { useKeys } from '../ui/keys.ts';

type Page = (typeof PAGES)[number];

const CTRL = 'Ctrl+';

/** The pages, each with its key; those of the team leads, with Ctrl, after those of the desks. */
export function Rail({ page }: { page: string }) {
  const { t } = useTranslation();
  const mode = useHeld(appearance);
  useKeys(
    t('ui.keys.everywhere'),
    PAGES.map(({ name, keys }) => ({
      keys,
      does: t('frame.keys.page', { page: t(`frame.pages.${name}`) }),
      run: () => go(name),
    })),
  );
  return (
    <nav className="desk-rail" aria-label={t('frame.railLabel')}>
      <RailLinks pages={PAGES.filter(({ keys }) => !keys.startsWith(CTRL))} page={page} />
      <span className="desk-rail-ctrl" aria-hidden>
        {CTRL}
      </span>
      <RailLinks pages={PAGES.filter(({ keys }) => keys.startsWith(CTRL))} page={page} />
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

function RailLinks({ pages, page }: { pages: readonly Page[]; page: string }) {
  const { t } = useTranslation();
  return pages.map(({ name, keys, icon: Icon }) => (
    <a key={name} href={hrefOf(name)} aria-current={page === name ? 'page' : undefined}>
      <span className="desk-rail-icon" aria-hidden>
        <Icon />
      </span>
      <span className="desk-rail-word">{t(`frame.pages.${name}`)}</span>
      <span className="desk-rail-key">
        {keys.startsWith(CTRL) && <span className="desk-rail-mod">{CTRL}</span>}
        {keys.replace(CTRL, '')}
      </span>
    </a>
  ));
}
