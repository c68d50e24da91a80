import { useEffect, useState } from 'react'
import type { RevisionListing } from '../../shared/ipc/plan-listing'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { usePlan, usePlanStore } from '../plan/plan-context'
import { useApp, useFormats } from '../ui/app-context'
import { isKnownScreen } from '../ui/known-screens'
import { navigate } from '../ui/route'
import classes from './actions.module.css'
import { changesPhrase, countedChanges } from './since-version'

// Counting looks at every part in full; with more, the way to the comparison is all that is shown.
const mostCountedParts = 2000

/** What changed since the version that was saved last, and the way to the comparison; nothing without a version. */
export function SinceVersionLine() {
  const store = usePlanStore()
  const { client } = useApp()
  const formats = useFormats()
  const plan = usePlan((whole) => whole)
  const [version, setVersion] = useState<RevisionListing | null>(null)
  const [before, setBefore] = useState<PlanDocument | null>(null)
  useEffect(() => {
    let isGone = false
    const look = async (): Promise<void> => {
      const listed = await client.revisions({ planId: store.planId })
      const newest = listed.ok ? listed.value.find(({ kind }) => kind !== 'auto') : undefined
      if (isGone || newest === undefined) return
      setVersion(newest)
      if (store.getState().plan.parts.length > mostCountedParts) return
      const earlier = await client.revisionPlan({ planId: store.planId, revisionId: newest.id })
      if (!isGone && earlier.ok) setBefore(earlier.value)
    }
    void look()
    return () => {
      isGone = true
    }
  }, [client, store])
  if (version === null || !isKnownScreen('compare')) return null
  const name = version.label === null || version.label === '' ? `version ${version.number}` : `“${version.label}”`
  return (
    <p className={classes.origin}>
      Since {name} of {formats.moment(version.createdAt)}
      {before === null ? '' : `: ${changesPhrase(countedChanges(before, plan))}`}.{' '}
      <button type="button" className={classes.link} onClick={() => navigate({ screen: 'compare', planId: store.planId, place: `revision-${version.id}` })}>
        See what it does to the safety stock
      </button>
    </p>
  )
}
