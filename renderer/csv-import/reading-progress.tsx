import { Button, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { ImportSession } from './import-session'
import classes from './import.module.css'

const silentMilliseconds = 1000

/** How far reading, or working out what changes, is, once it takes longer than a second, with a way to stop it. */
export function ReadingProgress({ session, fileName }: { readonly session: ImportSession; readonly fileName: string }) {
  // Ten times a second: only this is drawn anew.
  const reading = useStore(session, (state) => state.reading)
  const isReading = reading !== null
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!isReading) return
    const timer = setTimeout(() => setLong(true), silentMilliseconds)
    return () => clearTimeout(timer)
  }, [isReading])
  if (reading === null || !isLong) return null
  const percent = Math.round((100 * reading.done) / Math.max(1, reading.total))
  const words = reading.stage === 'reading' ? `Reading ${fileName}` : 'Working out what it does to the plan'
  return (
    <div className={`${classes.card} ${classes.progress}`} role="status">
      <Progress value={percent} aria-label={words} />
      <span>
        {words}: {percent} %
      </span>
      <Button size="compact-sm" variant="default" onClick={session.leave}>
        Cancel
      </Button>
    </div>
  )
}
