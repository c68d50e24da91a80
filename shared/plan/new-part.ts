import type { Part } from './part-schema'

/**
 * A part of which nothing is known but its number: valid, counted in pieces, treated as controlled, with no usage and no stock.
 *
 * @param of id and part number
 *
 * @example
 * newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }).licenceRoute // => 'individual'
 */
export function newPart(of: { readonly id: string; readonly partNumber: string }): Part {
  return {
    id: of.id,
    partNumber: of.partNumber,
    description: '',
    plant: '',
    supplier: '',
    unit: 'pcs',
    originCountry: null,
    rareEarthOriginCountry: null,
    materialFamily: 'unknown',
    grade: '',
    form: null,
    elements: {},
    magnetMassPerUnitKg: null,
    sector: 'other',
    isCritical: false,
    licenceRoute: 'individual',
    applicationLag: null,
    usage: { kind: 'stated', per: 'week', mean: 0, sd: null },
    usageHistory: [],
    forecast: [],
    demandFamily: null,
    leadTime: { kind: 'total', meanDays: 0, sdDays: 0, transitDays: 0 },
    reviewPeriodDays: null,
    onHand: 0,
    allocated: 0,
    backordered: 0,
    openOrders: [],
    target: null,
    unitCost: null,
    moq: null,
    lotMultiple: null,
    capCoverDays: null,
    capOrderQuantity: null,
    erpSafetyStock: null,
    erpReorderPoint: null,
    erpLeadTimeDays: null,
    overrides: [],
    contract: null,
    note: '',
  }
}
