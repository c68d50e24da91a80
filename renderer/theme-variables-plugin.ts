import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core'
import type { Plugin } from 'vite'
import { themeVariables } from './ui/theme-variables.ts'
import { theme } from './ui/theme.ts'

const moduleId = 'virtual:theme-variables.css'

/**
 * Writes the theme's CSS variables into a style sheet while building: Mantine would otherwise put them
 * into a `<style>` element, which the page's content security policy refuses.
 */
export function themeVariablesPlugin(): Plugin {
  return {
    name: 'theme-variables',
    resolveId: (id) => (id === moduleId ? `\0${moduleId}` : null),
    load: (id) => (id === `\0${moduleId}` ? themeVariablesText() : null),
  }
}

function themeVariablesText(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const base = defaultCssVariablesResolver(merged)
  const own = themeVariables(merged)
  const light = { ...base.light, ...own.light }
  const inWindow = convertCssVariables({ variables: { ...base.variables, ...own.variables }, light, dark: { ...base.dark, ...own.dark } }, ':root')
  // Paper is white, whatever the window is.
  const onPaper = Object.entries(light).map(([name, value]) => `${name}:${value};`)
  return `${inWindow}\n@media print{:root[data-mantine-color-scheme='dark']{${onPaper.join('')}}}`
}
