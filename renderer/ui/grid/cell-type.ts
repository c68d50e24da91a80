/** What a cell of the grid holds; null is "not known". */
export type CellValue = string | number | boolean | null

/** One entry of a cell that offers a choice. */
export type CellOption = {
  readonly value: CellValue
  /** What is shown and copied. */
  readonly label: string
  /** Other words that mean it when they are typed or pasted, in small letters. */
  readonly words?: readonly string[]
}

/** How a cell is read, shown and edited. */
export type CellType =
  | {
      readonly kind: 'text'
      /** Whether it may not be empty. */
      readonly isRequired?: boolean
    }
  | {
      readonly kind: 'number'
      readonly isRequired?: boolean
      /** How far the point of the stored number moves to the right where it is shown: 2 for percent. */
      readonly shownPlaces?: number
    }
  | { readonly kind: 'choice'; readonly options: readonly CellOption[] }
  | { readonly kind: 'date'; readonly isRequired?: boolean }
