import { useEffect, useRef, type KeyboardEvent } from 'react'
import classes from './data-grid.module.css'

/** One entry of a column's menu. */
export type ColumnMenuItem = {
  readonly label: string
  readonly shortcut?: string
  readonly isDisabled?: boolean
  readonly onChoose: () => void
}

/** The menu of a column: arrow keys choose, Escape closes, and the focus goes back to where it came from. */
export function ColumnMenu(props: { readonly title: string; readonly left: number; readonly items: readonly ColumnMenuItem[]; readonly onClose: () => void }) {
  const menu = useRef<HTMLDivElement>(null)
  const buttons = (): HTMLButtonElement[] => [...(menu.current?.querySelectorAll('button') ?? [])]
  useEffect(() => {
    buttons()[0]?.focus({ preventScroll: true })
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const steps: Readonly<Record<string, number>> = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      all[next]?.focus({ preventScroll: true })
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      props.onClose()
    }
  }
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={`Column ${props.title}`}
      className={classes.menu}
      style={{ left: props.left, top: 36 }}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onClose()
      }}
    >
      {props.items.map(({ label, shortcut, isDisabled = false, onChoose }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={classes.menuItem}
          aria-disabled={isDisabled || undefined}
          onClick={() => {
            if (isDisabled) return
            onChoose()
            props.onClose()
          }}
        >
          {label}
          {shortcut === undefined ? null : (
            <span className={classes.shortcut} aria-hidden>
              {shortcut}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
