import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The product's blue-green, from lightest to darkest; white text on the sixth and darker passes WCAG AA. */
const sea: MantineColorsTuple = [
  '#eaf4f7',
  '#d5e6ec',
  '#a9ccd8',
  '#7ab0c3',
  '#5398b1',
  '#3b88a5',
  '#2a6f8a',
  '#1f5a71',
  '#1a4a5e',
  '#123746',
];

/** Mantine's theme: system fonts, with the Nastaliq and Arabic faces named first by `lang` in `styles/fonts.css`. */
export const theme = createTheme({
  colors: { sea },
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'sm',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Noto Sans Arabic Variable", "Noto Sans Arabic", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '650' },
});
