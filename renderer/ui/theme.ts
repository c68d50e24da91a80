import { createTheme, type MantineColorsTuple } from '@mantine/core'

const accent: MantineColorsTuple = ['#eef4fd', '#d9e6fa', '#b0cbf4', '#84aeee', '#6ea2f0', '#4585e5', '#2f74d0', '#1c5fc0', '#154fa5', '#0c3d84']
const gray: MantineColorsTuple = ['#f7f8fa', '#f0f2f5', '#e4e7ec', '#d5dae1', '#c2c8d2', '#8b94a2', '#667080', '#525c6a', '#39414d', '#20262e']
const dark: MantineColorsTuple = ['#e6e7ea', '#c9ccd2', '#a8adb8', '#9096a2', '#3a3d46', '#2c2f37', '#212329', '#18191d', '#121316', '#0c0d0f']
const red: MantineColorsTuple = ['#fdf0ee', '#fbdcd8', '#f5b7af', '#f0958a', '#ec7a6c', '#e05a4a', '#cf3d2c', '#b92d1d', '#a32417', '#8a1c11']
const yellow: MantineColorsTuple = ['#fdf6e3', '#faeac2', '#f3d68a', '#ecc155', '#e3ad2e', '#c9901a', '#a87408', '#8a5c00', '#734c00', '#5f3f00']
const green: MantineColorsTuple = ['#edf7f0', '#d3ecdb', '#a6d8b6', '#7cc595', '#5fb680', '#469f69', '#338653', '#246e42', '#1b5c36', '#134a2a']

const floating = { withinPortal: true, portalProps: { target: '#floating' }, floatingStrategy: 'fixed' } as const

/** The look of every screen: one accent, neutral surfaces, tabular figures. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, blue: accent, gray, dark, red, yellow, orange: yellow, green, teal: green },
  black: '#181b20',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  headings: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Inside the screen's landmark; see ScreenArea.
    Popover: { defaultProps: floating },
    Combobox: { defaultProps: floating },
    // The list itself scrolls: assistive programs know it by its role, which a scrolling box around it has not.
    Select: { defaultProps: { size: 'sm', comboboxProps: floating, withScrollArea: false }, styles: { options: { maxHeight: 260, overflowY: 'auto' } } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    // Locking the page's scroll would put a <style> element into it, which its policy refuses.
    Modal: { defaultProps: { lockScroll: false, centered: true, closeButtonProps: { 'aria-label': 'Close' }, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { lockScroll: false, position: 'right', closeButtonProps: { 'aria-label': 'Close' }, transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, fz: 'xs', ...floating, events: { hover: true, focus: true, touch: false } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false, ...floating } },
  },
})
