import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { lastNote } from '../desk/last-act.ts';
import { PAGES } from '../pages.ts';
import { ColleagueDialog } from '../people/colleague-dialog.tsx';
import { GlassBand } from '../people/glass-band.tsx';
import { GlassDialog } from '../people/glass-dialog.tsx';
import { firstPage, missingForPage } from '../people/page-rights.ts';
import { useSession } from '../people/session.ts';
import { Watermark } from '../people/watermark.tsx';
import { hrefOf, useRoute } from '../route.ts';
import { KeyHints } from '../ui/key-hints.tsx';
import { NoPage } from './no-page.tsx';
import { OperatorPicker } from './operator-picker.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { Rail } from './rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import './frame.css';

/** The one frame around every page. */
export function Frame() {
  const { t } = useTranslation();
  const route = useRoute();
  const page = PAGES.find(({ name }) => name === route.page);
  const now = useSession();
  const missing = page ? missingForPage(page.name, now) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a note is about the page where it was made
  useEffect(() => lastNote.set(null), [page]);
  useEffect(() => {
    if (!page) location.replace(hrefOf(firstPage(now)));
  }, [page, now]);
  const screen = (
    <PageBoundary key={page?.name}>
      <Suspense fallback={<p className="desk-loading">{t('ui.loading')}</p>}>
        {page && (missing ? <NoPage page={page.name} right={missing} /> : <page.screen />)}
      </Suspense>
    </PageBoundary>
  );
  // A wall shows one page and nothing else: no names in a search box, no keys that lead to patients.
  if (page?.name === 'overview' && route.query.get('wall') === '1')
    return <main aria-label={t('frame.pages.overview')}>{screen}</main>;
  return (
    <div className="desk-frame">
      <button type="button" className="desk-skip" onClick={() => document.getElementById('page')?.focus()}>
        {t('frame.skip')}
      </button>
      <TopBar />
      {now.person?.breakGlass && <GlassBand glass={now.person.breakGlass} />}
      <Rail page={page?.name ?? ''} />
      <main id="page" className="desk-main" tabIndex={-1} aria-label={page && t(`frame.pages.${page.name}`)}>
        {screen}
      </main>
      <StatusBar />
      <KeyHints />
      <OperatorPicker />
      <UndoDialog />
      <ColleagueDialog />
      <GlassDialog />
      <Watermark />
    </div>
  );
}
