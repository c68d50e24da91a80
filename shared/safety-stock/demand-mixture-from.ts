import type { DemandMixture } from './demand-mixture'

/**
 * A mixture that answers for quantities from a least one on, and asks another for those below.
 *
 * @param mixture what answers in the main
 * @param leastQuantity where it begins to, part units
 * @param below makes the mixture that answers below; called once, if at all
 */
export function demandMixtureFrom(mixture: DemandMixture, leastQuantity: number, below: () => DemandMixture): DemandMixture {
  let made: DemandMixture | undefined
  const other = (): DemandMixture => (made ??= below())
  return {
    mean: mixture.mean,
    variance: mixture.variance,
    varianceToMean: mixture.varianceToMean,
    isWhole: mixture.isWhole,
    leastQuantity,
    cdf: (quantity) => (quantity < leastQuantity ? other() : mixture).cdf(quantity),
    exceedance: (quantity) => (quantity < leastQuantity ? other() : mixture).exceedance(quantity),
    quantile(probability, guess) {
      const quantity = mixture.quantile(probability, guess)
      return quantity < leastQuantity ? other().quantile(probability) : quantity
    },
  }
}
