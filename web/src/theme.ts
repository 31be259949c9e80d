import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The product's blue-green, from lightest to darkest. */
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

/** Mantine's theme: system fonts; those of other scripts are named by language in `styles/fonts.css`. */
export const theme = createTheme({
  colors: { sea },
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Noto Sans Arabic", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '650' },
  components: { Anchor: { defaultProps: { underline: 'not-hover' } } },
});

/** Quiet text, links, placeholders and the words on light badges, each at least 4.5 to 1 against the page (WCAG 2.2, 1.4.3). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#575e66',
    '--mantine-color-placeholder': '#6b727a',
    '--mantine-color-anchor': sea[7],
    '--mantine-color-error': '#b42318',
    '--mantine-color-red-light-color': '#9a1b1b',
    '--mantine-color-orange-light-color': '#853a00',
    '--mantine-color-yellow-light-color': '#664a00',
    '--mantine-color-green-light-color': '#1b5e2c',
    '--mantine-color-blue-light-color': '#16568f',
    '--mantine-color-gray-light-color': '#444b52',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b0b8',
    '--mantine-color-placeholder': '#9097a0',
    '--mantine-color-anchor': sea[2],
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-red-light-color': '#ffc0bb',
    '--mantine-color-orange-light-color': '#ffd0a8',
    '--mantine-color-yellow-light-color': '#ffe08a',
    '--mantine-color-green-light-color': '#b2e6bf',
    '--mantine-color-blue-light-color': '#b8dcff',
    '--mantine-color-gray-light-color': '#ced4da',
  },
});
