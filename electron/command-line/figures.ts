const wholeNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 })
const threeDecimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 })

/** A quantity in the part's unit: whole from 1,000 on, else up to three decimals. */
export function quantityText(quantity: number): string {
  return (Number.isInteger(quantity) || Math.abs(quantity) < 1000 ? threeDecimals : oneDecimal).format(quantity)
}

/** A usage or another figure that is not a level: three significant places at most where it is small. */
export function roughText(quantity: number): string {
  return (Math.abs(quantity) >= 100 ? wholeNumber : Math.abs(quantity) >= 10 ? oneDecimal : new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })).format(quantity)
}

/** Days as a whole number. */
export function daysText(days: number): string {
  return wholeNumber.format(days)
}

/** Money without the currency, whole units. */
export function moneyText(amount: number): string {
  return wholeNumber.format(amount)
}

/** A fraction as a percentage with one decimal. */
export function percentText(fraction: number): string {
  return `${oneDecimal.format(100 * fraction)} %`
}

/** A figure or, where there is none, a dash. */
export function orDash<Value>(value: Value | null, text: (value: Value) => string): string {
  return value === null ? '–' : text(value)
}
