import { randomInt } from 'node:crypto'
import { newId, type IdPrefix } from '../shared/plan/new-id'

/** A number from 0 to below 1 from the system's source of chance. */
export function randomUnit(): number {
  return randomInt(2 ** 32) / 2 ** 32
}

/** Makes ids with the system's source of chance. */
export function idMaker(prefix: string): string {
  return newId({ prefix: prefix as IdPrefix, randomUnit })
}
