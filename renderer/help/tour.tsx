import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef } from 'react'
import { usePlanStore } from '../plan/plan-context'
import { useApp } from '../ui/app-context'
import { isTextField } from '../ui/commands'
import { currentRoute, navigate } from '../ui/route'
import { showTourStep, takenTourWish, useTourStep } from '../ui/tour-state'
import { tourSteps } from './tour-steps'
import classes from './tour.module.css'

const seenKey = 'tour-seen'
const lookMilliseconds = 200
const highEnough = 0.6

/** Shows around in an open plan, in a strip that covers nothing: by itself for who opens the sample for the first time, later from Help. */
export function Tour() {
  const store = usePlanStore()
  const { client } = useApp()
  const step = useTourStep()
  const next = useRef<HTMLButtonElement>(null)
  const shown = step === null ? undefined : tourSteps[step]
  useEffect(() => {
    const wish = takenTourWish()
    if (wish === 'always') showTourStep(0)
    // Who has gone on by themselves meanwhile is not called back.
    if (wish === 'if-new') void client.setting({ key: seenKey }).then((answer) => (answer.ok && answer.value !== true && isAtScreen('actions') ? showTourStep(0) : undefined))
    return () => showTourStep(null)
  }, [client])
  useEffect(() => {
    if (shown === undefined) return
    const { parts } = store.getState().plan
    if (shown.screen === 'part') {
      const ordered = parts.find(({ id }) => {
        const { value } = store.figuresOf(id)
        return value?.kind === 'figures' && value.order.orderNow > 0
      })
      const part = ordered ?? parts[0]
      if (part !== undefined) navigate({ screen: 'part', planId: store.planId, partId: part.id })
    } else if (!isAtScreen(shown.screen)) navigate({ screen: shown.screen, planId: store.planId })
    return pointedAt(shown.target)
  }, [shown, store])
  const isShown = step !== null
  const strip = useRef<HTMLElement>(null)
  const leave = useCallback((): void => {
    showTourStep(null)
    void client.storeSetting({ key: seenKey, value: true })
    // Who was elsewhere stays there.
    if (strip.current?.contains(document.activeElement) === true) document.getElementById('screen')?.focus()
  }, [client])
  useEffect(() => {
    if (!isShown) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isTakenElsewhere(event.target)) leave()
    }
    // Before what closes by the key, which must still be seen open.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [isShown, leave])
  if (step === null || shown === undefined) return null
  const isLast = step === tourSteps.length - 1
  const done = (): void => {
    leave()
    navigate({ screen: 'actions', planId: store.planId })
  }
  const go = (to: number): void => {
    next.current?.focus()
    showTourStep(to)
  }
  return (
    <section ref={strip} aria-label="Tour" className={classes.strip} data-keeps-focus>
      <p className={classes.words} aria-live="polite">
        <span className={classes.count}>
          {step + 1} of {tourSteps.length}
        </span>
        <span className={classes.title}>{shown.title}.</span> {shown.text}
      </p>
      <div className={classes.actions}>
        <Button size="xs" variant="subtle" onClick={leave}>
          Leave the tour
        </Button>
        {step > 0 && (
          <Button size="xs" variant="default" onClick={() => go(step - 1)}>
            Back
          </Button>
        )}
        <Button size="xs" ref={next} onClick={() => (isLast ? done() : go(step + 1))}>
          {isLast ? 'Done' : 'Next'}
        </Button>
      </div>
    </section>
  )
}

/** Whether Escape means something else where it was pressed: in a field, or while a dialog or a menu is open. */
function isTakenElsewhere(target: EventTarget | null): boolean {
  return isTextField(target) || [...document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')].some((each) => each.checkVisibility())
}

function isAtScreen(screen: string): boolean {
  const route = currentRoute()
  return route.screen === screen || (screen === 'actions' && route.screen === 'home')
}

/** Marks what a step points at as soon as it is on screen, and brings it into view; the answer takes the mark away. */
function pointedAt(target: string): () => void {
  let marked: Element | null = null
  const look = (): void => {
    const found = document.querySelector(`[data-tour="${target}"]`)
    if (found === null || found === marked) return
    marked = found
    found.setAttribute('data-tour-now', '')
    // What begins in the upper part of the window can be seen as it is.
    if (found.getBoundingClientRect().top > highEnough * window.innerHeight) found.scrollIntoView({ block: 'nearest' })
  }
  look()
  const timer = setInterval(look, lookMilliseconds)
  return () => {
    clearInterval(timer)
    for (const each of document.querySelectorAll('[data-tour-now]')) each.removeAttribute('data-tour-now')
  }
}
