// One calm theme for every cooperative: its colour is the only thing that changes.
import { createTheme, type CSSVariablesResolver, type MantineThemeOverride } from '@mantine/core';
import { shadesOf } from './shades.js';

const FONT = "'Plus Jakarta Sans Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

export function themeFor(colour: string): MantineThemeOverride {
  return createTheme({
    colors: {
      brand: shadesOf(colour),
      // Mantine's own red is too light for words on white.
      red: shadesOf('#b3261e'),
      // Neutral, and a little warmer than the default: cards float on it instead of being boxed by it.
      dark: [
        '#e7eae9',
        '#c3c9c8',
        '#98a19f',
        '#78827f',
        '#454d4b',
        '#343b39',
        '#272d2b',
        '#1b201f',
        '#141817',
        '#0d100f',
      ],
    },
    primaryColor: 'brand',
    primaryShade: { light: 6, dark: 6 },
    black: '#17201e',
    fontFamily: FONT,
    defaultRadius: 'md',
    radius: { xs: '6px', sm: '8px', md: '12px', lg: '18px', xl: '28px' },
    headings: {
      fontFamily: FONT,
      fontWeight: '700',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: '1.75rem', lineHeight: '1.2' },
        h2: { fontSize: '1.25rem', lineHeight: '1.3' },
        h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
      },
    },
    cursorType: 'pointer',
    // Targets of 44 px: thumbs, and WCAG 2.2.
    components: {
      Button: { defaultProps: { size: 'md', radius: 'md' } },
      ActionIcon: { defaultProps: { size: 44, variant: 'subtle', radius: 'md' } },
      TextInput: { defaultProps: { size: 'md' } },
      PasswordInput: { defaultProps: { size: 'md' } },
      Textarea: { defaultProps: { size: 'md' } },
      NumberInput: { defaultProps: { size: 'md' } },
      Select: { defaultProps: { size: 'md', withCheckIcon: true, allowDeselect: false } },
      NativeSelect: { defaultProps: { size: 'md' } },
      MultiSelect: { defaultProps: { size: 'md' } },
      PinInput: { defaultProps: { size: 'lg' } },
      Modal: {
        defaultProps: { radius: 'lg', centered: true, padding: 'lg' },
        styles: { title: { fontSize: '1.125rem', fontWeight: 700 } },
      },
      Card: { defaultProps: { radius: 'lg', padding: 'lg' } },
      Badge: { defaultProps: { variant: 'light', size: 'md', tt: 'none', fw: 600 } },
      Alert: { defaultProps: { radius: 'md', variant: 'light' } },
    },
  });
}

/** Colours that Mantine has no name for, with enough contrast in both schemes. */
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f7f8f7',
    '--mantine-color-dimmed': '#5a6663',
    '--mantine-color-placeholder': '#5f6b68',
    '--sinau-card': '#ffffff',
    '--sinau-line': '#e4e8e6',
    '--sinau-soft': '#eef2f1',
    '--sinau-muted': '#46524f',
    '--sinau-good': '#14532d',
    '--sinau-good-soft': '#dcf5e3',
    '--sinau-wait': '#5b4300',
    '--sinau-wait-soft': '#fff0c7',
    '--sinau-bad': '#a3180f',
    '--sinau-bad-soft': '#fdecea',
    '--sinau-brand-text': theme.colors.brand?.[7] ?? '#0f766e',
    '--sinau-brand-soft': theme.colors.brand?.[0] ?? '#eef7f6',
  },
  dark: {
    '--mantine-color-body': '#121514',
    '--mantine-color-dimmed': '#a2acaa',
    '--mantine-color-placeholder': '#98a3a0',
    '--sinau-card': '#1b201f',
    '--sinau-line': '#2c3331',
    '--sinau-soft': '#262d2b',
    '--sinau-muted': '#bac4c1',
    '--sinau-good': '#a7f0bd',
    '--sinau-good-soft': '#163523',
    '--sinau-wait': '#ffe29a',
    '--sinau-wait-soft': '#3a2f10',
    '--sinau-bad': '#ffaaa2',
    '--sinau-bad-soft': '#43201d',
    '--sinau-brand-text': theme.colors.brand?.[3] ?? '#7fc9c2',
    '--sinau-brand-soft': '#1f2a28',
  },
});
