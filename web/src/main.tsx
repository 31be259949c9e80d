import 'virtual:mantine-styles.css';
import './styles/fonts.css';
import './styles/print.css';
import './styles/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startLanguage } from './i18n/index.ts';
import { router } from './router.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
/** Not awaited at the top: the pages' own scripts import from this one, and would wait for it as it for them. */
async function start(page: HTMLElement): Promise<void> {
  await Promise.all([startLanguage(), router.load()]);
  createRoot(page).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start(root);
