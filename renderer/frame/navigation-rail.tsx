import { Tooltip } from '@mantine/core'
import { IconFolders } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import mark from '../lodestock.svg'
import { planScreens } from '../screens'
import { navigate, type Route } from '../ui/route'
import classes from './navigation-rail.module.css'

/** The way to the plans and, in an open plan, to its screens. */
export function NavigationRail({ screenId, planId }: { readonly screenId: string; readonly planId: string | null }) {
  return (
    <nav className={classes.rail} aria-label="Main">
      <div className={classes.brand}>
        <img src={mark} width={24} height={24} alt="" />
        <span className={classes.brandName}>Lodestock</span>
      </div>
      <ul className={classes.list}>
        <RailItem label="Plans" icon={IconFolders} isCurrent={planId === null} to={{ screen: 'plans' }} />
      </ul>
      {planId === null ? null : (
        <ul className={classes.list} aria-label="This plan">
          {planScreens
            .filter(({ isHidden }) => isHidden !== true)
            .map(({ id, label, icon }) => (
              <RailItem key={id} label={label} icon={icon} isCurrent={screenId === id} to={{ screen: id, planId }} />
            ))}
        </ul>
      )}
    </nav>
  )
}

function RailItem(props: {
  readonly label: string
  readonly icon: ComponentType<{ readonly size?: number | string; readonly stroke?: number | string }>
  readonly isCurrent: boolean
  readonly to: Route
}) {
  const Icon = props.icon
  return (
    <li>
      <Tooltip label={props.label} position="right" classNames={{ tooltip: classes.hint ?? '' }}>
        <button type="button" className={classes.item} aria-current={props.isCurrent ? 'page' : undefined} aria-label={props.label} onClick={() => navigate(props.to)}>
          <Icon size={18} stroke={1.7} />
          <span className={classes.itemName}>{props.label}</span>
        </button>
      </Tooltip>
    </li>
  )
}
