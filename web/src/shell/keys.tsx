import { useNavigate } from '@tanstack/react-router';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { PLACES } from './places.ts';
import { moveAmongRows, openRow } from './rows.ts';

/** Both are fetched when first asked for. */
const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.tsx')).KeysHelp }));
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

const KEPT = 'entente.keys';
/** How long `g` waits for its letter, in milliseconds. */
const SEQUENCE_MS = 1500;

interface Keys {
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
  readonly helpOpen: boolean;
  readonly showHelp: (open: boolean) => void;
  readonly showPalette: (open: boolean) => void;
}

type Bindings = Readonly<Record<string, () => void>>;

/** The keys of rows, on every page that has none of its own for them. */
const ROW_KEYS: ReadonlyMap<string, () => void> = new Map([
  ['j', () => moveAmongRows(1)],
  ['k', () => moveAmongRows(-1)],
  ['o', openRow],
]);

/** What the pages that are shown bind themselves. */
const pageKeys = new Set<{ readonly current: Bindings }>();

const KeysContext = createContext<Keys | null>(null);

/** The keyboard: whether its single keys are on, and the list of them. */
export function useKeys(): Keys {
  const keys = useContext(KeysContext);
  if (keys === null) throw new Error('useKeys is for components inside <KeyboardKeys>');
  return keys;
}

/** Whether a key press belongs to a field, to a dialog or to the browser, and is not ours. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('[role="dialog"],[role="listbox"],[role="menu"]') !== null
  );
}

/**
 * The page's keys: `/`, `?`, `g` with a letter, Ctrl+K, and `j`, `k`, `o` through rows. They can be switched off (WCAG 2.1.4), and each has a
 * button in the header or the navigation, or is a link's own.
 */
export function KeyboardKeys({ children }: { readonly children: ReactNode }) {
  const navigate = useNavigate();
  const [on, setOn] = useState(() => localStorage.getItem(KEPT) !== 'off');
  const [helpOpen, showHelp] = useState(false);
  const [paletteOpen, showPalette] = useState(false);
  const waitingSince = useRef(0);

  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        showPalette(true);
      }
      if (isTyping(event)) return;
      const sequence = Date.now() - waitingSince.current < SEQUENCE_MS;
      waitingSince.current = 0;
      if (sequence) {
        const place = PLACES.find(({ key }) => key === event.key);
        if (place !== undefined) void navigate({ to: place.to });
      } else if (event.key === 'g') {
        waitingSince.current = Date.now();
      } else if (event.key === '?') {
        showHelp(true);
      } else if (event.key === '/') {
        event.preventDefault();
        document.getElementById('search')?.focus();
      } else if (![...pageKeys].some((own) => Object.hasOwn(own.current, event.key))) {
        ROW_KEYS.get(event.key)?.();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, navigate]);

  const keys = useMemo(
    () => ({
      on,
      turn: (next: boolean) => {
        localStorage.setItem(KEPT, next ? 'on' : 'off');
        setOn(next);
      },
      helpOpen,
      showHelp,
      showPalette,
    }),
    [on, helpOpen],
  );
  return (
    <KeysContext.Provider value={keys}>
      {children}
      <Suspense>
        {helpOpen && <KeysHelp />}
        {paletteOpen && <Palette close={() => showPalette(false)} />}
      </Suspense>
    </KeysContext.Provider>
  );
}

/**
 * Binds single keys of one page while it is shown: `{ j: next, k: previous }`. They rest while the reader types
 * and when keys are switched off; every one must also have a button.
 */
export function usePageKeys(bindings: Bindings): void {
  const { on } = useKeys();
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      const bound = latest.current[event.key];
      if (bound === undefined || isTyping(event)) return;
      event.preventDefault();
      bound();
    };
    pageKeys.add(latest);
    document.addEventListener('keydown', press);
    return () => {
      pageKeys.delete(latest);
      document.removeEventListener('keydown', press);
    };
  }, [on]);
}
