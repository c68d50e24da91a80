/** Keys that are not commands: those of tables, charts and the timeline, where the focus decides. */
export type KeyGroup = { readonly title: string; readonly keys: readonly (readonly [strokes: readonly string[], what: string])[] }

/** The keys of everything that takes keys of its own, in the form of `shortcutText`. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'Parts grid',
    keys: [
      [['arrowup', 'arrowdown', 'arrowleft', 'arrowright'], 'Move from cell to cell'],
      [['mod+home', 'mod+end'], 'Go to the first or the last cell'],
      [['shift+arrowdown'], 'Select more cells'],
      [['mod+a'], 'Select everything'],
      [['mod+space', 'shift+space'], 'Select the column or the row'],
      [['f2'], 'Edit the cell; typing replaces it'],
      [['enter'], 'Take what was typed and move down; in the part number, open the part'],
      [['escape'], 'Take back what was typed; then Tab leaves the grid'],
      [['tab', 'shift+tab'], 'Move right or left'],
      [['delete'], 'Clear the cells'],
      [['mod+c', 'mod+x', 'mod+v'], 'Copy, cut and paste, also to and from a spreadsheet'],
      [['mod+d', 'mod+r'], 'Fill down or to the right'],
      [['arrowup'], 'From the first row: into the headings, to sort and filter'],
    ],
  },
  {
    title: 'Policy timeline',
    keys: [
      [['arrowleft', 'arrowright'], 'Move the event a week'],
      [['shift+arrowright'], 'Move it four weeks'],
      [['alt+arrowright'], 'Move it a day'],
      [['enter'], 'Open the event'],
      [['arrowleft', 'arrowright'], 'On a scenario’s weight: change it'],
    ],
  },
  {
    title: 'Charts and fields',
    keys: [
      [['arrowleft', 'arrowright'], 'Read a chart from point to point'],
      [['enter'], 'Take what was typed in a field'],
      [['escape'], 'Take back what was typed; close what is open'],
    ],
  },
]
