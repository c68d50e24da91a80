import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the window is being printed just now; what hangs on it is drawn before the pages are made. */
export function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const onBefore = (): void => flushSync(() => setPrinting(true))
    const onAfter = (): void => setPrinting(false)
    window.addEventListener('beforeprint', onBefore)
    window.addEventListener('afterprint', onAfter)
    return () => {
      window.removeEventListener('beforeprint', onBefore)
      window.removeEventListener('afterprint', onAfter)
    }
  }, [])
  return isPrinting
}
