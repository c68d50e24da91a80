import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { actionRows, actionWords } from '../plan/action-rows'
import { usePlan, usePlanState, usePlanStore, useTotals } from '../plan/plan-context'
import { isNothingKnown } from '../plan/plan-totals'
import { usePartsJob } from '../plan/use-part-job'
import { useApp } from '../ui/app-context'
import { WaterfallChart } from '../ui/charts/waterfall-chart'
import { EmptyState } from '../ui/empty-state'
import { noFigure } from '../ui/formats'
import { isKnownScreen } from '../ui/known-screens'
import { Later } from '../ui/later'
import { noticeDone, noticeProblem } from '../ui/notices'
import { PageHeader } from '../ui/page-header'
import { pdfFileName } from '../ui/pdf-file-name'
import { navigate } from '../ui/route'
import { useIsPrinting } from '../ui/use-is-printing'
import classes from './report.module.css'
import { ReportBasis } from './report-basis'
import { ReportLevels } from './report-levels'
import { ReportOrders } from './report-orders'
import { cashSteps } from './report-sums'

const authorKey = 'report-author'
// A window draws so many rows at once without delay; paper gets all of them.
const mostRowsOnScreen = 60

/** The plan as a document to print and sign: figures, orders, levels, and what they rest on. */
export function ReportScreen() {
  const store = usePlanStore()
  const { client, hostFacts, formats } = useApp()
  const plan = usePlan((whole) => whole)
  const planningDate = usePlanState((state) => state.planningDate)
  const figuresVersion = usePlanState((state) => state.figuresVersion)
  const totals = useTotals()
  const job = usePartsJob('actions')
  const isPrinting = useIsPrinting()
  const [author, setAuthor] = useAuthor()
  const [withOrders, setWithOrders] = useState(true)
  const [withLevels, setWithLevels] = useState(true)
  const { currency } = plan.settings
  const words = actionWords(formats)
  const orders = useMemo(
    () => (void figuresVersion, actionRows(plan.parts, { figuresOf: store.figuresOf, actionsOf: (id) => job.byPart.get(id), today: planningDate, words })),
    [plan.parts, store, job.byPart, planningDate, words, figuresVersion],
  )
  // The long tables follow in pieces between which the window answers; paper gets them whole and as they are.
  const laterOrders = useDeferredValue(orders)
  const laterVersion = useDeferredValue(figuresVersion)
  const shownOrders = useMemo(() => (isPrinting ? orders : laterOrders.slice(0, mostRowsOnScreen)), [isPrinting, orders, laterOrders])
  const shownParts = useMemo(() => (isPrinting ? plan.parts : plan.parts.slice(0, mostRowsOnScreen)), [isPrinting, plan.parts])
  const steps = useMemo(() => (void figuresVersion, cashSteps(plan.parts, store.figuresOf)), [plan.parts, store, figuresVersion])
  const shortCount = [...job.byPart.values()].filter(({ value }) => value?.isShortBeforeReceipt === true).length
  const waiting = Math.max(totals.notFresh, job.total - job.done)
  const print = async (): Promise<void> => {
    const answer = await client.printToPdf({ fileName: pdfFileName(plan.title, planningDate) })
    if (!answer.ok) noticeProblem(answer.problem)
    else if (answer.value.outcome === 'saved' && hostFacts.kind === 'electron') noticeDone(`Saved ${answer.value.fileName}.`)
  }
  if (plan.parts.length === 0) {
    return (
      <>
        <PageHeader title="Report" />
        <EmptyState title="Nothing to report yet" sentence="Add parts or import a list from your ERP; the report then holds orders, levels and what they rest on." actions={<Button onClick={() => navigate({ screen: isKnownScreen('import') ? 'import' : 'parts', planId: store.planId })}>{isKnownScreen('import') ? 'Import a list' : 'Add parts'}</Button>} />
      </>
    )
  }
  const dueCost = orders.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
  const hasNoFigures = isNothingKnown(totals, plan.parts.length)
  const headline: readonly FigureProps[] = [
    { name: 'Orders due in two weeks', figure: formats.money(dueCost, currency), note: `${formats.whole(orders.length)} orders; today ${formats.money(totals.costOfOrdersNow, currency)}` },
    { name: 'Likely to run out first', figure: formats.whole(shortCount), note: 'parts, before an order of today arrives' },
    { name: 'Cash in safety stock', figure: formats.money(totals.cashInSafetyStock, currency), note: `ERP levels of today: ${formats.money(totals.cashInErpSafetyStock, currency)}` },
    { name: 'Holding cost a year', figure: formats.money(totals.holdingCostPerYear, currency), note: `at ${formats.percent(plan.settings.holdingRatePerYear, 0)} a year` },
    { name: 'ERP level gives too little', figure: `${formats.whole(totals.erpBelowTarget)} of ${formats.whole(plan.parts.length)}`, note: 'parts get less service than their target' },
  ]
  return (
    <>
      <div className={classes.screenOnly}>
        <PageHeader
          title="Report"
          sentence="The plan as a document to print and sign. It is made from the figures of this moment."
          actions={
            <div className={classes.tools}>
              <div className={classes.choices}>
                <Checkbox size="xs" label="With the orders" checked={withOrders} onChange={(event) => setWithOrders(event.currentTarget.checked)} />
                <Checkbox size="xs" label={`With the levels of all ${formats.whole(plan.parts.length)} parts`} checked={withLevels} onChange={(event) => setWithLevels(event.currentTarget.checked)} />
              </div>
              <TextInput label="Prepared by" description="Printed only, not a part of the plan" value={author} maxLength={120} onChange={(event) => setAuthor(event.currentTarget.value)} />
              <Button leftSection={<IconPrinter size={16} aria-hidden />} disabled={waiting > 0} onClick={() => void print()}>
                {hostFacts.kind === 'electron' ? 'Save as PDF' : 'Print'}
              </Button>
            </div>
          }
        />
        {waiting > 0 && (
          <p className={classes.computing} role="status">
            {formats.whole(waiting)} of {formats.whole(plan.parts.length)} parts are being computed; the report can be printed when all are done.
          </p>
        )}
      </div>
      <article className={classes.paper} aria-label={`Report of ${plan.title}`}>
        <header className={classes.head}>
          <div>
            <h2 className={classes.title}>{plan.title}</h2>
            <p className={classes.subtitle}>Safety stock and orders of rare-earth magnet parts under export licences</p>
          </div>
          <dl className={classes.facts}>
            <dt>Planned for</dt>
            <dd>{formats.date(planningDate)}</dd>
            <dt>Made on</dt>
            <dd>{formats.date(hostFacts.today)}</dd>
            <dt>Prepared by</dt>
            <dd>{author.trim() === '' ? '…' : author}</dd>
            <dt>Made with</dt>
            <dd>Lodestock {hostFacts.appVersion}</dd>
          </dl>
        </header>
        <dl className={classes.figures}>
          {headline.map((each) => (
            <Figure key={each.name} {...(hasNoFigures ? { ...each, figure: noFigure, note: 'no part has figures yet' } : each)} />
          ))}
        </dl>
        {totals.partsWithoutUnitCost + totals.withProblem > 0 && (
          <p className={classes.note}>
            {totals.partsWithoutUnitCost > 0 && `Money leaves out ${formats.whole(totals.partsWithoutUnitCost)} parts without a unit cost. `}
            {totals.withProblem > 0 && `${formats.whole(totals.withProblem)} parts cannot be computed; the table of levels says why.`}
          </p>
        )}
        {!hasNoFigures && (
          <section className={classes.section}>
            <WaterfallChart title="What the cash in safety stock is made of" subtitle={`Each step is what adding one cause makes, in ${currency}; they add up to the total`} steps={steps} formatValue={(value) => formats.shortMoney(value, currency)} />
          </section>
        )}
        <Later>
          {withOrders && <ReportOrders rows={shownOrders} total={isPrinting ? orders.length : laterOrders.length} planningDate={planningDate} currency={currency} />}
          {withLevels && <ReportLevels parts={shownParts} total={plan.parts.length} figuresVersion={isPrinting ? figuresVersion : laterVersion} />}
          <ReportBasis />
        </Later>
        <div className={classes.signs}>
          {['Prepared', 'Checked', 'Approved'].map((word) => (
            <div key={word} className={classes.sign}>
              {word}, date and signature
            </div>
          ))}
        </div>
      </article>
    </>
  )
}

type FigureProps = { readonly name: string; readonly figure: string; readonly note: string }

function Figure(props: FigureProps) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.figure}</dd>
      <dd>{props.note}</dd>
    </div>
  )
}

/** The name under the report, kept for the next one on this computer. */
function useAuthor(): readonly [author: string, setAuthor: (author: string) => void] {
  const { client } = useApp()
  const [author, setAuthor] = useState('')
  useEffect(() => {
    void client.setting({ key: authorKey }).then((answer) => (answer.ok && typeof answer.value === 'string' ? setAuthor(answer.value) : undefined))
  }, [client])
  return [
    author,
    (next) => {
      setAuthor(next)
      void client.storeSetting({ key: authorKey, value: next })
    },
  ]
}
