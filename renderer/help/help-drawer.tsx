import { Button, CloseButton, Drawer, TextInput } from '@mantine/core'
import { IconKeyboard, IconRoute, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { foundTerms } from '../ui/terms'
import classes from './help.module.css'

/** The terms of the model, each in two sentences with its source, to be searched; and the ways to the tour and the shortcuts. */
export function HelpDrawer(props: { readonly isOpen: boolean; readonly onClose: () => void; readonly onTour: () => void; readonly onShortcuts: () => void }) {
  return (
    <Drawer opened={props.isOpen} onClose={props.onClose} title="Help" size={480}>
      <div className={classes.actions}>
        <Button size="xs" variant="default" leftSection={<IconRoute size={15} aria-hidden />} onClick={props.onTour}>
          Show me around
        </Button>
        <Button size="xs" variant="default" leftSection={<IconKeyboard size={15} aria-hidden />} onClick={props.onShortcuts}>
          Keyboard shortcuts
        </Button>
      </div>
      <TermList />
    </Drawer>
  )
}

function TermList() {
  const [search, setSearch] = useState('')
  const found = foundTerms(search)
  return (
    <>
      <TextInput
        aria-label="Search the terms"
        placeholder="Search the terms"
        data-autofocus
        value={search}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={search === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={() => setSearch('')} />}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <p className={classes.count} role="status">
        {found.length === 0 ? 'No term has these words. Try another, or the command palette.' : `${found.length} ${found.length === 1 ? 'term' : 'terms'}. On the screens, a term with a dotted line explains itself when pressed.`}
      </p>
      <dl className={classes.terms}>
        {found.map(({ id, name, sentences, source }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              {sentences[0]} {sentences[1]} <span className={classes.source}>{source}.</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
