import { Button, Textarea } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '../ui/empty-state'
import classes from './import.module.css'

const forms: readonly (readonly [name: string, sentence: string])[] = [
  ['Parts', 'Number, description, supplier, lead time, MOQ, price. Adds parts and fills in what they lack.'],
  ['Stock', 'On hand by plant or storage location. Writes stock, price and the ERP’s own levels, nothing else.'],
  ['Usage', 'Months or weeks in columns, a row a month, or the goods movements themselves.'],
  ['Open orders', 'Purchase orders with what is still to come and when.'],
  ['Assemblies', 'Which parts a product takes, and how many.'],
]

/** Before there is a file: what can be imported, and the ways to give it. */
export function BeginImport(props: { readonly onChoose: () => void; readonly onPaste: (text: string) => void; readonly onLookAtActions: () => void; readonly done: readonly { readonly fileName: string; readonly sentence: string }[] }) {
  const [text, setText] = useState('')
  return (
    <>
      {props.done.length > 0 && (
        <section className={classes.card} aria-labelledby="done-heading">
          <h2 id="done-heading" tabIndex={-1} className={classes.heading}>
            Imported
          </h2>
          <ul className={classes.plainList}>
            {props.done.map(({ fileName, sentence }, at) => (
              <li key={`${fileName} ${at}`}>
                <strong>{fileName}</strong>: {sentence}. Undo takes it back in one step.
              </li>
            ))}
          </ul>
          <Button mt="sm" onClick={props.onLookAtActions}>
            See what to order
          </Button>
        </section>
      )}
      <div className={classes.begin}>
        <div>
          <EmptyState
            icon={<IconFileImport size={26} />}
            title="Drop a file from your ERP here"
            sentence="CSV, text or Excel, in any language and with any decimal sign; several files are taken one after the other. You see what was understood before anything is written."
            actions={<Button onClick={props.onChoose}>Choose a file</Button>}
          />
          <form
            className={classes.paste}
            onSubmit={(event) => {
              event.preventDefault()
              if (text.trim() !== '') props.onPaste(text)
            }}
          >
            <Textarea label="Or paste a table with its headings" placeholder="Copied from a spreadsheet or an ERP list" autosize={false} rows={4} value={text} onChange={(event) => setText(event.currentTarget.value)} />
            <Button type="submit" variant="default" mt="xs" disabled={text.trim() === ''}>
              Read the pasted table
            </Button>
          </form>
        </div>
        <section className={classes.card} aria-labelledby="forms-heading">
          <h2 id="forms-heading" className={classes.heading}>
            What can be read
          </h2>
          <ul className={classes.forms}>
            {forms.map(([name, sentence]) => (
              <li key={name}>
                <span className={classes.formName}>{name}</span>
                {sentence}
              </li>
            ))}
          </ul>
          <p className={classes.note}>Headings of SAP, Odoo, ERPNext, NetSuite, Dynamics and Oracle are known in five languages; others you map once, and the next file with the same headings needs no answers.</p>
        </section>
      </div>
    </>
  )
}
