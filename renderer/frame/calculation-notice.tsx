import { Button, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import { usePlanState, usePlanStore } from '../plan/plan-context'
import { useFormats } from '../ui/app-context'

const silentMilliseconds = 1000

/** How far the calculations are, once they take longer than a second, with a way to stop them. */
export function CalculationNotice() {
  const store = usePlanStore()
  const formats = useFormats()
  const progress = usePlanState((state) => state.progress)
  const startedAt = progress?.startedAt ?? null
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (startedAt === null) return
    const timer = setTimeout(() => setLong(true), Math.max(0, silentMilliseconds - (performance.now() - startedAt)))
    return () => clearTimeout(timer)
  }, [startedAt])
  if (progress === null || !(isLong || progress.isPaused)) return null
  const text = `${formats.whole(progress.done)} of ${formats.whole(progress.total)} parts computed`
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8, fontSize: '0.8125rem' }}>
      <Progress value={(100 * progress.done) / Math.max(1, progress.total)} w={90} size="sm" aria-label="Computing" />
      <span>{text}</span>
      <Button size="compact-xs" variant="subtle" onClick={progress.isPaused ? store.resumeCalculations : store.pauseCalculations}>
        {progress.isPaused ? 'Go on' : 'Stop'}
      </Button>
    </span>
  )
}
