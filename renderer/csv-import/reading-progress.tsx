import { Button, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import classes from './import.module.css'

const silentMilliseconds = 1000

/** How far reading is, once it takes longer than a second, with a way to stop it. */
export function ReadingProgress({ reading, fileName, onCancel }: { readonly reading: { readonly done: number; readonly total: number } | null; readonly fileName: string; readonly onCancel: () => void }) {
  const isReading = reading !== null
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!isReading) return
    const timer = setTimeout(() => setLong(true), silentMilliseconds)
    return () => clearTimeout(timer)
  }, [isReading])
  if (reading === null || !isLong) return null
  const share = (100 * reading.done) / Math.max(1, reading.total)
  return (
    <div className={`${classes.card} ${classes.progress}`} role="status">
      <Progress value={share} aria-label="Reading" />
      <span>
        {share < 100 ? `Reading ${fileName}: ${Math.round(share)} %` : 'Working out what it does to the plan …'}
      </span>
      <Button size="compact-sm" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
