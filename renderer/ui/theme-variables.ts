import type { ConvertCSSVariablesInput, MantineTheme } from '@mantine/core'

const tinted = ['accent', 'blue', 'red', 'yellow', 'orange', 'green', 'teal', 'gray'] as const

/** Variables in place of Mantine's where theirs have too little contrast (AA asks for 4.5 to 1), and those of our own. */
export function themeVariables(theme: MantineTheme): ConvertCSSVariablesInput {
  return {
    variables: {},
    light: {
      ...tints(theme, { text: 8, lightText: 9 }),
      '--mantine-color-dimmed': '#566070',
      '--mantine-color-placeholder': '#667080',
      '--mantine-color-error': '#b92d1d',
      '--mantine-color-anchor': '#1c5fc0',
      '--mantine-color-default-border': '#d5dae1',
      '--surface': '#ffffff',
      '--surface-sunken': '#f7f8fa',
      '--surface-raised': '#ffffff',
      '--line': '#e4e7ec',
      '--line-strong': '#c2c8d2',
      '--ink': '#181b20',
      '--ink-soft': '#566070',
      '--accent': '#1c5fc0',
      '--accent-soft': '#e8f0fc',
      '--good': '#1b5c36',
      '--good-soft': '#e6f4eb',
      '--warn': '#734c00',
      '--warn-soft': '#fdf3dc',
      '--bad': '#a32417',
      '--bad-soft': '#fdecea',
      '--shadow': '0 1px 2px rgb(20 25 35 / 6%), 0 4px 14px rgb(20 25 35 / 6%)',
    },
    dark: {
      ...tints(theme, { text: 3, lightText: 2 }),
      '--mantine-color-dimmed': '#a8adb8',
      '--mantine-color-placeholder': '#9096a2',
      '--mantine-color-error': '#f0958a',
      '--mantine-color-anchor': '#84aeee',
      '--surface': '#18191d',
      '--surface-sunken': '#131417',
      '--surface-raised': '#1e2025',
      '--line': '#2c2f37',
      '--line-strong': '#454955',
      '--ink': '#e6e7ea',
      '--ink-soft': '#a8adb8',
      '--accent': '#84aeee',
      '--accent-soft': '#1c2a40',
      '--good': '#7cc595',
      '--good-soft': '#172a1f',
      '--warn': '#ecc155',
      '--warn-soft': '#2e2511',
      '--bad': '#f0958a',
      '--bad-soft': '#351a17',
      '--shadow': '0 1px 2px rgb(0 0 0 / 40%), 0 4px 14px rgb(0 0 0 / 30%)',
    },
  }
}

function tints(theme: MantineTheme, shade: { readonly text: number; readonly lightText: number }): Record<string, string> {
  return Object.fromEntries(
    tinted.flatMap((name) => [
      [`--mantine-color-${name}-text`, theme.colors[name]?.[shade.text] ?? ''],
      [`--mantine-color-${name}-light-color`, theme.colors[name]?.[shade.lightText] ?? ''],
      [`--mantine-color-${name}-outline`, theme.colors[name]?.[shade.text] ?? ''],
    ]),
  )
}
