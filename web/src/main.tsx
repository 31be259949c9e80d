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
await Promise.all([startLanguage(), router.load()]);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
