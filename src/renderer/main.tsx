import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { startLanguage } from './i18n/index.ts';
import { startKeys } from './ui/keys.ts';
import { signStyles } from './ui/style-nonce.ts';
import './ui/base.css';

// Zod tries to write faster parsers with eval, which the page's policy forbids and reports.
z.config({ jitless: true });

signStyles();
startLanguage();
startKeys();

const place = document.getElementById('desk');
if (!place) throw new Error('index.html has no place for the desk');
createRoot(place).render(<App />);
