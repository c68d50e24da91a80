import { sectors } from '../../shared/plan/settings-schema'
import { isCountryCode } from '../../shared/plan/field-schemas'
import { magnetForms } from '../../shared/materials/magnet-form'
import { materialFamilies, type MaterialFamily } from '../../shared/materials/material-family'

/** A value that a field of a part may have, with its name; null stands for what is not known. */
export type PartChoice = { readonly value: string | null; readonly label: string; readonly words?: readonly string[] }

const sectorLabels: Readonly<Record<string, string>> = {
  'electric-vehicles': 'Electric vehicles', wind: 'Wind', electronics: 'Electronics', defence: 'Defence', medical: 'Medical', industrial: 'Industrial', other: 'Other',
}
export const sectorOptions: readonly PartChoice[] = sectors.map((value) => ({ value, label: sectorLabels[value] ?? value }))

export const materialLabels: Readonly<Record<MaterialFamily, string>> = {
  'ndfeb-sintered': 'NdFeB sintered', 'ndfeb-bonded': 'NdFeB bonded', 'ndfeb-hot-pressed': 'NdFeB hot-pressed', 'smco-1-5': 'SmCo 1:5', 'smco-2-17': 'SmCo 2:17',
  ferrite: 'Ferrite', alnico: 'Alnico', unknown: 'Not known',
}
export const materialOptions: readonly PartChoice[] = materialFamilies.map((value) => ({ value, label: materialLabels[value] }))

const formLabels: Readonly<Record<string, string>> = {
  magnet: 'Magnet', 'magnetised-component': 'Magnetised component', 'rotor-or-stator': 'Rotor or stator', 'moulded-assembly': 'Moulded assembly', 'raw-material': 'Raw material',
}
export const formOptions: readonly PartChoice[] = [{ value: null, label: 'Not known' }, ...magnetForms.map((value) => ({ value, label: formLabels[value] ?? value }))]

export const routeOptions: readonly PartChoice[] = [
  { value: 'individual', label: 'Individual licence' },
  { value: 'general', label: 'General licence' },
  { value: 'exempt', label: 'Exempt' },
]

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' })
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
export const countryOptions: readonly PartChoice[] = [
  { value: null, label: 'Not known' },
  ...letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter(isCountryCode)
    .map((value) => ({ value, label: countryNames.of(value) ?? value, words: [value.toLowerCase()] }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en')),
]
