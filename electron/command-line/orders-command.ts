import { addDays, isoDate } from '../../shared/calendar/civil-date'
import { weekdayDate } from '../../shared/calendar/weekday-date'
import { writtenTable } from '../../shared/csv/export-table'
import { fileForms } from '../../shared/csv/file-form'
import { orderTable } from '../../shared/csv/order-table'
import { calendarFile } from '../../shared/horizon/calendar-file'
import { partOutlook, type PartOutlook } from '../../shared/horizon/part-outlook'
import { planCalendar } from '../../shared/horizon/plan-calendar'
import type { PreparedPlan } from '../../shared/plan/plan-inputs'
import { callOf } from './call'
import { flagOption, savedTo, textOption, type Command } from './command'
import { moneyText, orDash, quantityText } from './figures'
import { horizonPlan, laterDateOption } from './horizon-plan'
import { textTable, wrapped } from './text-table'

const defaultDays = 91

/** `orders`: what to order when, until when to order before controls get worse, and when open orders come. */
export const ordersCommand: Command = async (args, output) => {
  const call = callOf(args, { words: ['FILE'], options: { until: textOption, out: textOption, json: flagOption, date: textOption, scenario: textOption, decimal: textOption } })
  const { plan, exitCode } = await horizonPlan(call, output)
  if (plan === null) return exitCode
  const horizonDays = 7 * plan.plan.settings.horizonWeeks
  const until = laterDateOption(call, 'until', { planningDate: plan.planningDate, mostDays: horizonDays }) ?? isoDate(addDays(plan.planningDate, Math.min(defaultDays, horizonDays)))
  const outlooks = plan.plan.parts.map((part, index) => {
    output.progress?.(`${index} of ${plan.plan.parts.length} parts`)
    return partOutlook(plan, part)
  })
  output.progress?.('')
  const out = call.options['out']
  const isJson = call.options['json'] === true
  const json = (): string => `${JSON.stringify({ planningDate: isoDate(plan.planningDate), until, currency: plan.plan.settings.currency, parts: outlooks }, null, 2)}\n`
  if (typeof out === 'string') return (await savedTo(out, isJson ? json() : fileText(plan, outlooks, { out, until }), output)) ? exitCode : 2
  output.out(isJson ? json() : ordersText(plan, outlooks, until))
  return exitCode
}

function fileText(plan: PreparedPlan, outlooks: readonly PartOutlook[], of: { readonly out: string; readonly until: string }): string {
  if (!of.out.toLowerCase().endsWith('.ics')) return writtenTable(orderTable(plan.plan.parts, outlooks, of.until), fileForms.international).text
  return calendarFile(planCalendar(plan, outlooks, of.until), { planId: plan.plan.id, title: plan.plan.title, planningDate: isoDate(plan.planningDate) })
}

function ordersText(plan: PreparedPlan, outlooks: readonly PartOutlook[], until: string): string {
  const { currency } = plan.plan.settings
  const parts = new Map(plan.plan.parts.map((part) => [part.id, part]))
  const orders = outlooks
    .flatMap((outlook) => outlook.orders.map((order) => ({ ...order, part: parts.get(outlook.partId) })))
    .filter(({ orderDate }) => orderDate <= until)
    .toSorted((a, b) => (a.orderDate < b.orderDate ? -1 : a.orderDate > b.orderDate ? 1 : (b.cost ?? 0) - (a.cost ?? 0)))
  const cost = orders.reduce((sum, order) => sum + (order.cost ?? 0), 0)
  const changes = outlooks
    .flatMap((outlook) => outlook.changes.map((change) => ({ ...change, part: parts.get(outlook.partId) })))
    .filter(({ orderBy }) => orderBy === null || orderBy <= until)
    .toSorted((a, b) => ((a.orderBy ?? '') < (b.orderBy ?? '') ? -1 : (a.orderBy ?? '') > (b.orderBy ?? '') ? 1 : a.date < b.date ? -1 : 1))
  const open = outlooks
    .flatMap((outlook) => outlook.openOrders.map((order) => ({ ...order, part: parts.get(outlook.partId) })))
    .toSorted((a, b) => (a.weighted.medianDate < b.weighted.medianDate ? -1 : 1))
  const capped = orders.filter(({ shortfall }) => shortfall > 0).length
  return [
    `${plan.plan.title} · orders from ${isoDate(plan.planningDate)} to ${until}`,
    '',
    orders.length === 0
      ? 'Nothing to order by then.\n'
      : textTable([
          { heading: ['Order on'], align: 'left', cells: orders.map((order, index) => (orders[index - 1]?.orderDate === order.orderDate ? '' : weekdayDate(order.orderDate))) },
          { heading: ['Part'], align: 'left', cells: orders.map(({ part }) => part?.partNumber ?? '') },
          { heading: ['Quantity'], align: 'right', cells: orders.map(({ quantity }) => quantityText(quantity)) },
          { heading: ['Unit'], align: 'left', cells: orders.map(({ part }) => part?.unit ?? '') },
          { heading: [`Cost (${currency})`], align: 'right', cells: orders.map((order) => orDash(order.cost, moneyText)) },
          { heading: ['Expected'], align: 'left', cells: orders.map(({ expectedReceiptDate }) => expectedReceiptDate) },
          { heading: ['Half by'], align: 'left', cells: orders.map(({ medianReceiptDate }) => medianReceiptDate) },
          { heading: ['Nine in', 'ten by'], align: 'left', cells: orders.map(({ lateReceiptDate }) => lateReceiptDate) },
          { heading: ['Missing', '(cap)'], align: 'right', cells: orders.map(({ shortfall }) => (shortfall > 0 ? quantityText(Math.ceil(shortfall)) : '')) },
        ]),
    `${orders.length === 1 ? '1 order' : `${orders.length} orders`}, ${moneyText(cost)} ${currency}.${capped === 0 ? '' : ` ${capped} are cut by a cap on the quantity.`} Quantities after the first review of a part are what expected demand asks for.`,
    '',
    ...(changes.length === 0
      ? []
      : [
          'Last day to order and be out (90 %) before controls get worse',
          textTable([
            { heading: ['Order by'], align: 'left', cells: changes.map(({ orderBy }) => orderBy ?? 'too late') },
            { heading: ['Part'], align: 'left', cells: changes.map(({ part }) => part?.partNumber ?? '') },
            { heading: ['Before'], align: 'left', cells: changes.map(({ date }) => date) },
            { heading: ['Weight'], align: 'right', cells: changes.map(({ weight }) => `${Math.round(100 * weight)} %`) },
            { heading: ['Event'], align: 'left', cells: changes.map(({ title }) => title) },
          ]),
        ]),
    ...(open.length === 0
      ? []
      : [
          'Open orders',
          textTable([
            { heading: ['Half by'], align: 'left', cells: open.map(({ weighted }) => weighted.medianDate) },
            { heading: ['Nine in', 'ten by'], align: 'left', cells: open.map(({ weighted }) => weighted.lateDate) },
            { heading: ['Promised'], align: 'left', cells: open.map(({ promisedDate }) => promisedDate) },
            { heading: ['Part'], align: 'left', cells: open.map(({ part }) => part?.partNumber ?? '') },
            { heading: ['Order'], align: 'left', cells: open.map(({ purchaseOrder, orderId }) => (purchaseOrder === '' ? orderId : purchaseOrder)) },
            { heading: ['Quantity'], align: 'right', cells: open.map(({ quantity }) => quantityText(quantity)) },
            { heading: ['Licence'], align: 'left', cells: open.map(({ licenceStatus }) => licenceStatus) },
          ]),
        ]),
    wrapped('Dates weigh all scenarios, or see the one that is named. Levels do not foresee that the scenario will be known by then.', { columns: 108, indent: '' }),
    '',
  ].join('\n')
}
