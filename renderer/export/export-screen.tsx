import { Alert, Button, Radio, SegmentedControl, Select, Switch } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { fileFormFromSamples, fileFormOf } from '../../shared/csv/file-form'
import { fileRegions, type FileRegion } from '../../shared/plan/settings-schema'
import { usePlan, usePlanStore } from '../plan/plan-context'
import { useApp, useFormats } from '../ui/app-context'
import { base64OfBytes } from '../ui/file-content'
import { noticeDone, noticeProblem } from '../ui/notices'
import { PageHeader } from '../ui/page-header'
import classes from './export.module.css'
import { exportTableNames, type ExportTableName } from './export-messages'
import { useExport } from './use-export'

const tableWords: Readonly<Record<ExportTableName, { readonly title: string; readonly hint: string }>> = {
  results: { title: 'Recommendations and orders', hint: 'Levels, order of today, service and reasons, one row a part' },
  parts: { title: 'Parts', hint: 'What was entered, with the headings the import knows' },
  usage: { title: 'Usage history', hint: 'One row a part, one column a month' },
  orders: { title: 'Open orders', hint: 'One row an order, with the status of its licence' },
}
const regionWords: Readonly<Record<FileRegion, string>> = {
  'this-computer': 'This computer’s region',
  international: 'International: 1250.5, 2026-11-24',
  german: 'German: 1250,5, 24.11.2026',
  french: 'French: 1250,5, 24/11/2026',
  swiss: 'Swiss: 1250.5, 24.11.2026',
  us: 'US: 1250.5, 11/24/2026',
  uk: 'UK: 1250.5, 24/11/2026',
}

/** Tables of the plan for Excel or an ERP, in a region or as a workbook; and the whole plan for a colleague. */
export function ExportScreen() {
  const store = usePlanStore()
  const { client } = useApp()
  const formats = useFormats()
  const title = usePlan((plan) => plan.title)
  const partCount = usePlan((plan) => plan.parts.length)
  const planRegion = usePlan((plan) => plan.settings.region)
  const [table, setTable] = useState<ExportTableName>('results')
  const [kind, setKind] = useState<'xlsx' | 'csv'>('xlsx')
  const [region, setRegion] = useState<FileRegion>(planRegion)
  const [isBare, setIsBare] = useState(false)
  const [planSign, setPlanSign] = useState<'comma' | 'point'>(formats.decimalSign)
  const computer = useMemo(
    () =>
      fileFormFromSamples({
        number: new Intl.NumberFormat(formats.locale).format(1.5),
        date: new Intl.DateTimeFormat(formats.locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date('2026-12-31T00:00:00Z')),
        languageTag: formats.locale,
      }),
    [formats],
  )
  const written = useExport({ table, as: kind === 'xlsx' ? { kind } : { kind, form: fileFormOf(region, computer), isBare } })
  const fileName = `${title.replaceAll(/[/\\:*?"<>|]/g, '-')} ${table}.${kind}`

  const save = async (): Promise<void> => {
    if (written?.kind !== 'done') return
    const answer = await client.saveFile({ purpose: 'table', fileName, bytesBase64: base64OfBytes(written.bytes) })
    if (!answer.ok) noticeProblem(answer.problem)
    else if (answer.value.outcome === 'saved') noticeDone(`${formats.whole(written.rows)} rows saved as ${answer.value.fileName}.`)
  }
  const savePlan = async (): Promise<void> => {
    await store.settled()
    const file = await client.planFile({ planId: store.planId, revisionId: null, decimal: planSign })
    if (!file.ok) return noticeProblem(file.problem)
    const answer = await client.saveFile({ purpose: 'plan', ...file.value })
    if (!answer.ok) noticeProblem(answer.problem)
    else if (answer.value.outcome === 'saved') noticeDone(`The plan was saved as ${answer.value.fileName}. What your colleague changes in it can be merged back.`)
  }
  const [headings = [], ...rows] = written?.kind === 'done' ? written.preview : []
  return (
    <>
      <PageHeader title="Export" sentence="Tables for people and for an ERP, and the whole plan for a colleague." />
      <section className={classes.card} aria-labelledby="tables-heading">
        <h2 id="tables-heading" className={classes.heading}>
          A table
        </h2>
        <div className={classes.choices}>
          <Radio.Group label="Which" value={table} onChange={(value) => setTable(value as ExportTableName)}>
            <div className={classes.radios}>
              {exportTableNames.map((name) => (
                <Radio key={name} value={name} label={tableWords[name].title} description={tableWords[name].hint} />
              ))}
            </div>
          </Radio.Group>
          <div className={classes.form}>
            <SegmentedControl
              aria-label="Form"
              value={kind}
              onChange={(value) => setKind(value as 'xlsx' | 'csv')}
              data={[
                { value: 'xlsx', label: 'Excel workbook (.xlsx)' },
                { value: 'csv', label: 'CSV' },
              ]}
            />
            {kind === 'xlsx' ? (
              <p className={classes.note}>Opens alike in every region: part numbers are texts, dates are dates.</p>
            ) : (
              <>
                <Select label="Region" allowDeselect={false} data={fileRegions.map((each) => ({ value: each, label: regionWords[each] }))} value={region} onChange={(value) => (value === null ? undefined : setRegion(value as FileRegion))} />
                <Switch label="Bare, for an upload" description="No marks that keep a spreadsheet from changing texts; cells that it would change are listed" checked={isBare} onChange={(event) => setIsBare(event.currentTarget.checked)} />
                <p className={classes.note}>No CSV with decimals opens right in every region. Choose the region of whoever opens it.</p>
              </>
            )}
            <Button leftSection={<IconDownload size={16} aria-hidden />} disabled={written?.kind !== 'done' || partCount === 0} onClick={() => void save()}>
              Save the table
            </Button>
          </div>
        </div>
        {written === null && (
          <p className={classes.note} aria-live="polite">
            The table is being written.
          </p>
        )}
        {written?.kind === 'failed' && (
          <Alert color="red" title="No table">
            {written.sentence}
          </Alert>
        )}
        {written?.kind === 'done' && (
          <>
            {written.omissions.map((sentence) => (
              <p key={sentence} className={classes.warn}>
                {sentence}
              </p>
            ))}
            {written.warnings.length > 0 && (
              <details className={classes.warnings}>
                <summary>
                  {formats.whole(written.warnings.length)} cells that a spreadsheet would run or change
                </summary>
                <ul>
                  {written.warnings.slice(0, 50).map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                  {written.warnings.length > 50 && <li>and {formats.whole(written.warnings.length - 50)} more</li>}
                </ul>
              </details>
            )}
            <div className={classes.preview} tabIndex={0} role="region" aria-label="First rows of the table">
              <table>
                <thead>
                  <tr>
                    {headings.map((heading, index) => (
                      <th key={`${index}${heading}`} scope="col">
                        {heading}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row, at) => (
                    <tr key={`${at}${row[0] ?? ''}`}>
                      {row.map((cell, index) => (
                        <td key={`${index}${headings[index] ?? ''}`}>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p className={classes.note}>
              {written.rows === 0 ? 'There are no rows in this table.' : `The first ${formats.whole(rows.length)} of ${formats.whole(written.rows)} rows.`}
            </p>
          </>
        )}
      </section>
      <section className={classes.card} aria-labelledby="colleague-heading">
        <h2 id="colleague-heading" className={classes.heading}>
          The whole plan, for a colleague
        </h2>
        <p className={classes.note}>One CSV file with everything that changes a number. It survives a spreadsheet in its region, says when it was damaged, and can be merged back value by value.</p>
        <div className={classes.colleague}>
          <Select
            label="Decimal sign"
            allowDeselect={false}
            w={220}
            data={[
              { value: 'comma', label: 'Comma: 1250,5' },
              { value: 'point', label: 'Point: 1250.5' },
            ]}
            value={planSign}
            onChange={(value) => (value === null ? undefined : setPlanSign(value as 'comma' | 'point'))}
          />
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void savePlan()}>
            Save the plan file
          </Button>
        </div>
      </section>
    </>
  )
}
