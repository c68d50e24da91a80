import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import { terms, type TermId } from './terms'
import classes from './help-term.module.css'

/** A term that explains itself in two sentences when it is pressed. */
export function HelpTerm({ term, children }: { readonly term: TermId; readonly children?: ReactNode }) {
  const { name, sentences, source } = terms[term]
  return (
    <Popover width={320} position="bottom-start" shadow="md" withRoles={false} trapFocus={false}>
      <Popover.Target>
        <button type="button" className={classes.term}>
          {children ?? name}
          <span className="visually-hidden"> (explain)</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown role="note" aria-label={name}>
        <strong>{name}</strong>
        <p className={classes.text}>{sentences[0]}</p>
        <p className={classes.text}>{sentences[1]}</p>
        <p className={classes.source}>{source}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
