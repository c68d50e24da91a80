import { decimalSignOf, type DecimalSign } from '../../../shared/csv/decimal-sign'

/** The user's region as far as numbers are concerned. */
export type NumberRegion = {
  readonly sign: DecimalSign
  /** Its name in a sentence, such as `German (Germany)`. */
  readonly name: string
}

/** The decimal sign of one column of a block. */
export type ColumnSign = {
  /** Null where an ambiguous number must be refused, because the rest of the block proves both signs. */
  readonly sign: DecimalSign | null
  /** Where it is known from: cells of the column, cells of other columns, the region; `none` where no number has a mark. */
  readonly from: 'column' | 'block' | 'region' | 'none'
  /** A number that proves it; null unless it is proved. */
  readonly proof: string | null
}

/**
 * The decimal sign of each column of a block: by evidence in the column, else in the whole block, else the region's.
 *
 * Where a column proves both, the majority counts and the others are refused when they are read; at a tie the block
 * decides, then the region. Where other columns prove both signs, a column that proves none has no sign.
 */
export function columnSigns(columns: readonly (readonly string[])[], region: NumberRegion): readonly ColumnSign[] {
  const findings = columns.map((cells) => decimalSignOf(cells))
  const proofs = findings.map((finding, index) => {
    const sign = majorityOf(finding)
    const place = sign === 'comma' ? finding.firstComma : sign === 'point' ? finding.firstPoint : null
    return { sign, proof: place === null ? null : (columns[index]?.[place] ?? null) }
  })
  const hasComma = findings.some((finding) => finding.commaCount > 0)
  const hasPoint = findings.some((finding) => finding.pointCount > 0)
  const ofBlock = proofs.find(({ sign }) => sign !== null)
  return findings.map((finding, index): ColumnSign => {
    const own = proofs[index]
    if (own !== undefined && own.sign !== null) return { sign: own.sign, from: 'column', proof: own.proof }
    const needsSign = finding.firstAmbiguous !== null || finding.sign === 'mixed'
    if (!needsSign) return { sign: region.sign, from: 'none', proof: null }
    if (hasComma && hasPoint && finding.sign !== 'mixed') return { sign: null, from: 'block', proof: null }
    if (ofBlock !== undefined && ofBlock.sign !== null && hasComma !== hasPoint) return { sign: ofBlock.sign, from: 'block', proof: ofBlock.proof }
    return { sign: region.sign, from: 'region', proof: null }
  })
}

function majorityOf({ commaCount, pointCount }: { readonly commaCount: number; readonly pointCount: number }): DecimalSign | null {
  if (commaCount === pointCount) return null
  return commaCount > pointCount ? 'comma' : 'point'
}

/** What to tell the user about the decimal signs that were taken; empty when no number needed one. */
export function decimalSignSentence(signs: readonly ColumnSign[], region: NumberRegion): string {
  const said = new Set<string>()
  for (const { sign, from, proof } of signs) {
    if (sign === null || from === 'none') continue
    if (from === 'region') said.add(`decimal ${sign}, as in your region (${region.name}), because nothing in the block proves one`)
    else said.add(`decimal ${sign}, proved by ${proof ?? 'the block'}`)
  }
  if (said.size === 0) return ''
  // One proof for each sign is enough; the region is named beside it.
  const shown = [...said].filter((one, index, all) => all.findIndex((other) => other.slice(0, 15) === one.slice(0, 15) && other.includes('region') === one.includes('region')) === index)
  return `Numbers read with a ${shown.join(', and with a ')}.`
}
