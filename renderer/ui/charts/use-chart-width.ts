import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** The width of the element a chart is drawn in, in whole pixels; it follows the window. */
export function useChartWidth<Element extends HTMLElement>(): { readonly ref: RefObject<Element | null>; readonly width: number } {
  const ref = useRef<Element | null>(null)
  const [width, setWidth] = useState(720)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = (): void => setWidth(Math.max(280, Math.floor(element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}
