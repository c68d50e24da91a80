import { useState, type KeyboardEvent, type PointerEvent } from 'react'

/** Days by which an arrow key moves an event: a week; four with Shift; one with Alt. */
export function keyStepDays(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>): number {
  const size = event.altKey ? 1 : event.shiftKey ? 28 : 7
  if (event.key === 'ArrowLeft') return -size
  if (event.key === 'ArrowRight') return size
  return 0
}

/** An event being dragged: by how many days so far. */
export type EventDrag = {
  readonly key: string | null
  readonly days: number
  /** Handlers of one marker. */
  readonly handlersOf: (key: string) => {
    readonly onPointerDown: (event: PointerEvent<SVGGElement>) => void
    readonly onPointerMove: (event: PointerEvent<SVGGElement>) => void
    readonly onPointerUp: (event: PointerEvent<SVGGElement>) => void
    readonly onPointerCancel: () => void
  }
}

// Below this a press is a click that opens the event, not a drag of it.
const leastPixels = 4

/**
 * Dragging of event markers along the time axis; the days are handed over once, when the pointer is let go.
 *
 * @param of pixels of one day, and what happens with a moved and with a pressed marker
 */
export function useEventDrag(of: { readonly pixelsPerDay: number; readonly onMove: (key: string, days: number) => void; readonly onPress: (key: string) => void }): EventDrag {
  const [drag, setDrag] = useState<{ readonly key: string; readonly startX: number; readonly x: number } | null>(null)
  const daysOf = (x: number, startX: number): number => (Math.abs(x - startX) < leastPixels ? 0 : Math.round((x - startX) / of.pixelsPerDay))
  return {
    key: drag?.key ?? null,
    days: drag === null ? 0 : daysOf(drag.x, drag.startX),
    handlersOf: (key) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ key, startX: event.clientX, x: event.clientX })
      },
      onPointerMove: (event) => {
        if (drag?.key === key) setDrag({ ...drag, x: event.clientX })
      },
      onPointerUp: (event) => {
        if (drag?.key !== key) return
        setDrag(null)
        const days = daysOf(event.clientX, drag.startX)
        if (days !== 0) of.onMove(key, days)
        else if (Math.abs(event.clientX - drag.startX) < leastPixels) of.onPress(key)
      },
      onPointerCancel: () => setDrag(null),
    }),
  }
}
