import { ActionIcon, Badge, Button, Tabs, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect } from 'react'
import { usePart, usePlan, usePlanStore } from '../plan/plan-context'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { navigate, useRoute } from '../ui/route'
import classes from './part.module.css'
import { PartInputs } from './part-inputs'
import { PartOpenOrders } from './part-open-orders'
import { PartOverTime } from './part-over-time'
import { PartOverview } from './part-overview'
import { PartUsage } from './part-usage'
import { usePartCommands } from './use-part-commands'

const places = ['overview', 'time', 'usage', 'orders', 'inputs'] as const

/** One part: what is recommended and why, its usage, its open orders, and its inputs. */
export function PartScreen() {
  const route = useRoute()
  const store = usePlanStore()
  const partId = 'partId' in route ? (route.partId ?? '') : ''
  const place = 'place' in route && places.some((known) => known === route.place) ? (route.place ?? 'overview') : 'overview'
  const part = usePart(partId)
  const parts = usePlan((plan) => plan.parts)
  useEffect(() => {
    if (part !== null) store.setVisiblePartIds([part.id])
  }, [store, part])
  usePartCommands({ partId, planId: store.planId, place, parts })
  if (part === null) {
    return (
      <>
        <PageHeader title="Part" />
        <EmptyState title="This part is not in the plan" sentence="It was deleted, or the plan was taken back to an earlier state. Undo may bring it back." actions={<Button onClick={() => navigate({ screen: 'parts', planId: store.planId })}>All parts</Button>} />
      </>
    )
  }
  const index = parts.indexOf(part)
  const go = (to: number): void => {
    const next = parts[to]
    if (next !== undefined) navigate({ screen: 'part', planId: store.planId, partId: next.id, place })
  }
  return (
    <>
      <PageHeader
        title={part.partNumber}
        sentence={
          <>
            {part.isCritical && (
              <Badge variant="light" color="red" mr={8} className={classes.badge}>
                critical
              </Badge>
            )}
            {[part.description, part.supplier, part.plant].filter((text) => text !== '').join(' · ')}
          </>
        }
        actions={
          <>
            <Tooltip label="Previous part">
              <ActionIcon variant="default" size={34} aria-label="Previous part" disabled={index <= 0} onClick={() => go(index - 1)}>
                <IconChevronLeft size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Next part">
              <ActionIcon variant="default" size={34} aria-label="Next part" disabled={index >= parts.length - 1} onClick={() => go(index + 1)}>
                <IconChevronRight size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </>
        }
      />
      <Tabs value={place} onChange={(value) => navigate({ screen: 'part', planId: store.planId, partId: part.id, place: value ?? 'overview' })} keepMounted={false}>
        <Tabs.List aria-label="Views of the part">
          <Tabs.Tab value="overview">Recommendation</Tabs.Tab>
          <Tabs.Tab value="time">Over time</Tabs.Tab>
          <Tabs.Tab value="usage">Usage</Tabs.Tab>
          <Tabs.Tab value="orders">Open orders ({part.openOrders.length})</Tabs.Tab>
          <Tabs.Tab value="inputs">Inputs</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className={classes.panel}>
          <PartOverview key={part.id} part={part} />
        </Tabs.Panel>
        <Tabs.Panel value="time" className={classes.panel}>
          <PartOverTime key={part.id} part={part} />
        </Tabs.Panel>
        <Tabs.Panel value="usage" className={classes.panel}>
          <PartUsage key={part.id} part={part} />
        </Tabs.Panel>
        <Tabs.Panel value="orders" className={classes.panel}>
          <PartOpenOrders key={part.id} part={part} />
        </Tabs.Panel>
        <Tabs.Panel value="inputs" className={classes.panel}>
          <PartInputs key={part.id} part={part} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
