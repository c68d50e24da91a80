import { rareEarthElements } from '../../shared/materials/element'
import { elementsFrom } from '../../shared/csv/plan-file-cell'
import type { Part } from '../../shared/plan/part-schema'
import { countryOptions, formOptions, materialOptions, routeOptions, sectorOptions } from '../plan/part-choices'
import type { CellOption } from '../ui/grid/cell-type'
import { field, figureColumn, inputColumn, yesNo, type ColumnContext, type PartColumn } from './part-column'

const text = { kind: 'text' } as const
const requiredText = { kind: 'text', isRequired: true } as const

/** Who the part is. */
export function identityColumns(context: ColumnContext): readonly PartColumn[] {
  const group = 'Identity'
  return [
    inputColumn(context, { id: 'partNumber', title: 'Part number', help: 'The number of the part, as in the ERP. Enter or a double click opens the part.', group, width: 168, type: requiredText, ...field('partNumber') }),
    inputColumn(context, { id: 'description', title: 'Description', help: 'What the part is, in words.', group, width: 220, type: text, ...field('description') }),
    inputColumn(context, { id: 'plant', title: 'Plant', help: 'Where it is planned; the same number may stand at several plants.', group, width: 76, type: text, ...field('plant') }),
    inputColumn(context, { id: 'supplier', title: 'Supplier', help: 'Who delivers it.', group, width: 190, type: text, ...field('supplier') }),
    inputColumn(context, { id: 'unit', title: 'Unit', help: 'Unit of all its quantities; pieces are planned whole.', group, width: 62, type: requiredText, ...field('unit') }),
    inputColumn(context, { id: 'sector', title: 'Sector', help: 'What it goes into; sets the default target.', group, width: 124, type: { kind: 'choice', options: sectorOptions }, ...field('sector') }),
    inputColumn(context, { id: 'isCritical', title: 'Critical', help: 'Whether a shortage stops production; a critical part gets a higher default target.', group, width: 78, type: { kind: 'choice', options: yesNo }, ...field('isCritical') }),
    inputColumn(context, { id: 'note', title: 'Note', help: 'Anything worth remembering.', group, width: 200, type: text, ...field('note') }),
  ]
}

/** Where it comes from and what it is made of: what decides whether a control applies. */
export function originColumns(context: ColumnContext): readonly PartColumn[] {
  const group = 'Origin and material'
  return [
    inputColumn(context, { id: 'originCountry', title: 'Made in', help: 'Country the part is made in.', group, width: 116, type: { kind: 'choice', options: countryOptions }, ...field('originCountry'), assumption: (part) => unknownOrigin(part.originCountry) }),
    inputColumn(context, { id: 'rareEarthOriginCountry', title: 'Rare earths from', help: 'Country its rare earths come from.', group, width: 124, type: { kind: 'choice', options: countryOptions }, ...field('rareEarthOriginCountry'), assumption: (part) => unknownOrigin(part.rareEarthOriginCountry) }),
    inputColumn(context, {
      id: 'materialFamily', title: 'Material', help: 'Family of the magnet material.', group, width: 136, type: { kind: 'choice', options: materialOptions }, ...field('materialFamily'),
      assumption: (part) => (part.materialFamily === 'unknown' ? 'Not known, so it counts as controlled.' : null),
    }),
    inputColumn(context, { id: 'grade', title: 'Grade', help: 'Grade of the magnet, such as N42SH.', group, width: 84, type: text, ...field('grade') }),
    inputColumn(context, { id: 'form', title: 'Form', help: 'What it is made up as; decides whether controls on magnet materials apply.', group, width: 148, type: { kind: 'choice', options: formOptions }, ...field('form') }),
    inputColumn(context, {
      id: 'elements', title: 'Elements', help: 'What is known of its rare-earth elements, such as “Dy yes Tb unknown”. What is not named is taken from the material.', group, width: 180, type: text,
      valueIn: elementsText,
      fieldsWith: (_, value) => {
        const reading = elementsFrom(String(value ?? ''))
        return reading.ok ? ({ elements: reading.value } as Partial<Part>) : reading.problem.sentence.replace(/\.$/, '')
      },
      assumption: (part) => (Object.values(part.elements).includes('unknown') ? 'Unknown elements count as contained.' : null),
    }),
    inputColumn(context, { id: 'magnetMassPerUnitKg', title: 'Magnet mass', help: 'Mass of magnet in one unit of the part.', group, width: 118, type: { kind: 'number' }, unit: 'kg', ...field('magnetMassPerUnitKg') }),
    inputColumn(context, { id: 'licenceRoute', title: 'Licence route', help: 'How export licences are got for it.', group, width: 142, type: { kind: 'choice', options: routeOptions }, ...field('licenceRoute') }),
    figureColumn(context, {
      id: 'controlled', title: 'Controlled', help: 'Whether an export control applies to the part, and which licence its shipments need.', group, width: 146,
      type: { kind: 'choice', options: controlledOptions },
      valueIn: ({ licence, isControlAssumed }) => (licence === 'free' ? 'free' : isControlAssumed ? 'assumed' : licence),
    }),
  ]
}

export const controlledOptions: readonly CellOption[] = [
  { value: 'individual', label: 'Licence needed' },
  { value: 'general', label: 'General licence' },
  { value: 'assumed', label: 'Taken as controlled' },
  { value: 'free', label: 'Not controlled' },
]

function unknownOrigin(code: string | null): string | null {
  return code === null ? 'Not known, so it counts as controlled.' : null
}

function elementsText({ elements }: Part): string {
  return rareEarthElements.flatMap((element) => (elements[element] === undefined ? [] : [`${element} ${elements[element]}`])).join(' ')
}
