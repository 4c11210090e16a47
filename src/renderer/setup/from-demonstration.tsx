import { LanguageSwitch } from '../frame/language-switch.tsx';
import { go } from '../route.ts';
import { SetUp } from './set-up.tsx';
import './setup.css';

/** `#/setup`: from the demonstration, which stays as it is, to a hospital of one's own. */
export default function FromDemonstration() {
  return (
    <main className="desk-first">
      <div className="desk-first-top">
        <span className="desk-spread" />
        <LanguageSwitch />
      </div>
      <SetUp onBack={() => go('settings')} />
    </main>
  );
}
