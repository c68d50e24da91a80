import { Button, Menu, Select, TextInput } from '@mantine/core'
import { IconDotsVertical, IconPlus } from '@tabler/icons-react'
import { addDays, civilDate, isoDate } from '../../shared/calendar/civil-date'
import type { OpenOrder, Part } from '../../shared/plan/part-schema'
import { useFigures, usePlan, usePlanState } from '../plan/plan-context'
import { usePartJob } from '../plan/use-part-job'
import { useApp, useFormats } from '../ui/app-context'
import { noFigure } from '../ui/formats'
import { freshId } from '../ui/fresh-id'
import { DateField } from '../ui/date-field'
import { HelpTerm } from '../ui/help-term'
import { noticeDone } from '../ui/notices'
import { NumberField } from '../ui/number-field'
import classes from './part.module.css'
import { useChangePart } from './use-change-part'

const statusWords: Readonly<Record<OpenOrder['licence']['status'], string>> = {
  'not-needed': 'not needed',
  included: 'counted in the promise',
  'not-filed': 'not filed',
  filed: 'filed, pending',
  granted: 'granted',
}

/** The open orders of a part with the status of their licences, and when each may be expected. */
export function PartOpenOrders({ part }: { readonly part: Part }) {
  const formats = useFormats()
  const { hostFacts } = useApp()
  const change = useChangePart(part)
  const planningDate = usePlanState((state) => state.planningDate)
  const parts = usePlan((plan) => plan.parts)
  const figures = useFigures(part.id).value
  const outlook = usePartJob('outlook', part, null)
  const setOrders = (label: string, openOrders: readonly OpenOrder[], others: Partial<Part> = {}): boolean => change(label, { openOrders: [...openOrders], ...others })
  const replace = (order: OpenOrder, fields: Partial<OpenOrder>, label = 'Change an open order'): boolean => setOrders(label, part.openOrders.map((each) => (each.id === order.id ? { ...each, ...fields } : each)))
  const add = (): void => {
    const taken = new Set(parts.flatMap(({ openOrders }) => openOrders.map(({ id }) => id)))
    const leadDays = figures?.kind === 'figures' ? Math.round(figures.leadTimeWithoutControls.meanDays) : 60
    const needsLicence = figures?.kind === 'figures' && figures.licence !== 'free'
    const quantity = figures?.kind === 'figures' && figures.order.orderNow > 0 ? figures.order.orderNow : (part.moq ?? part.lotMultiple ?? 1)
    setOrders('Add an open order', [
      ...part.openOrders,
      { id: freshId('o', taken), purchaseOrder: '', quantity: Math.max(quantity, 1e-6), orderedDate: planningDate, promisedDate: isoDate(addDays(civilDate(planningDate), leadDays)), licence: { status: needsLicence ? 'not-filed' : 'not-needed' } },
    ])
  }
  const setStatus = (order: OpenOrder, status: OpenOrder['licence']['status']): boolean =>
    replace(order, { licence: status === 'filed' ? { status, filedDate: hostFacts.today < planningDate ? hostFacts.today : planningDate } : { status } }, status === 'granted' ? 'Record a licence grant' : 'Change a licence status')
  const receive = (order: OpenOrder): void => {
    const isDone = setOrders('Receive an open order', part.openOrders.filter(({ id }) => id !== order.id), { onHand: part.onHand + order.quantity })
    if (isDone) noticeDone(`${formats.quantityWithUnit(order.quantity, part.unit)} moved from open orders to stock on hand.`)
  }
  return (
    <section className={classes.card} aria-labelledby="orders-heading">
      <div className={classes.cardHead}>
        <h2 id="orders-heading" className={classes.heading}>
          <HelpTerm term="open-order">Open orders</HelpTerm>
        </h2>
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          Add an order
        </Button>
      </div>
      <p className={classes.note}>A promise is taken as the day without the wait for a licence, unless its status says that the licence is counted in.</p>
      {part.openOrders.length === 0 ? (
        <p className={classes.note}>No open orders. Add those that are on their way, or import them from your ERP.</p>
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label="Table of open orders">
          <table className={classes.edit}>
            <thead>
              <tr>
                <th scope="col">Purchase order</th>
                <th scope="col">Quantity</th>
                <th scope="col">Ordered</th>
                <th scope="col">Promised</th>
                <th scope="col">Licence</th>
                <th scope="col">Filed on</th>
                <th scope="col">
                  In by
                  <span className={classes.second}>50 %, then 90 %</span>
                </th>
                <th scope="col">
                  <span className="visually-hidden">More</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {part.openOrders.map((order, index) => {
                const name = order.purchaseOrder === '' ? `order ${index + 1}` : order.purchaseOrder
                const expected = outlook.value?.openOrders.find(({ orderId }) => orderId === order.id)?.weighted
                return (
                  <tr key={order.id}>
                    <td>
                      <TextInput aria-label={`Number of ${name}`} defaultValue={order.purchaseOrder} key={order.purchaseOrder} maxLength={100} w={112} onBlur={(event) => (event.currentTarget.value === order.purchaseOrder ? undefined : replace(order, { purchaseOrder: event.currentTarget.value }))} />
                    </td>
                    <td>
                      <NumberField label={null} ariaLabel={`Quantity of ${name}`} unit={part.unit} value={order.quantity} limits={{ least: 0, isLeastOpen: true }} width={112} onCommit={(quantity) => (quantity === null ? undefined : replace(order, { quantity }))} />
                    </td>
                    <td>
                      <DateField label={null} ariaLabel={`Ordered, ${name}`} value={order.orderedDate} isOptional onCommit={(orderedDate) => replace(order, { orderedDate })} />
                    </td>
                    <td>
                      <DateField label={null} ariaLabel={`Promised, ${name}`} value={order.promisedDate} onCommit={(promisedDate) => (promisedDate === null ? undefined : replace(order, { promisedDate }))} />
                    </td>
                    <td>
                      <Select aria-label={`Licence of ${name}`} w={156} allowDeselect={false} data={Object.entries(statusWords).map(([value, label]) => ({ value, label }))} value={order.licence.status} onChange={(value) => (value === null ? undefined : setStatus(order, value as OpenOrder['licence']['status']))} />
                    </td>
                    <td>
                      {order.licence.status === 'filed' ? (
                        <DateField label={null} ariaLabel={`Filed on, ${name}`} value={order.licence.filedDate} max={planningDate} onCommit={(filedDate) => (filedDate === null ? undefined : replace(order, { licence: { status: 'filed', filedDate } }))} />
                      ) : (
                        noFigure
                      )}
                    </td>
                    <td data-stale={outlook.isFresh ? undefined : ''} className={classes.dates}>
                      {expected === undefined ? (
                        noFigure
                      ) : (
                        <>
                          {formats.date(expected.medianDate)}
                          <span className={classes.second}>{formats.date(expected.lateDate)}</span>
                        </>
                      )}
                    </td>
                    <td>
                      <Menu>
                        <Menu.Target>
                          <Button variant="subtle" color="gray" px={6} aria-label={`More for ${name}`}>
                            <IconDotsVertical size={16} aria-hidden />
                          </Button>
                        </Menu.Target>
                        <Menu.Dropdown>
                          <Menu.Item onClick={() => receive(order)}>It has arrived: move it to stock</Menu.Item>
                          {order.licence.status !== 'granted' && order.licence.status !== 'not-needed' && <Menu.Item onClick={() => setStatus(order, 'granted')}>Its licence was granted</Menu.Item>}
                          <Menu.Item color="red" onClick={() => setOrders('Delete an open order', part.openOrders.filter(({ id }) => id !== order.id))}>
                            Delete
                          </Menu.Item>
                        </Menu.Dropdown>
                      </Menu>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {outlook.problem !== null && <p className={classes.problem}>{outlook.problem}</p>}
    </section>
  )
}
